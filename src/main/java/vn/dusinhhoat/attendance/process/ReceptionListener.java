package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.RuleViolation;

/** Completing the reception task receives the report or asks for more, in the name of who has claimed it. */
@Component("reception")
@CallableFromModel
@TakesFromForm(ReceptionListener.DECISION)
class ReceptionListener implements TaskListener {

    /** Variable: RECEIVED, also when it is not set, or TO_SUPPLEMENT. */
    static final String DECISION = "receptionDecision";
    private static final String RECEIVED = "RECEIVED";
    private static final String TO_SUPPLEMENT = "TO_SUPPLEMENT";

    private final Reports reports;

    ReceptionListener(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        Long visitId = AttendanceProcess.visitId(task.getExecution());
        Object decision = task.getVariable(DECISION);
        if (TO_SUPPLEMENT.equals(decision)) {
            reports.askMore(visitId, TaskActor.of(task));
        } else if (decision == null || RECEIVED.equals(decision)) {
            reports.receive(visitId, TaskActor.of(task));
            task.setVariable(DECISION, RECEIVED);
        } else {
            throw new RuleViolation("Chưa rõ quyết định: mở lại việc này và bấm Tiếp nhận hoặc Đề nghị bổ sung.");
        }
    }
}
