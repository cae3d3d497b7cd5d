package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Visits before their report. */
@Service
public class Visits {

    /** From this hour on the report task of the day is there, or from the meeting's start if that is later. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final AttendanceRepositories.Visits visits;
    private final VisitRules rules;
    private final Absences absences;
    private final ReportRouting routing;
    private final VisitLog log;
    private final VisitProcess process;
    private final Clock clock;

    Visits(AttendanceRepositories.Visits visits, VisitRules rules, Absences absences, ReportRouting routing,
           VisitLog log, VisitProcess process, Clock clock) {
        this.visits = visits;
        this.rules = rules;
        this.absences = absences;
        this.routing = routing;
        this.log = log;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Stores a visit and starts its case.
     *
     * @param meetingAt start of the meeting
     * @throws RuleViolation when the cell is the person's own (II.2d) or no cell at all
     */
    @Transactional
    public Visit schedule(Long personId, Long cellId, Instant meetingAt) {
        PartyUnit cell = rules.visitable(personId, cellId, meetingAt);
        Visit visit = visits.saveAndFlush(new Visit(personId, cellId, meetingAt));
        log.record(visit.id(), null, VisitEvent.Kind.SCHEDULED, cell.name());
        process.start(visit.id(), routing.ownerOf(visit).code());
        absences.applyEntries(visit.id());
        return visit;
    }

    /**
     * A visit that was in no plan (situation C11), to come or just made.
     *
     * @param reason Vietnamese
     * @throws RuleViolation when the cell is the person's own, the day is far away, the person visits that cell on that
     *                       day already, or no reason is given
     */
    @Transactional
    public Visit addExtra(Long personId, Long cellId, Instant meetingAt, String reason, String actor) {
        String why = OpenVisits.note(reason, "Đề nghị đồng chí ghi vì sao dự ngoài kế hoạch, tối đa 500 ký tự.");
        rules.requireNear(meetingAt);
        PartyUnit cell = rules.visitable(personId, cellId, meetingAt);
        Visit visit = new Visit(personId, cellId, meetingAt);
        if (visits.countSame(personId, cellId, startOf(visit.meetingDay()), startOf(visit.meetingDay().plusDays(1))) > 0) {
            throw new RuleViolation("Đồng chí đã có lượt dự " + cell.kind().inText(cell.name()) + " vào ngày này: xem trong danh sách.");
        }
        visit.extra();
        visits.saveAndFlush(visit);
        log.record(visit.id(), actor, VisitEvent.Kind.SCHEDULED, cell.name() + ", ngoài kế hoạch; lý do: " + why);
        process.start(visit.id(), routing.ownerOf(visit).code());
        return visit;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(TimeZones.VIETNAM).toInstant();
    }

    /**
     * The visit with this id.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    @Transactional(readOnly = true)
    public Visit get(Long visitId) {
        return visits.findById(visitId).orElseThrow();
    }

    /** Moment at which the visitor finds the report task. */
    public Instant eveningOf(Visit visit) {
        Instant evening = visit.meetingDay().atTime(EVENING).atZone(TimeZones.VIETNAM).toInstant();
        return evening.isAfter(visit.meetingAt()) ? evening : visit.meetingAt();
    }

    /** Whether the visitor is to agree with the cell when it meets: not once that is done, nor on the evening itself. */
    public boolean isDateOpen(Visit visit) {
        return visit.state().isDateOpen() && eveningOf(visit).isAfter(clock.instant());
    }

    /**
     * Decides where the visit's report goes and notes it.
     *
     * @throws RoutingImpossible when organisation and duty table have no answer
     */
    @Transactional
    public ReportRoute routeReport(Long visitId) {
        // Locked: the host committee's time may run out in the same moment.
        Visit visit = visits.findForChange(visitId).orElseThrow();
        ReportRoute route = routing.routeOf(visit);
        visit.attended(route);
        visits.saveAndFlush(visit);
        log.record(visitId, null, VisitEvent.Kind.REPORT_ROUTED, route.receiver().name());
        return route;
    }
}
