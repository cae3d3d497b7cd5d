package vn.dusinhhoat.attendance.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitList.Line;
import vn.dusinhhoat.attendance.VisitList;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** One's own visits: what became of them, and the report taken back. Another's visit does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/visits")
class MyVisitsController {

    private static final int LAST_PAGE = 500;

    /** A visit in the list; texts are Vietnamese. */
    record VisitLine(Long id, String cell, String commune, String meetingAt, String state, String limit, String receiver,
                     boolean mayWithdraw, boolean mayMove, boolean mayReportNotHeld) {
    }

    /** Another time of the meeting, as typed: date and time in Vietnam. */
    record Move(LocalDateTime meetingAt, String reason) {
    }

    record Absence(AbsenceReason reason, String note) {
    }

    record NotHeld(String note) {
    }

    /** A reason to choose from. */
    record Reason(AbsenceReason reason, String label) {
    }

    /** One page, and whether there is a next one. */
    record VisitPage(List<VisitLine> items, boolean more) {
    }

    private final VisitList visits;
    private final Reports reports;
    private final VisitChanges changes;
    private final ReportViews views;
    private final Caller caller;

    MyVisitsController(VisitList visits, Reports reports, VisitChanges changes, ReportViews views, Caller caller) {
        this.visits = visits;
        this.reports = reports;
        this.changes = changes;
        this.views = views;
        this.caller = caller;
    }

    @GetMapping
    VisitPage mine(@RequestParam(defaultValue = "0") int page) {
        List<Line> found = visits.of(caller.userId(), Math.min(LAST_PAGE, Math.max(0, page)));
        return new VisitPage(found.stream().limit(VisitList.PAGE).map(MyVisitsController::line).toList(),
                found.size() > VisitList.PAGE);
    }

    @GetMapping("/{id}/story")
    List<ReportView.Fact> story(@PathVariable Long id) {
        return views.storyOf(own(id).id());
    }

    @PostMapping("/{id}/withdraw")
    VisitLine withdraw(@PathVariable Long id) {
        reports.withdraw(own(id).id(), caller.userId());
        return line(own(id));
    }

    @GetMapping("/absence-reasons")
    List<Reason> absenceReasons() {
        return Arrays.stream(AbsenceReason.values()).map(reason -> new Reason(reason, reason.label())).toList();
    }

    @PostMapping("/{id}/move")
    VisitLine move(@PathVariable Long id, @RequestBody Move move) {
        if (move.meetingAt() == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày, giờ họp mới.");
        }
        changes.move(own(id).id(), move.meetingAt().atZone(TimeZones.VIETNAM).toInstant(), move.reason(), caller.userId());
        return line(own(id));
    }

    @PostMapping("/{id}/absence")
    VisitLine reportAbsence(@PathVariable Long id, @RequestBody Absence absence) {
        changes.reportAbsence(own(id).id(), absence.reason(), absence.note(), caller.userId());
        return line(own(id));
    }

    @PostMapping("/{id}/not-held")
    VisitLine notHeld(@PathVariable Long id, @RequestBody NotHeld notHeld) {
        changes.notHeld(own(id).id(), notHeld.note(), caller.userId());
        return line(own(id));
    }

    private Line own(Long id) {
        return visits.find(caller.userId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static VisitLine line(Line visit) {
        return new VisitLine(visit.id(), visit.cell(), visit.commune(), ReportViews.time(visit.meetingAt().toInstant()),
                visit.label(), visit.limitReason(),
                visit.receiver(), visit.mayWithdraw(), visit.mayMove(), visit.mayReportNotHeld());
    }
}
