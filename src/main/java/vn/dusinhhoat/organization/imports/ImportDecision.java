package vn.dusinhhoat.organization.imports;

/** What a person decides about an import. */
public enum ImportDecision {
    /** Check the mended file. */
    CHECK,
    APPLY,
    CANCEL
}
