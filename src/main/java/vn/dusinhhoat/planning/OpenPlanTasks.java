package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dusinhhoat.calendar.LimitStart;
import vn.dusinhhoat.calendar.WorkingCalendar;

/** Tasks of annual plans that wait until a day, with the timers at them, as the domain sees them. */
public interface OpenPlanTasks {

    /** Whose case it is. */
    enum Of { CAMPAIGN, MEMBER, HOST }

    /**
     * A task of a plan.
     *
     * @param key     id of the campaign, the member's plan, the request
     * @param element on the diagram
     */
    record PlanTask(Of of, Long key, String element) {
    }

    /**
     * A task that waits.
     *
     * @param caseId of the engine's case
     * @param name   of the task, Vietnamese
     * @param from   day on which it began, in Vietnam; limits count from it
     * @param span   as written on the diagram that this very case follows
     * @param limit  as it stands
     */
    record OpenPlanTask(PlanTask task, String taskId, String caseId, String name, LocalDate from, Period span, Instant limit, List<Timer> timers) {

        Of of() {
            return task.of();
        }

        Long key() {
            return task.key();
        }

        /** What the limits of the task and of the timers at it count from. */
        LimitStart begun() {
            return new LimitStart(from, "Từ " + WorkingCalendar.named(from));
        }
    }

    /** A timer at the task that has not fired: reminder, ladder, end. */
    record Timer(String id, Period span, Instant at) {
    }

    /** All of them whose limit is written on their diagram. */
    List<OpenPlanTask> all();

    /** The task, if it is open and its diagram limits it. */
    Optional<OpenPlanTask> find(PlanTask task);

    /** Every timer of the task's case that has not fired, at the task or behind it, by its id. */
    Map<String, Instant> waiting(OpenPlanTask task);

    /** Gives tasks and timers new days, in the caller's transaction; both by their ids. */
    void move(Map<String, Instant> tasks, Map<String, Instant> timers);
}
