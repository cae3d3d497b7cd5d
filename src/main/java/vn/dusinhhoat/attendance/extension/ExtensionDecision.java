package vn.dusinhhoat.attendance.extension;

/** What a person decides about an extension. */
public enum ExtensionDecision {
    APPLY,
    CANCEL
}
