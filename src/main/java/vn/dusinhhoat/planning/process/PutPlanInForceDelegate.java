package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlansInForce;
import vn.dusinhhoat.platform.CallableFromModel;

/** What Thường trực has agreed to becomes dated duties (III.1a). */
@Component("putPlanInForce")
@CallableFromModel
class PutPlanInForceDelegate implements JavaDelegate {

    private final PlansInForce plans;

    PutPlanInForceDelegate(PlansInForce plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.put(PlanCases.id(execution));
    }
}
