package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** Completing the task sends the plan, in the name of who does it (III.1a). */
@Component("planSubmission")
@CallableFromModel
class PlanSubmissionListener implements TaskListener {

    /** Variable: whether the plan was sent. */
    static final String SENT = "planSent";

    private final PlanSteps steps;
    private final Caller caller;

    PlanSubmissionListener(PlanSteps steps, Caller caller) {
        this.steps = steps;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        steps.send(PlanCases.id(task.getExecution()), caller.userId());
        task.getExecution().setVariable(SENT, true);
    }
}
