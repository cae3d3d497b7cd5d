package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** Completing the task settles the lines for which hosts propose other dates (III.1a). */
@Component("planRevision")
@CallableFromModel
class PlanRevisionListener implements TaskListener {

    private final PlanSteps steps;
    private final Caller caller;

    PlanRevisionListener(PlanSteps steps, Caller caller) {
        this.steps = steps;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        steps.revise(PlanCases.id(task.getExecution()), caller.userId());
    }
}
