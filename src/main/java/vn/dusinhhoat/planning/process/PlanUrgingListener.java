package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** Completing the task records who urged (ruling B5). */
@Component("planUrging")
@CallableFromModel
class PlanUrgingListener implements TaskListener {

    private final PlanReminders reminders;
    private final Caller caller;

    PlanUrgingListener(PlanReminders reminders, Caller caller) {
        this.reminders = reminders;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        reminders.urged(PlanCases.id(task.getExecution()), caller.userId());
    }
}
