package vn.dusinhhoat.attendance.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;

/** From a task that the caller may see to its extension. Whoever cannot see the task learns nothing. */
@Component
public class ExtensionTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Caller caller;

    ExtensionTasks(TaskService tasks, RuntimeService runtime, Caller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.caller = caller;
    }

    /** Id of the extension whose open task this is. */
    public Optional<Long> seenByCaller(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKey(LimitExtensionProcess.KEY).singleResult();
        return Optional.ofNullable(task).map(seen -> caller.asSystem(() -> Long.valueOf(runtime.createProcessInstanceQuery()
                .processInstanceId(seen.getProcessInstanceId()).singleResult().getBusinessKey())));
    }
}
