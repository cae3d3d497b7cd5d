package vn.dusinhhoat.platform;

import java.time.Instant;
import java.util.Map;

/** Due dates of many tasks and timers at once, whatever units their cases belong to. */
public interface DueDates {

    /**
     * Gives them new ones, in the caller's transaction.
     *
     * @param tasks  by task id
     * @param timers by job id
     */
    void move(Map<String, Instant> tasks, Map<String, Instant> timers);
}
