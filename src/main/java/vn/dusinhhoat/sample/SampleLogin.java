package vn.dusinhhoat.sample;

import java.util.List;
import java.util.stream.Stream;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.platform.InstallationProperties.Sample.Levels;

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
    /** Staff who also watch deadlines in Cockpit: whoever only looks does not urge (ruling B5). */
    static final SampleLogin PROVINCE_BOARD = new SampleLogin("bantochuctinh", "Ban Tổ chức Tỉnh ủy (rà soát kế hoạch; theo dõi, đôn đốc)",
            SystemGroup.SUPERVISORS, "/camunda/app/cockpit/default/");
    static final SampleLogin DISTRICT_MEMBER = member("huyenuyvien", "Huyện ủy viên (báo cáo trong 03 ngày)");
    static final SampleLogin DISTRICT_RECEIVER = member("thuongtruchuyen", "Thường trực cấp ủy huyện (tiếp nhận báo cáo)");
    static final SampleLogin COMMUNE_WORKER =
            member("canboxa", "Đảng viên công tác tại xã Kim Liên (báo cáo trong 01 ngày)");
    static final SampleLogin LATE_WORKER =
            member("canbophuong", "Đảng viên công tác tại phường (có báo cáo quá hạn)");
    static final SampleLogin COMMUNE_RECEIVER =
            member("thuongtrucxa", "Thường trực Đảng ủy xã Kim Liên (tiếp nhận báo cáo)");
    static final SampleLogin SUPERVISOR = new SampleLogin("giamsat", "Cán bộ theo dõi toàn tỉnh (chỉ xem)",
            SystemGroup.SUPERVISORS, "/camunda/app/cockpit/default/");
    static final SampleLogin ADMINISTRATOR = new SampleLogin("quantri", "Quản trị hệ thống",
            SystemGroup.ADMINISTRATORS, "/camunda/app/admin/default/");

    private static SampleLogin member(String userId, String role) {
        return new SampleLogin(userId, role, SystemGroup.MEMBERS, TASKLIST);
    }

    static List<SampleLogin> all(Levels levels) {
        Stream<SampleLogin> districts = levels == Levels.TWO ? Stream.empty() : Stream.of(DISTRICT_MEMBER, DISTRICT_RECEIVER);
        return Stream.of(Stream.of(COMMUNE_WORKER, COMMUNE_RECEIVER), districts,
                Stream.of(PROVINCE_MEMBER, PROVINCE_RECEIVER, LATE_WORKER, PROVINCE_BOARD, SUPERVISOR, ADMINISTRATOR))
                .flatMap(each -> each).toList();
    }
}
