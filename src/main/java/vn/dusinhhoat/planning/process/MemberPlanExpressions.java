package vn.dusinhhoat.planning.process;

import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** Who gets the tasks of a member's plan: {@code ${memberPlan.member(execution)}}. */
@Component("memberPlan")
@CallableFromModel
public class MemberPlanExpressions {

    private final PlanSteps steps;

    MemberPlanExpressions(PlanSteps steps) {
        this.steps = steps;
    }

    /** User id of the member; null for somebody without a login. */
    @CallableFromModel
    public String member(DelegateExecution execution) {
        return steps.member(PlanCases.id(execution));
    }

    /** Groups that type for a member without a login (situation C24); none otherwise. */
    @CallableFromModel
    public Collection<String> staffInstead(DelegateExecution execution) {
        return steps.staffInstead(PlanCases.id(execution));
    }

    /** Groups of board and office. */
    @CallableFromModel
    public Collection<String> staff(DelegateExecution execution) {
        return steps.staff(PlanCases.id(execution));
    }
}
