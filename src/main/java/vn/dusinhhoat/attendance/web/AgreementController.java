package vn.dusinhhoat.attendance.web;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.VisitAgreements;
import vn.dusinhhoat.attendance.VisitAgreements.Question;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.platform.TimeZones;

/** What the visitor needs to agree on the time of a visit with the cell (III.2a, ruling B3). */
@RestController
@RequestMapping("/camunda/api/attendance/agreements/{taskId}")
class AgreementController {

    /**
     * A visit whose time is to be agreed on; texts are Vietnamese.
     *
     * @param meeting   planned time as people read it
     * @param meetingAt the same for the field; in Vietnam
     * @param contacts  whom to call, with their roles
     */
    record AgreementView(boolean mine, String cell, String commune, String meeting, LocalDateTime meetingAt, List<String> contacts) {
    }

    private final VisitTasks tasks;
    private final VisitAgreements agreements;

    AgreementController(VisitTasks tasks, VisitAgreements agreements) {
        this.tasks = tasks;
        this.agreements = agreements;
    }

    @GetMapping
    AgreementView read(@PathVariable String taskId) {
        VisitTask task = tasks.ofCaller(taskId).filter(seen -> seen.work() == Work.AGREE_DATE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Question question = agreements.questionOf(task.visitId());
        return new AgreementView(task.mine(), question.cell(), question.commune(), ReportViews.time(question.meetingAt()),
                question.meetingAt().atZone(TimeZones.VIETNAM).toLocalDateTime(), question.contacts());
    }
}
