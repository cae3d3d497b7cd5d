package vn.dusinhhoat.attendance.web;

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
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.AuditedRead;

/** What the form to look at a visit again reads. A task that the caller cannot see does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/objections/{taskId}")
class ObjectionController {

    /** An objection as the form shows it; texts are Vietnamese. */
    record ObjectionView(boolean mine, String visitor, String cell, String commune, String meetingAt, String objection) {
    }

    private final VisitTasks tasks;
    private final Visits visits;
    private final Organization organization;
    private final Audit audit;

    ObjectionController(VisitTasks tasks, Visits visits, Organization organization, Audit audit) {
        this.tasks = tasks;
        this.visits = visits;
        this.organization = organization;
        this.audit = audit;
    }

    @GetMapping
    @AuditedRead
    @Transactional(readOnly = true)
    public ObjectionView read(@PathVariable String taskId) {
        VisitTask task = tasks.ofCaller(taskId).filter(seen -> seen.work() == Work.CONSIDER_OBJECTION)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Visit visit = visits.get(task.visitId());
        audit.reading("visit", visit.id(), "objection");
        PartyUnit cell = organization.unit(visit.cellId());
        return new ObjectionView(task.mine(), organization.person(visit.personId()).fullName(), cell.name(), cell.parent().name(),
                ReportViews.time(visit.meetingAt()), visit.hostObjection());
    }
}
