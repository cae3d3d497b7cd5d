package vn.dusinhhoat.attendance.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.OwnTasks;

/** From a task of the caller to its visit. Whoever does not have the task learns nothing. */
@Component
public class VisitTasks {

    /**
     * A task of the caller, or one they may take.
     *
     * @param mine whether it is assigned to the caller
     * @param work what is to be done
     */
    public record VisitTask(Long visitId, String userId, boolean mine, Work work) {
    }

    /** What a task asks for; each allows other things. */
    public enum Work {
        WRITE, CORRECT, RECEIVE, RECEIVE_CORRECTION, URGE, DECIDE_ABSENCE, CONSIDER_OBJECTION, AGREE_DATE;

        /** Whether the report is written in this task. */
        public boolean writes() {
            return this == WRITE || this == CORRECT;
        }

        /** Whether the report is received in this task. */
        public boolean receives() {
            return this == RECEIVE || this == RECEIVE_CORRECTION;
        }
    }

    private final OwnTasks tasks;
    private final Caller caller;

    VisitTasks(OwnTasks tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** The task if it is open, belongs to a visit, and is the caller's to do or to take. */
    public Optional<VisitTask> ofCaller(String taskId) {
        return tasks.find(taskId, "attendance", "attendance-report", "report-correction").map(task ->
                new VisitTask(task.caseKey(), caller.userId(), task.mine(), workOf(task.element())));
    }

    private static Work workOf(String element) {
        return switch (element) {
            case "task_receiveReport" -> Work.RECEIVE;
            case "task_receiveCorrection" -> Work.RECEIVE_CORRECTION;
            case "task_correctReport" -> Work.CORRECT;
            case "task_considerObjection" -> Work.CONSIDER_OBJECTION;
            case "task_urgeReport" -> Work.URGE;
            case "task_agreeDate" -> Work.AGREE_DATE;
            case "task_decideAbsence" -> Work.DECIDE_ABSENCE;
            default -> Work.WRITE;
        };
    }
}
