package vn.dusinhhoat.organization;

import java.util.Set;

/** Level of a Party organisation. The two-level organisation simply has no DISTRICT. */
public enum UnitLevel implements Labelled {

    PROVINCE("Tỉnh"), DISTRICT("Huyện"), COMMUNE("Xã"), CELL("Chi bộ");

    private final String label;

    UnitLevel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Levels of which one may be directly above; none for the province. A cell of an agency may belong to any committee. */
    public Set<UnitLevel> parents() {
        return switch (this) {
            case PROVINCE -> Set.of();
            case DISTRICT -> Set.of(PROVINCE);
            case COMMUNE -> Set.of(PROVINCE, DISTRICT);
            case CELL -> Set.of(PROVINCE, DISTRICT, COMMUNE);
        };
    }
}
