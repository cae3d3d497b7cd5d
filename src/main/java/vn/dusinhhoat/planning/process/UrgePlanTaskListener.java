package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to urge a member appears: it is named after the member. */
@Component("urgePlanTask")
@CallableFromModel
class UrgePlanTaskListener implements TaskListener {

    private final PlanSteps steps;

    UrgePlanTaskListener(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        PlanTaskTitle.give(task, "Đôn đốc gửi kế hoạch: đồng chí " + steps.subject(PlanCases.id(task.getExecution())).member());
    }
}
