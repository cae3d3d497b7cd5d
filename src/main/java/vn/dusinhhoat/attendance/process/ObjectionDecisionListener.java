package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.RuleViolation;

/** Completing the task decides whether the visit stands, in the name of who has claimed it (III.3b). */
@Component("objectionDecisionOf")
@CallableFromModel
@TakesFromForm(ObjectionDecisionListener.DECISION)
class ObjectionDecisionListener implements TaskListener {

    static final String DECISION = "objectionDecision";
    private static final String KEPT = "KEPT";
    private static final String NOT_ATTENDED = "NOT_ATTENDED";

    private final HostObjections objections;

    ObjectionDecisionListener(HostObjections objections) {
        this.objections = objections;
    }

    @Override
    public void notify(DelegateTask task) {
        Object decision = task.getVariable(DECISION);
        if (!KEPT.equals(decision) && !NOT_ATTENDED.equals(decision)) {
            throw new RuleViolation("Chưa rõ quyết định: mở lại việc này và bấm một trong hai nút của biểu mẫu.");
        }
        objections.decide(AttendanceProcess.visitId(task.getExecution()), KEPT.equals(decision), TaskActor.of(task));
    }
}
