package vn.dusinhhoat.planning.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.OwnTasks;

/** From a task of the caller to what it is about. Whoever does not have the task learns nothing. */
@Component
public class PlanTasks {

    /** What a task asks for. */
    public enum Work { WRITE, SUPPLEMENT, REVISE, URGE, CHECK, CONSOLIDATE, OPINION, OWN_OPINION, HOST }

    /**
     * A task of the caller, or one they may take.
     *
     * @param mine     whether it is assigned to the caller
     * @param user     user id of the caller
     * @param plan     of the member's tasks, and of OWN_OPINION; else null
     * @param campaign null for HOST
     * @param request  for HOST only
     */
    public record PlanTask(boolean mine, String user, Work work, Long plan, Long campaign, Long request) {
    }

    private final OwnTasks tasks;
    private final PlanSteps steps;
    private final Opinions opinions;
    private final Caller caller;

    PlanTasks(OwnTasks tasks, PlanSteps steps, Opinions opinions, Caller caller) {
        this.tasks = tasks;
        this.steps = steps;
        this.opinions = opinions;
        this.caller = caller;
    }

    /** The task if it is open, belongs to a plan, and is the caller's to do or to take. */
    @Transactional(readOnly = true)
    public Optional<PlanTask> ofCaller(String taskId) {
        return tasks.find(taskId, PlanCases.CAMPAIGN, PlanCases.MEMBER, PlanCases.HOST).map(this::planTask);
    }

    private PlanTask planTask(OwnTasks.OwnTask task) {
        Work work = workOf(task.element());
        Long key = task.caseKey();
        return switch (work) {
            case HOST -> new PlanTask(task.mine(), caller.userId(), work, null, null, key);
            case OWN_OPINION -> new PlanTask(task.mine(), caller.userId(), work, opinions.ownPart(key).planId(), key, null);
            case CHECK, CONSOLIDATE, OPINION -> new PlanTask(task.mine(), caller.userId(), work, null, key, null);
            default -> new PlanTask(task.mine(), caller.userId(), work, key, steps.campaignOf(key), null);
        };
    }

    private static Work workOf(String element) {
        return switch (element) {
            case "task_supplementPlan" -> Work.SUPPLEMENT;
            case "task_revisePlan" -> Work.REVISE;
            case "task_urgePlan" -> Work.URGE;
            case "task_checkPlans" -> Work.CHECK;
            case "task_consolidatePlan" -> Work.CONSOLIDATE;
            case "task_giveOpinion" -> Work.OPINION;
            case "task_giveOwnOpinion" -> Work.OWN_OPINION;
            case "task_giveHostOpinion" -> Work.HOST;
            default -> Work.WRITE;
        };
    }
}
