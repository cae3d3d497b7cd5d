package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.platform.CallableFromModel;

/** Completing the task records who urged (ruling B5). */
@Component("planUrging")
@CallableFromModel
class PlanUrgingListener implements TaskListener {

    /** How somebody has urged; only in the moment of completion, never stored with the case. */
    static final String NOTE = "urgingNote";

    private final PlanReminders reminders;

    PlanUrgingListener(PlanReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void notify(DelegateTask task) {
        Task writing = task.getProcessEngineServices().getTaskService().createTaskQuery().processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKey(PlanCases.WRITING).singleResult();
        reminders.urged(PlanCases.id(task.getExecution()), task.getAssignee(), (String) task.getVariable(NOTE), writing.getId());
    }
}
