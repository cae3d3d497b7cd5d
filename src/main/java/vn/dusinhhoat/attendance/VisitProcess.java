package vn.dusinhhoat.attendance;

/** The running case of a visit, as the domain sees it. */
public interface VisitProcess {

    /** Starts the case of a stored visit, in the caller's transaction. */
    void start(Long visitId);
}
