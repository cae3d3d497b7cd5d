package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** Lines for which hosts propose other dates go back to their members, once (III.1a). */
@Component("returnChanges")
@CallableFromModel
class ReturnChangesDelegate implements JavaDelegate {

    private final HostAgreements agreements;

    ReturnChangesDelegate(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("otherDates", agreements.returnChanges(PlanCases.id(execution)));
    }
}
