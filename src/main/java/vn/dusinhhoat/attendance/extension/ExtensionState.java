package vn.dusinhhoat.attendance.extension;

/** How far an extension has come. */
public enum ExtensionState {
    /** Written down; its case is just beginning. */
    NEW,
    /** Waits for the decision. */
    OPEN,
    /** Decided; limits are being moved. */
    APPLYING,
    /** In force, for reports that open later too. */
    APPLIED,
    CANCELLED
}
