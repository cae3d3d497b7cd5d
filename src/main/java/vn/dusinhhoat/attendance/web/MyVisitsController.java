package vn.dusinhhoat.attendance.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.VisitList.Line;
import vn.dusinhhoat.attendance.VisitList;
import vn.dusinhhoat.attendance.VisitableCells;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.AuditedRead;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Search;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.platform.Typed;

/** One's own visits: the list, what became of each, one outside the plan, and days of absence. */
@RestController
@RequestMapping("/camunda/api/attendance/visits")
class MyVisitsController {

    private static final int LAST_PAGE = 500;

    /** A visit outside the plan; date and time in Vietnam. */
    record Extra(Long cellId, LocalDateTime meetingAt, @Typed("lý do dự ngoài kế hoạch") String reason) {
    }

    /** Days on which one is away, in Vietnam. */
    record Span(LocalDate from, LocalDate to, AbsenceReason reason, @Typed("lý do không dự") String note, boolean makeUp) {
    }

    /** A reason to choose from. */
    record Reason(AbsenceReason reason, String label) {
    }

    /** One page, and whether there is a next one. */
    record VisitPage(List<VisitLine> items, boolean more) {
    }

    private final VisitList visits;
    private final Visits plan;
    private final VisitableCells cells;
    private final Absences absences;
    private final ReportViews views;
    private final OwnVisits own;
    private final Caller caller;

    MyVisitsController(VisitList visits, Visits plan, VisitableCells cells, Absences absences, ReportViews views, OwnVisits own,
                       Caller caller) {
        this.visits = visits;
        this.plan = plan;
        this.cells = cells;
        this.absences = absences;
        this.views = views;
        this.own = own;
        this.caller = caller;
    }

    @GetMapping
    VisitPage mine(@RequestParam(defaultValue = "0") int page) {
        List<Line> found = visits.of(caller.userId(), Math.min(LAST_PAGE, Math.max(0, page)));
        return new VisitPage(found.stream().limit(VisitList.PAGE).map(VisitLine::of).toList(), found.size() > VisitList.PAGE);
    }

    @GetMapping("/{id}/story")
    @AuditedRead
    List<ReportView.Fact> story(@PathVariable Long id) {
        return views.readStory(own.require(id).id());
    }

    @GetMapping("/absence-reasons")
    List<Reason> absenceReasons() {
        return Arrays.stream(AbsenceReason.values()).map(reason -> new Reason(reason, reason.label())).toList();
    }

    @PostMapping("/cells")
    List<VisitableCells.Cell> cells(@RequestBody Search search) {
        return cells.find(own.personId(), search.name());
    }

    @PostMapping
    VisitLine add(@RequestBody Extra extra) {
        if (extra.cellId() == null || extra.meetingAt() == null) {
            throw new RuleViolation("Đề nghị đồng chí chọn chi bộ và ghi ngày, giờ họp.");
        }
        Long person = own.personId();
        cells.require(person, extra.cellId());
        Long id = plan.addExtra(person, extra.cellId(), extra.meetingAt().atZone(TimeZones.VIETNAM).toInstant(), extra.reason(),
                caller.userId()).id();
        return VisitLine.of(own.require(id));
    }

    @PostMapping("/absence-days")
    Map<String, Integer> away(@RequestBody Span span) {
        return Map.of("visits", absences.reportSpan(own.personId(), span.from(), span.to(), span.reason(), span.note(), span.makeUp(),
                caller.userId()));
    }
}
