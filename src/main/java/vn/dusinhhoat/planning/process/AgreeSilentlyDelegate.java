package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** The host has not answered in time: it has agreed, marked (ruling A6). */
@Component("agreeSilently")
@CallableFromModel
class AgreeSilentlyDelegate implements JavaDelegate {

    private final HostAgreements agreements;

    AgreeSilentlyDelegate(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        agreements.agreeSilently(PlanCases.id(execution));
    }
}
