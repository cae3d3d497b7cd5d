package vn.dusinhhoat.access;

/** Groups that exist in every installation; groups of Party bodies follow the organisation. */
public enum SystemGroup {

    /** The engine's administrators; the id is the engine's own. */
    ADMINISTRATORS("camunda-admin", "Quản trị hệ thống"),
    /** Everybody who has work in Tasklist. */
    MEMBERS("members", "Đồng chí dự sinh hoạt, tiếp nhận báo cáo"),
    /** Members of organisation boards and offices; which units they work for, the organisation says. */
    STAFF("staff", "Cán bộ ban tổ chức, ban xây dựng đảng, văn phòng cấp ủy"),
    /** Who watches deadlines in Cockpit. */
    SUPERVISORS("supervisors", "Cán bộ theo dõi, đôn đốc");

    private final String id;
    private final String label;

    SystemGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    /** Vietnamese name. */
    public String label() {
        return label;
    }
}
