package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** Finds who answers for the commune (III.3b). */
@Component("routeHost")
@CallableFromModel
class RouteHostDelegate implements JavaDelegate {

    private final HostAgreements agreements;

    RouteHostDelegate(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("hostGroups", String.join(",", agreements.groups(PlanCases.id(execution))));
    }
}
