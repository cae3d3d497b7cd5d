package vn.dusinhhoat.attendance.web;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.JointReports;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.platform.AuditedRead;
import vn.dusinhhoat.platform.Typed;

/** What the report and reception forms read and write. A task that the caller cannot see does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/tasks/{taskId}")
class ReportFormController {

    /** Of which visit the report is shared. */
    record JoinRequest(Long visitId) {
    }

    /** Day in Vietnam. */
    record PaperRequest(LocalDate day, @Typed(value = "số của bản giấy", as = Typed.Shape.LINE) String number) {
    }

    /** The receiver's optional remark. */
    record RemarkRequest(@Typed("nhận xét") String remark) {
    }

    /** What the receiver wants to have added. */
    record SupplementRequest(@Typed("nội dung đề nghị bổ sung") String request) {
    }

    private final VisitTasks tasks;
    private final Reports reports;
    private final JointReports joint;
    private final Drafts drafts;
    private final ReportViews views;

    ReportFormController(VisitTasks tasks, Reports reports, JointReports joint, Drafts drafts, ReportViews views) {
        this.tasks = tasks;
        this.reports = reports;
        this.joint = joint;
        this.drafts = drafts;
        this.views = views;
    }

    @GetMapping
    @AuditedRead
    ReportView read(@PathVariable String taskId) {
        return views.of(seen(taskId));
    }

    @PutMapping("/draft")
    Drafts.Saved saveDraft(@PathVariable String taskId, @RequestBody Drafts.Typed draft) {
        return drafts.save(mine(taskId, Work::writes).visitId(), draft);
    }

    /** Another of the delegation has written it; completing the task sends it (situation C3). */
    @PostMapping("/join")
    void join(@PathVariable String taskId, @RequestBody JoinRequest request) {
        VisitTask task = mine(taskId, Work::writes);
        joint.join(task.visitId(), request.visitId(), task.userId());
    }

    /** The content is on paper only; completing the task sends number and day (ruling B7). */
    @PutMapping("/paper")
    void paper(@PathVariable String taskId, @RequestBody PaperRequest request) {
        reports.sentOnPaper(mine(taskId, Work::writes).visitId(), request.day(), request.number());
    }

    @PutMapping("/remark")
    void saveRemark(@PathVariable String taskId, @RequestBody RemarkRequest request) {
        VisitTask task = mine(taskId, Work::receives);
        reports.saveRemark(task.visitId(), task.userId(), request.remark());
    }

    @PutMapping("/supplement-request")
    void saveSupplementRequest(@PathVariable String taskId, @RequestBody SupplementRequest request) {
        VisitTask task = mine(taskId, work -> work == Work.RECEIVE);
        reports.saveSupplementRequest(task.visitId(), task.userId(), request.request());
    }

    private VisitTask seen(String taskId) {
        return tasks.ofCaller(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private VisitTask mine(String taskId, Predicate<Work> allowed) {
        VisitTask task = seen(taskId);
        if (!task.mine() || !allowed.test(task.work())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return task;
    }
}
