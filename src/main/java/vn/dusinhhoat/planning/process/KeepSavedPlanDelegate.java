package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The member has not supplemented the plan in time: what is saved counts as sent (ruling B5). */
@Component("keepSavedPlan")
@CallableFromModel
class KeepSavedPlanDelegate implements JavaDelegate {

    private final PlanSteps steps;

    KeepSavedPlanDelegate(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.keepAsSaved(PlanCases.id(execution));
    }
}
