package vn.dusinhhoat.organization;

/** Kinds of bodies of a Party organisation that plans, reports and recommendations are routed to (ruling A13). */
public enum BodyKind implements Labelled {

    /** Secretary and deputy secretaries; receives reports. */
    THUONG_TRUC("Thường trực"),
    /** The larger committee, not the receiver of reports. */
    BAN_THUONG_VU("Ban Thường vụ"),
    EXECUTIVE_COMMITTEE("Ban Chấp hành"),
    ORGANISATION_BOARD("Ban Tổ chức"),
    OFFICE("Văn phòng"),
    /** Committee over the cell that is visited. */
    HOST_COMMITTEE("Đảng ủy nơi có chi bộ"),
    CELL_COMMITTEE("Chi ủy");

    private final String label;

    BodyKind(String label) {
        this.label = label;
    }

    /** Vietnamese name without the unit. */
    @Override
    public String label() {
        return label;
    }

    /** Part of group ids: lower case, words joined. */
    public String idPart() {
        return name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }
}
