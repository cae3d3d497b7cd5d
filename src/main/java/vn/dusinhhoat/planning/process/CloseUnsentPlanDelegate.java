package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The member never sent a plan: the rotation goes on, marked (ruling B5). */
@Component("closeUnsentPlan")
@CallableFromModel
class CloseUnsentPlanDelegate implements JavaDelegate {

    private final PlanSteps steps;

    CloseUnsentPlanDelegate(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PlanSubmissionListener.SENT, false);
        steps.closeUnsent(PlanCases.id(execution));
    }
}
