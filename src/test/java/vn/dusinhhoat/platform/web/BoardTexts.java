package vn.dusinhhoat.platform.web;

import static vn.dusinhhoat.platform.web.HostileWard.OFFICE;
import static vn.dusinhhoat.platform.web.HostileWard.today;

import java.util.Map;
import java.util.function.Supplier;
import vn.dusinhhoat.attendance.Visit;

/** How the texts of the board of what is late are sent, and where they are kept. */
class BoardTexts {

    static final String BOARD_API = "/camunda/api/supervision";
    private static final String EVENT = "select detail from visit_event where kind in ('URGED', 'ABSENCE_DECIDED', 'HANDED_OVER') order by id desc limit 1";

    private final HostileWard ward;

    BoardTexts(HostileWard ward) {
        this.ward = ward;
    }

    Map<String, Supplier<TextRow>> rows() {
        return Map.ofEntries(
                Map.entry("BoardQuery.unit", () -> ward.row("đơn vị", OFFICE, "POST", BOARD_API + "/board", "{\"unit\":%s}", null)),
                Map.entry("BoardQuery.kind", () -> ward.row("loại việc", OFFICE, "POST", BOARD_API + "/board", "{\"kind\":%s}", null)),
                Map.entry("BoardQuery.definitionId", () -> ward.row("sơ đồ", OFFICE, "POST", BOARD_API + "/board", "{\"definitionId\":%s}", null)),
                Map.entry("ActionController.UrgeRequest.tasks", () -> chosen("/urge")),
                Map.entry("ActionController.ExtendRequest.tasks", () -> chosen("/extend")),
                Map.entry("ActionController.HandOverRequest.tasks", () -> chosen("/hand-over")),
                Map.entry("ActionController.ExcuseRequest.tasks", () -> chosen("/excuse")),
                Map.entry("ActionController.UrgeRequest.reason", () -> action("/urge", ward.late(), "", EVENT)),
                Map.entry("ActionController.ExtendRequest.reason", () -> action("/extend", ward.late(), "\"lastDay\":\"" + today().plusDays(20) + "\",",
                        "select reason from report_extension order by id desc limit 1")),
                Map.entry("ActionController.ExcuseRequest.reason", () -> action("/excuse", ward.late(), "\"absence\":\"MISSION\",", EVENT)),
                Map.entry("ActionController.HandOverRequest.reason", () -> action("/hand-over", ward.sent(), "\"to\":\"dv-16702-2\",", EVENT)),
                Map.entry("ActionController.HandOverRequest.to", () -> ward.row("đồng chí nhận việc", OFFICE, "POST", BOARD_API + "/actions/hand-over",
                        "{\"tasks\":[\"" + ward.openTask(ward.sent()) + "\"],\"to\":%s}", null)));
    }

    private TextRow chosen(String action) {
        return ward.row("việc được chọn", OFFICE, "POST", BOARD_API + "/actions" + action, "{\"tasks\":[%s]}", null);
    }

    private TextRow action(String action, Visit of, String more, String kept) {
        return ward.row("lý do", OFFICE, "POST", BOARD_API + "/actions" + action,
                "{\"tasks\":[\"" + ward.openTask(of) + "\"]," + more + "\"reason\":%s}", kept);
    }
}
