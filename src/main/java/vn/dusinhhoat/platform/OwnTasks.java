package vn.dusinhhoat.platform;

import java.util.Optional;

/** From a task to what it is about, for who does it. */
public interface OwnTasks {

    /**
     * An open task that is the caller's to do, or to take.
     *
     * @param caseKey id of the visit, import or whatever else the case is about
     * @param element id of the task on the diagram
     * @param mine    whether the caller has it; false while they may take it
     */
    record OwnTask(long caseKey, String element, boolean mine) {
    }

    /**
     * The task if it is open, belongs to one of these processes, and is assigned to the caller or to a group of theirs.
     * Supervisors and administrators see that it exists, but not here what is in it (row A6).
     */
    Optional<OwnTask> find(String taskId, String... processes);
}
