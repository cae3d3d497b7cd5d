package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.platform.CallableFromModel;

/** The day has come on which plans of the year are begun everywhere (III.1a, III.4a). */
@Component("openCampaigns")
@CallableFromModel
class OpenCampaignsDelegate implements JavaDelegate {

    private final CampaignOpening opening;

    OpenCampaignsDelegate(CampaignOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.openDue();
    }
}
