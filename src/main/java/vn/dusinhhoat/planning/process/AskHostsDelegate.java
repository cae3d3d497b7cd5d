package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** Asks each host committee in a case of its own (III.1a, III.3b). */
@Component("askHosts")
@CallableFromModel
class AskHostsDelegate implements JavaDelegate {

    private final HostAgreements agreements;

    AskHostsDelegate(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("hostsAsked", agreements.ask(PlanCases.id(execution)));
    }
}
