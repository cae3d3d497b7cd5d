package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import vn.dusinhhoat.planning.PlanLimits.PlanTask;

/** Open tasks of plans with a limit, and the timers of their cases. */
public interface PlanLimitTasks {

    /**
     * An open task.
     *
     * @param begunOn  day in Vietnam on which its limit began to count
     * @param span     as drawn on its version of the diagram
     * @param dueAt    its limit now
     * @param waiting  timers of the case that have not passed, by the id of the job: reminders, the limit itself, what comes behind it
     */
    record OpenPlanTask(String taskId, LocalDate begunOn, Period span, Instant dueAt, Map<String, Instant> waiting) {
    }

    /** The task, if it is open and the diagram limits it. */
    Optional<OpenPlanTask> find(PlanTask task);

    /**
     * Moves the task and its timers together, in the caller's transaction.
     *
     * @param timers new moments, by the id of the job
     */
    void move(OpenPlanTask task, Instant dueAt, Map<String, Instant> timers);
}
