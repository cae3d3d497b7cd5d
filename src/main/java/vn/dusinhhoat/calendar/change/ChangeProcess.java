package vn.dusinhhoat.calendar.change;

import java.util.Optional;

/** The case of a change of the calendar in the engine. */
public interface ChangeProcess {

    /** Starts the case; the business key is the change's id. */
    void start(Long changeId);

    /** Id of the task that waits for a person, if there is one. */
    Optional<String> openTask(Long changeId);
}
