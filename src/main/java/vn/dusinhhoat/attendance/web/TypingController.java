package vn.dusinhhoat.attendance.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.PaperReports;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.ReportsToType.Line;
import vn.dusinhhoat.attendance.ReportsToType;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.platform.AuditedRead;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Typed;

/** Reports of others: an assistant drafts them (C12), a clerk enters them from paper (C24). What is not theirs: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/typing")
class TypingController {

    private static final int LAST_PAGE = 500;

    /** A report to type; texts are Vietnamese. */
    record TypingLine(Long id, String visitor, String cell, String commune, String meetingAt, String state, String limit,
                      boolean assistant, boolean clerk) {
    }

    record TypingPage(List<TypingLine> items, boolean more) {
    }

    /**
     * A paper.
     *
     * @param answers what stands on it; null keeps number and day only (ruling B7)
     * @param arrival day on which it came, in Vietnam
     */
    record Paper(JsonNode answers, LocalDate arrival, @Typed(value = "số của bản giấy", as = Typed.Shape.LINE) String number) {
    }

    private final ReportsToType reports;
    private final Reports drafts;
    private final Drafts typed;
    private final PaperReports papers;
    private final ReportViews views;
    private final Caller caller;

    TypingController(ReportsToType reports, Reports drafts, Drafts typed, PaperReports papers, ReportViews views, Caller caller) {
        this.reports = reports;
        this.drafts = drafts;
        this.typed = typed;
        this.papers = papers;
        this.views = views;
        this.caller = caller;
    }

    @GetMapping
    TypingPage list(@RequestParam(defaultValue = "0") int page) {
        List<Line> found = reports.of(caller.userId(), Math.min(LAST_PAGE, Math.max(0, page)));
        return new TypingPage(found.stream().limit(ReportsToType.PAGE).map(TypingController::line).toList(), found.size() > ReportsToType.PAGE);
    }

    @GetMapping("/{id}")
    @AuditedRead
    ReportView draft(@PathVariable Long id) {
        return views.forTyping(require(id, Line::assistant), caller.userId(), true);
    }

    @PutMapping("/{id}/draft")
    Drafts.Saved save(@PathVariable Long id, @RequestBody Drafts.Typed draft) {
        return typed.save(require(id, Line::assistant), draft);
    }

    @PostMapping("/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(@PathVariable Long id) {
        drafts.handToVisitor(require(id, Line::assistant), caller.userId());
    }

    @GetMapping("/{id}/paper")
    @AuditedRead
    ReportView paper(@PathVariable Long id) {
        return views.forTyping(require(id, Line::clerk), caller.userId(), false);
    }

    @PutMapping("/{id}/paper/draft")
    Drafts.Saved check(@PathVariable Long id, @RequestBody Drafts.Typed draft) {
        return typed.check(require(id, Line::clerk), draft);
    }

    @PostMapping("/{id}/paper")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(@PathVariable Long id, @RequestBody Paper paper) {
        ReportAnswers answers = paper.answers() == null || paper.answers().isNull() ? ReportAnswers.EMPTY : typed.answers(paper.answers());
        papers.enter(require(id, Line::clerk), answers, paper.arrival(), paper.number(), caller.userId());
    }

    private Long require(Long id, Predicate<Line> allowed) {
        return reports.find(caller.userId(), id).filter(allowed).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).id();
    }

    private static TypingLine line(Line report) {
        return new TypingLine(report.id(), report.visitor(), report.cell(), report.commune(),
                ReportViews.time(report.meetingAt().toInstant()), report.reportState().label(), report.limitReason(), report.assistant(),
                report.clerk());
    }
}
