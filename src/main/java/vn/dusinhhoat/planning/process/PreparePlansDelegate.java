package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.platform.CallableFromModel;

/** Gives everybody concerned a plan with a proposal, and the task to write it (III.1a). */
@Component("preparePlans")
@CallableFromModel
class PreparePlansDelegate implements JavaDelegate {

    private final CampaignOpening opening;

    PreparePlansDelegate(CampaignOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.prepare(PlanCases.id(execution));
    }
}
