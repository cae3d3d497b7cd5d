package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.RuleViolation;

/** Completing the task decides about an absence, in the name of who has claimed it (situation C5). */
@Component("absenceDecisionOf")
@CallableFromModel
@TakesFromForm(AbsenceDecisionListener.DECISION)
class AbsenceDecisionListener implements TaskListener {

    /** Variables of the case. */
    static final String DECISION = "absenceDecision";
    static final String CARRY_OVER = "carryOver";
    static final String EXCUSED = "EXCUSED";
    static final String MISSED = "MISSED";

    private final Absences absences;

    AbsenceDecisionListener(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void notify(DelegateTask task) {
        Object decision = task.getVariable(DECISION);
        if (!EXCUSED.equals(decision) && !MISSED.equals(decision)) {
            throw new RuleViolation("Chưa rõ quyết định: mở lại việc này và bấm một trong hai nút của biểu mẫu.");
        }
        boolean carryOver = absences.decide(AttendanceProcess.visitId(task.getExecution()), EXCUSED.equals(decision), TaskActor.of(task));
        task.getExecution().setVariable(CARRY_OVER, carryOver);
    }
}
