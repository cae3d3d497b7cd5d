package vn.dusinhhoat.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Cases of the engine, by the number of what they are about: their business key. Everything is done in the name of the system:
 * who does a step has no right to start or tell other cases.
 */
public interface Cases {

    /**
     * A case to be.
     *
     * @param key      what it is about
     * @param unitCode unit that owns it
     */
    record NewCase(Long key, String unitCode) {
    }

    /** Starts a case by the newest diagram of the process. */
    void start(String process, NewCase begun, Map<String, Object> variables);

    /** The same by the message of its start event. */
    void startBy(String message, NewCase begun);

    /** Starts many as one command of the engine. */
    void startAll(String process, List<NewCase> begun);

    /**
     * Tells a case what has happened.
     *
     * @return whether any waited for it; one that has ended meanwhile is told nothing: what counts stands in the tables
     */
    boolean tell(Long key, String message, Map<String, Object> variables);

    /** Tells many as one command of the engine. */
    void tellAll(Collection<Long> keys, String message);
}
