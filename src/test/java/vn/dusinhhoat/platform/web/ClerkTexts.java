package vn.dusinhhoat.platform.web;

import static vn.dusinhhoat.platform.web.HostileWard.API;
import static vn.dusinhhoat.platform.web.HostileWard.BOARD;
import static vn.dusinhhoat.platform.web.HostileWard.OFFICE;
import static vn.dusinhhoat.platform.web.HostileWard.WARD;
import static vn.dusinhhoat.platform.web.HostileWard.today;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/** How the texts of clerks, administrators and who sets a password are sent, and where they are kept. */
class ClerkTexts {

    private final HostileWard ward;

    ClerkTexts(HostileWard ward) {
        this.ward = ward;
    }

    Map<String, Supplier<TextRow>> rows() {
        return Map.ofEntries(
                Map.entry("WantedExtension.communes", () -> ward.row("xã, phường", OFFICE, "POST", API + "/extensions",
                        extension("[%s]", "\"1\"", "\"Lũ\""), null)),
                Map.entry("WantedExtension.documentNumber", () -> ward.row("số, ký hiệu văn bản", OFFICE, "POST", API + "/extensions",
                        extension("[\"" + WARD + "\"]", "%s", "\"Lũ\""), "select document from limit_extension order by id desc limit 1")),
                Map.entry("WantedExtension.reason", () -> ward.row("lý do", OFFICE, "POST", API + "/extensions",
                        extension("[\"" + WARD + "\"]", "\"1\"", "%s"), "select reason from limit_extension order by id desc limit 1")),
                Map.entry("CalendarController.WantedDay.name", () -> ward.row("tên ngày", "quantri", "POST", "/camunda/api/calendar/changes",
                        calendarDay("%s", "\"Thông báo\""), "select name from calendar_change_day order by change_id desc limit 1")),
                Map.entry("CalendarController.WantedDay.source", () -> ward.row("căn cứ", "quantri", "POST", "/camunda/api/calendar/changes",
                        calendarDay("\"Nghỉ\"", "%s"), "select source from calendar_change_day order by change_id desc limit 1")),
                Map.entry("AccountController.Chosen.userIds", () -> ward.row("tài khoản", BOARD, "POST", "/camunda/api/access/accounts/codes",
                        "{\"userIds\":[%s]}", null)),
                Map.entry("DutyController.TableOnly.id", () -> ward.row("bảng", "quantri", "POST", "/camunda/api/duties/tables", "{\"id\":%s}", null)),
                Map.entry("PasswordController.Request.userId", () -> ward.password("tên đăng nhập", "{\"userId\":%s,\"code\":\"x\",\"password\":\"x\"}")),
                Map.entry("PasswordController.Request.code", () -> ward.password("mã", "{\"userId\":\"x\",\"code\":%s,\"password\":\"x\"}")),
                Map.entry("PasswordController.Request.password", () -> ward.password("đề nghị", "{\"userId\":\"x\",\"code\":\"x\",\"password\":%s}")));
    }

    private static String extension(String communes, String number, String reason) {
        return "{\"communes\":" + communes + ",\"meetingsFrom\":\"" + today() + "\",\"meetingsTo\":\"" + today() + "\",\"moreDays\":2,"
                + "\"documentKind\":\"OFFICIAL_LETTER\",\"documentNumber\":" + number + ",\"documentDate\":\"" + today() + "\",\"reason\":"
                + reason + "}";
    }

    private static String calendarDay(String name, String source) {
        LocalDate day = today().plusMonths(7);
        LocalDate weekday = day.getDayOfWeek().getValue() > 5 ? day.plusDays(2) : day;
        return "{\"days\":[{\"day\":\"" + weekday + "\",\"kind\":\"OFF\",\"name\":" + name + ",\"source\":" + source + "}]}";
    }
}
