package vn.dusinhhoat.attendance.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.AuditedRead;

/** What the form to decide about an absence reads. A task that the caller cannot see does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/absences/{taskId}")
class AbsenceController {

    /**
     * An absence as the form shows it; texts are Vietnamese.
     *
     * @param makeUp whether the visitor offers to make up for it
     * @param visits how many visits the decision is about
     */
    record AbsenceView(boolean mine, String visitor, String cell, String meetingAt, String reason, String note,
                       boolean makeUp, int visits) {
    }

    private final VisitTasks tasks;
    private final Visits visits;
    private final Absences absences;
    private final Organization organization;
    private final Audit audit;

    AbsenceController(VisitTasks tasks, Visits visits, Absences absences, Organization organization, Audit audit) {
        this.absences = absences;
        this.tasks = tasks;
        this.visits = visits;
        this.organization = organization;
        this.audit = audit;
    }

    @GetMapping
    @AuditedRead
    AbsenceView read(@PathVariable String taskId) {
        VisitTask task = tasks.ofCaller(taskId).filter(seen -> seen.work() == Work.DECIDE_ABSENCE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Visit visit = visits.get(task.visitId());
        audit.reading("visit", visit.id(), "absence");
        PartyUnit cell = organization.unit(visit.cellId());
        return new AbsenceView(task.mine(), organization.person(visit.personId()).fullName(), cell.name(),
                ReportViews.time(visit.meetingAt()), visit.absenceReason().label(), visit.absenceNote(),
                visit.carryOver(), absences.decidedTogether(visit));
    }
}
