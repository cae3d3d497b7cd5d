package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** Whether the late member belongs to Thường trực, whom no staff urges (rulings B5, B6). */
@Component("routeLateMember")
@CallableFromModel
class RouteLateMemberDelegate implements JavaDelegate {

    private final PlanSteps steps;

    RouteLateMemberDelegate(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("leaderPlans", steps.isLeader(PlanCases.id(execution)));
    }
}
