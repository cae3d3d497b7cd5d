package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The member has not revised in time: the dates of the hosts are taken (ruling A6). */
@Component("takeHostDates")
@CallableFromModel
class TakeHostDatesDelegate implements JavaDelegate {

    private final PlanSteps steps;

    TakeHostDatesDelegate(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.takeHostDates(PlanCases.id(execution));
    }
}
