package vn.dusinhhoat.attendance.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.FormOfReport;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForm;
import vn.dusinhhoat.attendance.form.ReportProblem;
import vn.dusinhhoat.attendance.form.ScoreRubric.Score;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.platform.RuleViolation;

/** What the report and reception forms read and write. A task that the caller cannot see does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/tasks/{taskId}")
class ReportFormController {

    /**
     * A draft as sent by the form.
     *
     * @param basedOn version the typing started from
     */
    record DraftRequest(int basedOn, JsonNode answers) {
    }

    /**
     * The draft as stored, with what still keeps it from being sent.
     *
     * @param late   whether sending it now is late; the form may have been open since before the limit
     * @param scores sum and level by score field that is complete
     */
    record DraftResponse(int version, String savedAt, boolean late, List<ReportProblem> problems, Map<String, Score> scores) {
    }

    /** The receiver's optional remark. */
    record RemarkRequest(String remark) {
    }

    /** What the receiver wants to have added. */
    record SupplementRequest(String request) {
    }

    private final VisitTasks tasks;
    private final Reports reports;
    private final FormOfReport forms;
    private final ReportViews views;
    private final ObjectMapper json;

    ReportFormController(VisitTasks tasks, Reports reports, FormOfReport forms, ReportViews views, ObjectMapper json) {
        this.tasks = tasks;
        this.reports = reports;
        this.forms = forms;
        this.views = views;
        this.json = json;
    }

    @GetMapping
    ReportView read(@PathVariable String taskId) {
        return views.of(seen(taskId));
    }

    @PutMapping("/draft")
    DraftResponse saveDraft(@PathVariable String taskId, @RequestBody DraftRequest draft) {
        Long visitId = mine(taskId, Work.WRITE).visitId();
        if (draft.answers() == null || !draft.answers().isObject()) {
            throw new RuleViolation("Nội dung báo cáo gửi lên không đúng dạng: tải lại trang rồi mở lại việc này.");
        }
        Report saved = reports.saveDraft(visitId, draft.basedOn(), json.convertValue(draft.answers(), ReportAnswers.class));
        ReportForm form = forms.of(saved);
        return new DraftResponse(saved.draftVersion(), ReportViews.time(saved.savedAt()), views.isLateNow(saved),
                form.problemsOf(saved.answers()), form.scoresOf(saved.answers()));
    }

    @PutMapping("/remark")
    void saveRemark(@PathVariable String taskId, @RequestBody RemarkRequest request) {
        VisitTask task = mine(taskId, Work.RECEIVE);
        reports.saveRemark(task.visitId(), task.userId(), request.remark());
    }

    @PutMapping("/supplement-request")
    void saveSupplementRequest(@PathVariable String taskId, @RequestBody SupplementRequest request) {
        VisitTask task = mine(taskId, Work.RECEIVE);
        reports.saveSupplementRequest(task.visitId(), task.userId(), request.request());
    }

    private VisitTask seen(String taskId) {
        return tasks.seenByCaller(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private VisitTask mine(String taskId, Work work) {
        VisitTask task = seen(taskId);
        if (!task.mine() || task.work() != work) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return task;
    }
}
