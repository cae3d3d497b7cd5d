package vn.dusinhhoat.attendance.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitProcess;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.Cases;
import vn.dusinhhoat.platform.RuleViolation;

/** Starts the cases of visits; the business key is the visit's id. */
@Component
class AttendanceProcess implements VisitProcess {

    /** Variable: whether the report was sent. */
    static final String REPORTED = "reported";
    private static final String OLD_DIAGRAM = "Lượt dự này chạy theo sơ đồ quy trình cũ, chưa làm được việc này: đề nghị báo quản trị hệ thống.";
    private static final String ATTENDANCE = "attendance";
    private static final String CORRECTION = "report-correction";

    private final Cases cases;
    private final ObjectProvider<TaskService> tasks;
    private final Caller caller;

    AttendanceProcess(Cases cases, ObjectProvider<TaskService> tasks, Caller caller) {
        this.cases = cases;
        this.tasks = tasks;
        this.caller = caller;
    }

    @Override
    public void start(Long visitId, String ownerUnit) {
        cases.start(ATTENDANCE, new Cases.NewCase(visitId, ownerUnit), Map.of());
    }

    @Override
    public void startAll(List<NewCase> begun) {
        cases.startAll(ATTENDANCE, begun.stream().map(each -> new Cases.NewCase(each.visitId(), each.ownerUnit())).toList());
    }

    @Override
    public void withdrawn(Long visitId) {
        tell(visitId, "attendance-report.withdrawn", "Bản này không còn rút lại được: đề nghị đồng chí liên hệ nơi nhận báo cáo.");
    }

    @Override
    public void moved(Long visitId) {
        tell(visitId, "attendance.moved");
    }

    /** Cases of diagrams before 3.1.0 have no such task, and others none any more: nothing to be told. */
    @Override
    public void agreed(Long visitId) {
        tellIfWaiting(visitId, "attendance.agreed");
    }

    /** As after a move, the case waits anew. */
    @Override
    public void cellTakenOver(Long visitId) {
        tellIfWaiting(visitId, "attendance.moved");
    }

    @Override
    public void absent(Long visitId) {
        tell(visitId, "attendance.absent");
    }

    @Override
    public void notHeld(Long visitId) {
        tell(visitId, "attendance.notHeld");
    }

    @Override
    public void absenceDecided(Long visitId, boolean excused, boolean carryOver) {
        String decision = excused ? AbsenceDecisionListener.EXCUSED : AbsenceDecisionListener.MISSED;
        require(visitId, "attendance.absenceDecided", Map.of(AbsenceDecisionListener.DECISION, decision, AbsenceDecisionListener.CARRY_OVER, carryOver),
                OLD_DIAGRAM);
    }

    @Override
    public boolean urged(Long visitId, String actor, String note) {
        return completedAs(visitId, "task_urgeReport", actor,
                Variables.createVariables().putValueTyped(UrgingListener.NOTE, Variables.stringValue(note, true)));
    }

    @Override
    public void excused(Long visitId, String actor) {
        if (!completedAs(visitId, "task_decideAbsence", actor, Map.of(AbsenceDecisionListener.DECISION, AbsenceDecisionListener.EXCUSED))) {
            throw new RuleViolation("Lý do không dự của lượt này không còn chờ xem xét: tải lại danh sách.");
        }
    }

    /** Our own code has established the right to it: whoever had taken the task meanwhile has it no more. */
    private boolean completedAs(Long visitId, String element, String actor, Map<String, Object> variables) {
        return caller.asSystem(() -> {
            Task open = tasks.getObject().createTaskQuery().processInstanceBusinessKey(String.valueOf(visitId))
                    .taskDefinitionKey(element).singleResult();
            if (open == null) {
                return false;
            }
            tasks.getObject().setAssignee(open.getId(), actor);
            tasks.getObject().complete(open.getId(), variables);
            return true;
        });
    }

    @Override
    public void hostObjected(Long visitId) {
        tell(visitId, "attendance.hostObjected", "Đã hết thời hạn cho ý kiến về lượt dự này: liên hệ ban tổ chức, văn phòng cấp ủy của đồng chí đó.");
    }

    @Override
    public void paperReported(Long visitId) {
        tell(visitId, "attendance-report.paper");
    }

    @Override
    public void correct(Long visitId, String ownerUnit, boolean written) {
        cases.start(CORRECTION, new Cases.NewCase(visitId, ownerUnit), Map.of("written", written));
    }

    @Override
    public boolean ended(Long visitId) {
        return tellIfWaiting(visitId, "attendance.ended");
    }

    private boolean tellIfWaiting(Long visitId, String message) {
        return cases.tell(visitId, message, Map.of());
    }

    private void tell(Long visitId, String message) {
        tell(visitId, message, OLD_DIAGRAM);
    }

    private void tell(Long visitId, String message, String otherwise) {
        require(visitId, message, Map.of(), otherwise);
    }

    private void require(Long visitId, String message, Map<String, Object> variables, String otherwise) {
        if (!cases.tell(visitId, message, variables)) {
            throw new RuleViolation(otherwise);
        }
    }

    /** @throws RuleViolation when the case was started without a visit */
    static Long visitId(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(), "Lượt dự được mở từ kế hoạch: ghi nhận lượt dự ở trang Lượt dự của tôi.");
    }
}
