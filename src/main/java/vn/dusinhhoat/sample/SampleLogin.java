package vn.dusinhhoat.sample;

import vn.dusinhhoat.access.SystemGroup;

/**
 * One account per role, to try the product with.
 *
 * @param userId login name
 * @param role   Vietnamese: who that is
 * @param start  path of the application this role works in
 */
record SampleLogin(String userId, String role, SystemGroup group, String start) {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    static final SampleLogin PROVINCE_MEMBER = member("tinhuyvien", "Tỉnh ủy viên (báo cáo trong 03 ngày)");
    static final SampleLogin PROVINCE_RECEIVER = member("thuongtructinh", "Thường trực Tỉnh ủy (tiếp nhận báo cáo)");
    static final SampleLogin COMMUNE_WORKER =
            member("canboxa", "Đảng viên công tác tại xã Kim Liên (báo cáo trong 01 ngày)");
    static final SampleLogin LATE_WORKER =
            member("canbophuong", "Đảng viên công tác tại phường Trường Vinh (có báo cáo quá hạn)");
    static final SampleLogin COMMUNE_RECEIVER =
            member("thuongtrucxa", "Thường trực Đảng ủy xã Kim Liên (tiếp nhận báo cáo)");
    static final SampleLogin SUPERVISOR = new SampleLogin("giamsat", "Cán bộ theo dõi, đôn đốc",
            SystemGroup.SUPERVISORS, "/camunda/app/cockpit/default/");
    static final SampleLogin ADMINISTRATOR = new SampleLogin("quantri", "Quản trị hệ thống",
            SystemGroup.ADMINISTRATORS, "/camunda/app/admin/default/");

    private static SampleLogin member(String userId, String role) {
        return new SampleLogin(userId, role, SystemGroup.MEMBERS, TASKLIST);
    }

    static java.util.List<SampleLogin> all() {
        return java.util.List.of(COMMUNE_WORKER, COMMUNE_RECEIVER, PROVINCE_MEMBER, PROVINCE_RECEIVER, LATE_WORKER,
                SUPERVISOR, ADMINISTRATOR);
    }
}
