package vn.dusinhhoat.planning.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.planning.PlanReminders.CampaignStep;
import vn.dusinhhoat.platform.CallableFromModel;

/** A step of the ladder towards board or Thường trực: which one is told by the place on the diagram (ruling B5). */
@Component("campaignStep")
@CallableFromModel
class CampaignStepDelegate implements JavaDelegate {

    private static final Map<String, CampaignStep> STEPS = Map.of(
            "service_remindCheck", CampaignStep.REMIND_CHECK,
            "service_listCheckForLeaders", CampaignStep.LIST_CHECK_FOR_LEADERS,
            "service_remindConsolidation", CampaignStep.REMIND_CONSOLIDATION,
            "service_listConsolidationForLeaders", CampaignStep.LIST_CONSOLIDATION_FOR_LEADERS,
            "service_remindOpinion", CampaignStep.REMIND_OPINION,
            "service_noteToDeputy", CampaignStep.NOTE_TO_DEPUTY,
            "service_remindOwnOpinion", CampaignStep.REMIND_OPINION);

    private final PlanReminders reminders;

    CampaignStepDelegate(PlanReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CampaignStep step = STEPS.get(execution.getCurrentActivityId());
        if (step == null) {
            throw new IllegalStateException("Bước " + execution.getCurrentActivityId() + " chưa có trong thang đôn đốc:"
                    + " giữ nguyên mã của các bước đôn đốc trên sơ đồ.");
        }
        reminders.take(PlanCases.id(execution), step);
    }
}
