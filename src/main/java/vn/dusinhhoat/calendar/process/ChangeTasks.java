package vn.dusinhhoat.calendar.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;

/** From a task that the caller may see to its change. Whoever cannot see the task learns nothing. */
@Component
public class ChangeTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Caller caller;

    ChangeTasks(TaskService tasks, RuntimeService runtime, Caller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.caller = caller;
    }

    /** Id of the change whose open task this is. */
    public Optional<Long> seenByCaller(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKey(CalendarChangeProcess.KEY).singleResult();
        return Optional.ofNullable(task).map(seen -> caller.asSystem(() -> Long.valueOf(runtime.createProcessInstanceQuery()
                .processInstanceId(seen.getProcessInstanceId()).singleResult().getBusinessKey())));
    }
}
