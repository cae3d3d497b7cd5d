package vn.dusinhhoat.access;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.OwnTasks;

/** Asks the engine, first as the caller, so that another unit's task is none. */
@Component
class EngineOwnTasks implements OwnTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identities;
    private final Caller caller;

    EngineOwnTasks(TaskService tasks, RuntimeService runtime, IdentityService identities, Caller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identities = identities;
        this.caller = caller;
    }

    @Override
    public Optional<OwnTask> find(String taskId, String... processes) {
        Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKeyIn(processes).singleResult();
        if (task == null) {
            return Optional.empty();
        }
        boolean mine = caller.userId().equals(task.getAssignee());
        List<String> groups = identities.getCurrentAuthentication().getGroupIds();
        // The right to the task is the right to what it is about; the case itself is not for everybody to read.
        return caller.asSystem(() -> !mine && !isCandidate(taskId, groups) ? Optional.empty()
                : Optional.of(new OwnTask(caseKey(task), task.getTaskDefinitionKey(), mine)));
    }

    private boolean isCandidate(String taskId, List<String> groups) {
        return groups != null && tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType())).map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }

    private long caseKey(Task task) {
        return Long.parseLong(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                .singleResult().getBusinessKey());
    }
}
