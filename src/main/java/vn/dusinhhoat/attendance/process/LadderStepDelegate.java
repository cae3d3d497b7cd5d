package vn.dusinhhoat.attendance.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.LadderStep;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** A step of the ladder or a reminder: which one is told by the place on the diagram (rulings A7, B5). */
@Component("ladderStep")
@CallableFromModel
class LadderStepDelegate implements JavaDelegate {

    private static final Map<String, LadderStep> STEPS = Map.of(
            "service_remindLate", LadderStep.REMIND_LATE,
            "service_listForLeaders", LadderStep.LIST_FOR_LEADERS,
            "service_listForAbove", LadderStep.LIST_FOR_ABOVE,
            "service_noteToLeader", LadderStep.NOTE_TO_LEADER,
            "service_remindReception", LadderStep.REMIND_RECEPTION,
            "service_remindSupplement", LadderStep.REMIND_SUPPLEMENT);

    private final Reports reports;

    LadderStepDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LadderStep step = STEPS.get(execution.getCurrentActivityId());
        if (step == null) {
            throw new IllegalStateException("Bước " + execution.getCurrentActivityId() + " chưa có trong thang đôn đốc:"
                    + " giữ nguyên mã của các bước đôn đốc trên sơ đồ.");
        }
        reports.stepTaken(AttendanceProcess.visitId(execution), step);
    }
}
