package vn.dusinhhoat.supervision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * What the board knows about tasks of some processes beyond what every open task with a due date tells by itself (when it is
 * due, whose unit's it is, who has it), and how each action is done there. A process without one is on the board all the same,
 * under the names of its diagram. Who may do what is settled before; what a kind does not list is never asked for.
 */
public interface WatchedTasks {

    /**
     * Something that happened to a case.
     *
     * @param actor user id; null for the system
     * @param kind  a stable code
     * @param text  Vietnamese, without anything that others are to read
     */
    record Event(Instant at, String actor, String kind, String text) {
    }

    /** Kinds of tasks of these processes; of several tasks of one kind each has an entry with the same code and label. */
    List<WatchedKind> kinds();

    /**
     * What cases are about, in one statement however many they are.
     *
     * @param process id of the process
     * @param ids     business keys of its cases
     */
    Map<Long, Subject> subjects(String process, Collection<Long> ids);

    /** User id of the person whose own case it is; empty where it is nobody's. */
    Optional<String> owner(String process, Long id);

    /** What has happened to a case, oldest first. */
    List<Event> events(String process, Long id);

    /** Where the limit comes from: rule, day, what moved it; empty where only the diagram says. */
    Optional<String> limitReason(WatchedTask task);

    /**
     * Urges: with the ladder where there is one, kept with the case.
     *
     * @param note how, in Vietnamese; null without one
     * @throws RuleViolation when it is one's own, or over
     */
    void urge(WatchedTask task, String note, String actor);

    /**
     * What more time would do. Nothing is stored.
     *
     * @param more with who grants it, as in a sentence, in the place of the document
     * @throws RuleViolation when the limit cannot move so
     */
    MovedLimit preview(WatchedTask task, Extension more);

    /**
     * Limit, task and timers together.
     *
     * @param reason Vietnamese
     * @throws RuleViolation as {@link #preview}
     */
    void extend(WatchedTask task, Extension more, String actor, String reason);

    /**
     * Excuses an absence.
     *
     * @param reason of no effect where it has been said
     * @param note   Vietnamese
     * @throws RuleViolation when it is one's own, or makes no sense
     */
    default void excuse(WatchedTask task, AbsenceReason reason, String note, String actor) {
        throw new RuleViolation("Không áp dụng được cho việc này.");
    }

    /**
     * Keeps that a body's task has gone to another member.
     *
     * @param detail which task, to whom and why, in Vietnamese
     */
    void handedOver(WatchedTask task, String detail, String actor);
}
