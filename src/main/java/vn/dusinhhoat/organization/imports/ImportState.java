package vn.dusinhhoat.organization.imports;

/** How far an import has come. */
public enum ImportState {
    /** A file is there and waits for its check. */
    UPLOADED,
    CHECKING,
    /** Has faults; waits for a mended file. */
    FAULTY,
    /** Without faults; waits for the decision. */
    READY,
    APPLYING,
    APPLIED,
    CANCELLED
}
