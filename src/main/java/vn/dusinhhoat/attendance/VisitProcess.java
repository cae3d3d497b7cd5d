package vn.dusinhhoat.attendance;

import java.util.List;

/** The running case of a visit, as the domain sees it. */
public interface VisitProcess {

    /**
     * Starts the case of a stored visit, in the caller's transaction.
     *
     * @param ownerUnit code of the unit whose tenant the case belongs to
     */
    void start(Long visitId, String ownerUnit);

    /**
     * A case to be started.
     *
     * @param ownerUnit code of the unit whose tenant it belongs to
     */
    record NewCase(Long visitId, String ownerUnit) {
    }

    /** Starts many cases at once, in the caller's transaction. */
    void startAll(List<NewCase> cases);

    /**
     * The visitor has taken the report back; its case follows.
     *
     * @throws vn.dusinhhoat.platform.RuleViolation when the case runs by a diagram that knows no such thing; so do the next
     */
    void withdrawn(Long visitId);

    /** The meeting takes place at another time; its case follows. */
    void moved(Long visitId);

    /** Visitor and cell have agreed on the date as it stands: a task to agree on it goes, if there is one. */
    void agreed(Long visitId);

    /** Another cell has taken over the visited one: an open task to agree on the date is about that cell now. */
    void cellTakenOver(Long visitId);

    /** The visitor does not attend; somebody else is asked to decide. */
    void absent(Long visitId);

    /** An absence that was reported for several visits at once has been decided about; the task about this one goes. */
    void absenceDecided(Long visitId, boolean excused, boolean carryOver);

    /**
     * The host committee wants the visit to be looked at again.
     *
     * @throws vn.dusinhhoat.platform.RuleViolation when the time for it has passed
     */
    void hostObjected(Long visitId);

    /**
     * Completes the open task to urge, if there is one, in somebody's name; the diagram goes on from there.
     *
     * @param note how they urged; null without one
     * @return whether there was one
     */
    boolean urged(Long visitId, String actor, String note);

    /** Completes the task to decide about an absence in somebody's name: it is excused. */
    void excused(Long visitId, String actor);

    /** A report on paper has been entered: task and ladder go. */
    void paperReported(Long visitId);

    /**
     * A case of its own for a report whose case is over.
     *
     * @param ownerUnit code of the unit whose tenant the case belongs to
     * @param written   whether the new version is there already
     */
    void correct(Long visitId, String ownerUnit, boolean written);

    /** The cell did not meet; the case ends. */
    void notHeld(Long visitId);

    /** Nothing is owed any more: the case ends. Returns whether it runs by a diagram that knows such an end. */
    boolean ended(Long visitId);
}
