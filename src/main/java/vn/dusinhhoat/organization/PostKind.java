package vn.dusinhhoat.organization;

/** Posts that give a duty to attend cell meetings (I.2a, II.1a, II.2d). */
public enum PostKind implements Labelled {

    /** Member of the Party committee of the unit. */
    COMMITTEE_MEMBER("Cấp ủy viên"),
    /** Party member working at the commune, ward or township. */
    COMMUNE_WORKER("Đảng viên công tác tại xã");

    private final String label;

    PostKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
