package vn.dusinhhoat.attendance;

/** The running case of a visit, as the domain sees it. */
public interface VisitProcess {

    /**
     * Starts the case of a stored visit, in the caller's transaction.
     *
     * @param ownerUnit code of the unit whose tenant the case belongs to
     */
    void start(Long visitId, String ownerUnit);

    /** The visitor has taken the report back; its case follows. */
    void withdrawn(Long visitId);
}
