package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tasks and timers of reports that are not sent, as the domain sees them. */
public interface OpenReportTasks {

    /**
     * A report task that waits.
     *
     * @param span    as written on the diagram that this very case follows
     * @param timerId of the limit's timer; null when it has fired
     */
    record OpenReportTask(Long visitId, String taskId, Period span, String timerId) {
    }

    /** All of them. */
    List<OpenReportTask> all();

    /** Those of these visits. */
    List<OpenReportTask> of(Collection<Long> visitIds);

    /** Gives tasks and their timers new limits, in the caller's transaction; a timer that has fired stays fired. */
    void move(Map<OpenReportTask, Instant> limits);
}
