package vn.dusinhhoat.organization;

import static vn.dusinhhoat.organization.UnitLevel.CELL;

import java.util.Locale;

/** What a Party organisation is the organisation of. Visits go to cells of residential areas (I.2a). */
public enum UnitKind implements Labelled {

    PROVINCE("Tỉnh", UnitLevel.PROVINCE),
    MUNICIPALITY("Thành phố trực thuộc Trung ương", UnitLevel.PROVINCE),
    DISTRICT("Huyện", UnitLevel.DISTRICT),
    CITY("Thành phố", UnitLevel.DISTRICT),
    DISTRICT_TOWN("Thị xã", UnitLevel.DISTRICT),
    URBAN_DISTRICT("Quận", UnitLevel.DISTRICT),
    COMMUNE("Xã", UnitLevel.COMMUNE),
    WARD("Phường", UnitLevel.COMMUNE),
    TOWNSHIP("Thị trấn", UnitLevel.COMMUNE),
    SPECIAL_ZONE("Đặc khu", UnitLevel.COMMUNE),
    THON("Thôn", true), XOM("Xóm", true), BAN("Bản", true), KHOI("Khối", true), TO_DAN_PHO("Tổ dân phố", true),
    AP("Ấp", true), KHU("Khu", true), BUON("Buôn", true),
    AGENCY_CELL("Cơ quan", false), SCHOOL_CELL("Trường học", false), POLICE_CELL("Công an", false),
    MILITARY_CELL("Quân sự", false), HEALTH_CELL("Y tế", false), COOPERATIVE_CELL("Hợp tác xã", false),
    ENTERPRISE_CELL("Doanh nghiệp", false), OTHER_CELL("Chi bộ khác", false);

    private final String label;
    private final UnitLevel level;
    private final boolean residential;

    UnitKind(String label, UnitLevel level) {
        this.label = label;
        this.level = level;
        this.residential = false;
    }

    UnitKind(String label, boolean residential) {
        this.label = label;
        this.level = CELL;
        this.residential = residential;
    }

    @Override
    public String label() {
        return label;
    }

    public UnitLevel level() {
        return level;
    }

    /** Whether people of a residential area belong to it. */
    public boolean isResidential() {
        return residential;
    }

    /** The unit's name inside a sentence: "xã Kim Liên" of "Xã Kim Liên". */
    public String inText(String unitName) {
        return unitName.isEmpty() ? unitName
                : unitName.substring(0, 1).toLowerCase(Locale.ROOT) + unitName.substring(1);
    }

    /** Name of the unit's Party committee in names of bodies: "Tỉnh ủy Nghệ An", "Đảng ủy xã Kim Liên". */
    public String committee(String unitName) {
        String own = unitName.regionMatches(true, 0, label, 0, label.length())
                ? unitName.substring(label.length()).strip() : unitName;
        return switch (this) {
            case PROVINCE -> "Tỉnh ủy " + own;
            case MUNICIPALITY -> "Thành ủy " + unitName.replaceFirst("(?i)^thành phố ", "");
            case DISTRICT -> "Huyện ủy " + own;
            case CITY -> "Thành ủy " + own;
            case DISTRICT_TOWN -> "Thị ủy " + own;
            case URBAN_DISTRICT -> "Quận ủy " + own;
            default -> "Đảng ủy " + inText(unitName);
        };
    }
}
