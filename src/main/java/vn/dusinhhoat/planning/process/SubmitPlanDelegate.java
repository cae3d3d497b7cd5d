package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.platform.CallableFromModel;

/** Finds the Thường trực that gives its opinion (III.1a, ruling A5). */
@Component("submitPlan")
@CallableFromModel
class SubmitPlanDelegate implements JavaDelegate {

    private final Opinions opinions;

    SubmitPlanDelegate(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("leaderGroup", opinions.submit(PlanCases.id(execution)));
    }
}
