package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** Tasks of annual plans that wait until a day, with the timers at them, as the domain sees them. */
public interface OpenPlanTasks {

    /** Whose case it is; the key is the id of campaign, plan or request. */
    enum Of { CAMPAIGN, MEMBER, HOST }

    /**
     * A task that waits.
     *
     * @param name  of the task, Vietnamese
     * @param from  day on which it began, in Vietnam; limits count from it
     * @param span  as written on the diagram that this very case follows
     * @param limit as it stands
     */
    record OpenPlanTask(Of of, Long key, String taskId, String name, LocalDate from, Period span, Instant limit, List<Timer> timers) {
    }

    /** A timer at the task that has not fired: reminder, ladder, end. */
    record Timer(String id, Period span, Instant at) {
    }

    /** All of them. */
    List<OpenPlanTask> all();

    /** Gives tasks and timers new days, in the caller's transaction; both by their ids. */
    void move(Map<String, Instant> tasks, Map<String, Instant> timers);
}
