package vn.dusinhhoat.organization;

/** Level of a Party organisation. The two-level organisation simply has no DISTRICT. */
public enum UnitLevel {
    PROVINCE, DISTRICT, COMMUNE, CELL
}
