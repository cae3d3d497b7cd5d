package vn.dusinhhoat.attendance;

/** The running case of a visit, as the domain sees it. */
public interface VisitProcess {

    /**
     * Starts the case of a stored visit, in the caller's transaction.
     *
     * @param ownerUnit code of the unit whose tenant the case belongs to
     */
    void start(Long visitId, String ownerUnit);

    /**
     * The visitor has taken the report back; its case follows.
     *
     * @throws vn.dusinhhoat.platform.RuleViolation when the case runs by a diagram that knows no such thing; so do the next
     */
    void withdrawn(Long visitId);

    /** The meeting takes place at another time; its case follows. */
    void moved(Long visitId);

    /** The visitor does not attend; somebody else is asked to decide. */
    void absent(Long visitId);

    /** The cell did not meet; the case ends. */
    void notHeld(Long visitId);

    /** Nothing is owed any more: the case ends if it still waits for the meeting. Returns whether it did. */
    boolean ended(Long visitId);
}
