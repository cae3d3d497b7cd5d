package vn.dusinhhoat.organization;

/** Posts that give a duty to attend cell meetings (I.2a, II.1a, II.2d). */
public enum PostKind {

    /** Member of the Party committee of the unit. */
    COMMITTEE_MEMBER,
    /** Party member working at the commune, ward or township. */
    COMMUNE_WORKER
}
