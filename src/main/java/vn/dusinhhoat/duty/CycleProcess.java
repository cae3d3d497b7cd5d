package vn.dusinhhoat.duty;

/** The process that opens periods, as the domain sees it. */
public interface CycleProcess {

    /** Opens what is due and missing, in steps of its own; in the caller's transaction only its beginning is stored. */
    void begin();
}
