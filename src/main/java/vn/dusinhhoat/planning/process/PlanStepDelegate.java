package vn.dusinhhoat.planning.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.planning.PlanReminders.MemberStep;
import vn.dusinhhoat.platform.CallableFromModel;

/** A step of the ladder towards a member: which one is told by the place on the diagram (ruling B5). */
@Component("planStep")
@CallableFromModel
class PlanStepDelegate implements JavaDelegate {

    private static final Map<String, MemberStep> STEPS = Map.of(
            "service_remindMember", MemberStep.REMIND,
            "service_remindLate", MemberStep.REMIND_LATE,
            "service_listForLeaders", MemberStep.LIST_FOR_LEADERS,
            "service_noteToLeader", MemberStep.NOTE_TO_LEADER,
            "service_remindSupplement", MemberStep.REMIND_SUPPLEMENT,
            "service_remindRevision", MemberStep.REMIND_REVISION);

    private final PlanReminders reminders;

    PlanStepDelegate(PlanReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MemberStep step = STEPS.get(execution.getCurrentActivityId());
        if (step == null) {
            throw new IllegalStateException("Bước " + execution.getCurrentActivityId() + " chưa có trong thang đôn đốc:"
                    + " giữ nguyên mã của các bước đôn đốc trên sơ đồ.");
        }
        reminders.take(PlanCases.id(execution), step);
    }
}
