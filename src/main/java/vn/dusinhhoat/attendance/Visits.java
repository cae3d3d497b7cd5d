package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.Person;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Visits before their report. */
@Service
public class Visits {

    /** From this hour on the report task of the day is there, or from the meeting's start if that is later. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final AttendanceRepositories.Visits visits;
    private final Organization organization;
    private final ReportRouting routing;
    private final VisitLog log;
    private final VisitProcess process;

    Visits(AttendanceRepositories.Visits visits, Organization organization, ReportRouting routing, VisitLog log,
           VisitProcess process) {
        this.visits = visits;
        this.organization = organization;
        this.routing = routing;
        this.log = log;
        this.process = process;
    }

    /**
     * Stores a visit and starts its case.
     *
     * @param meetingAt start of the meeting
     * @throws RuleViolation when the cell is the person's own (II.2d) or no cell at all
     */
    @Transactional
    public Visit schedule(Long personId, Long cellId, Instant meetingAt) {
        Person person = organization.person(personId);
        PartyUnit cell = organization.unit(cellId);
        if (cell.level() != UnitLevel.CELL) {
            throw new RuleViolation(cell.name() + " không phải là chi bộ: chọn một chi bộ khu dân cư.");
        }
        if (person.homeCell().id().equals(cellId)) {
            throw new RuleViolation(cell.name() + " là chi bộ nơi đồng chí sinh hoạt: chọn một chi bộ khác.");
        }
        Visit visit = visits.saveAndFlush(new Visit(personId, cellId, meetingAt));
        log.record(visit.id(), null, VisitEvent.Kind.SCHEDULED, cell.name());
        process.start(visit.id(), routing.ownerOf(visit).code());
        return visit;
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

    /**
     * Decides where the visit's report goes and notes it.
     *
     * @throws RoutingImpossible when organisation and duty table have no answer
     */
    @Transactional
    public ReportRoute routeReport(Long visitId) {
        Visit visit = get(visitId);
        ReportRoute route = routing.routeOf(visit);
        visit.attended(route);
        visits.saveAndFlush(visit);
        log.record(visitId, null, VisitEvent.Kind.REPORT_ROUTED, route.receiver().name());
        return route;
    }
}
