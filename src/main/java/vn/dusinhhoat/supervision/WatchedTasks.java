package vn.dusinhhoat.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the board knows about tasks of some processes beyond what every open task with a due date tells by itself (when it is
 * due, whose unit's it is, who has it). A process without one is on the board all the same, under the names of its diagram.
 */
public interface WatchedTasks {

    /** Kinds of tasks of these processes; of several tasks of one kind each has an entry with the same code and label. */
    List<WatchedKind> kinds();

    /**
     * What cases are about, in one statement however many they are.
     *
     * @param process id of the process
     * @param ids     business keys of its cases
     */
    Map<Long, Subject> subjects(String process, Collection<Long> ids);
}
