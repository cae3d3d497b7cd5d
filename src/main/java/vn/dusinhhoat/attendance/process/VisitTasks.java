package vn.dusinhhoat.attendance.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;

/** From a task that the caller may see to its visit. Whoever cannot see the task learns nothing. */
@Component
public class VisitTasks {

    /**
     * A task seen by the caller.
     *
     * @param mine whether it is assigned to the caller
     * @param work what is to be done
     */
    public record VisitTask(Long visitId, String userId, boolean mine, Work work) {
    }

    /** What a task asks for; each allows other things. */
    public enum Work {
        WRITE, CORRECT, RECEIVE, RECEIVE_CORRECTION, URGE, DECIDE_ABSENCE, CONSIDER_OBJECTION;

        /** Whether the report is written in this task. */
        public boolean writes() {
            return this == WRITE || this == CORRECT;
        }

        /** Whether the report is received in this task. */
        public boolean receives() {
            return this == RECEIVE || this == RECEIVE_CORRECTION;
        }
    }

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Caller caller;

    VisitTasks(TaskService tasks, RuntimeService runtime, Caller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.caller = caller;
    }

    /** The task if it is open, belongs to a visit, and the caller may see it. */
    public Optional<VisitTask> seenByCaller(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKeyIn("attendance", "attendance-report", "report-correction").singleResult();
        return Optional.ofNullable(task).map(seen -> new VisitTask(visitOf(seen), caller.userId(),
                caller.userId().equals(seen.getAssignee()), workOf(seen.getTaskDefinitionKey())));
    }

    private static Work workOf(String element) {
        return switch (element) {
            case "task_receiveReport" -> Work.RECEIVE;
            case "task_receiveCorrection" -> Work.RECEIVE_CORRECTION;
            case "task_correctReport" -> Work.CORRECT;
            case "task_considerObjection" -> Work.CONSIDER_OBJECTION;
            case "task_urgeReport" -> Work.URGE;
            case "task_decideAbsence" -> Work.DECIDE_ABSENCE;
            default -> Work.WRITE;
        };
    }

    /** The right to the task is the right to its visit; the case itself is not for everybody to read. */
    private Long visitOf(Task task) {
        return caller.asSystem(() -> Long.valueOf(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey()));
    }
}
