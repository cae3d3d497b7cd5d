package vn.dusinhhoat.attendance;

/** How far the ladder of a late report has come (ruling B5), in its order; labels are those of the user interface. */
public enum LateStep {
    LATE("Quá hạn: đã nhắc đồng chí gửi báo cáo"),
    URGED("Đã đôn đốc (ban tổ chức, ban xây dựng đảng hoặc văn phòng cấp ủy)"),
    LEADERS("Đã báo cáo Thường trực cấp ủy"),
    ABOVE("Đã tổng hợp vào báo cáo cấp trên"),
    NOTED("Đã báo riêng đồng chí đó và phó bí thư thường trực");

    private final String label;

    LateStep(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
