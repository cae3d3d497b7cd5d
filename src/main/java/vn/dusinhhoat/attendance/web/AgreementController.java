package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.OrganizationFacts;
import vn.dusinhhoat.organization.OrganizationFacts.Member;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.TimeZones;

/** What the form to agree on a date reads. A task that is not the caller's does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/agreements/{taskId}")
class AgreementController {

    /**
     * A visit whose date is open.
     *
     * @param kind      what the cell is the cell of, Vietnamese
     * @param meetingAt start of the meeting as it stands, Vietnamese
     * @param startsAt  the same for the input, in Vietnam
     * @param committee whom to call
     */
    record AgreementView(boolean mine, String cell, String kind, String commune, String meetingAt, LocalDateTime startsAt,
                         List<Member> committee) {
    }

    private final VisitTasks tasks;
    private final Visits visits;
    private final Organization organization;
    private final OrganizationFacts facts;
    private final Clock clock;

    AgreementController(VisitTasks tasks, Visits visits, Organization organization, OrganizationFacts facts, Clock clock) {
        this.tasks = tasks;
        this.visits = visits;
        this.organization = organization;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public AgreementView read(@PathVariable String taskId) {
        VisitTask task = tasks.ofCaller(taskId).filter(seen -> seen.work() == Work.AGREE_DATE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Visit visit = visits.get(task.visitId());
        PartyUnit cell = organization.unit(visit.cellId());
        return new AgreementView(task.mine(), cell.name(), cell.kind().label(), cell.parent().name(), ReportViews.time(visit.meetingAt()),
                visit.meetingAt().atZone(TimeZones.VIETNAM).toLocalDateTime(), facts.committeeOfCell(cell.id(), LocalDate.now(clock)));
    }
}
