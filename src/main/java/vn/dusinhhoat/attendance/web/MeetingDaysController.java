package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.attendance.MeetingDays;
import vn.dusinhhoat.attendance.MeetingDays.CellDay;
import vn.dusinhhoat.attendance.MeetingDays.CellMonth;
import vn.dusinhhoat.attendance.MeetingDays.Outcome;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;

/** "Xác nhận lịch sinh hoạt chi bộ": the month's meetings of the cells of the caller's commune (ruling B3). */
@RestController
@RequestMapping("/camunda/api/attendance/meetings")
class MeetingDaysController {

    private static final int MOST_CELLS = 500;

    /** A cell; {@code meetingAt} in Vietnam, null when nothing is known. */
    record CellLine(Long id, String name, String commune, Integer usualDay, LocalDateTime meetingAt, boolean confirmed, int visits) {
    }

    record Month(String month, List<CellLine> cells) {
    }

    record Confirmation(YearMonth month, List<CellDay> days) {
    }

    record UsualDay(Integer day, LocalTime time) {
    }

    record ClashLine(String visitor, String cell, String meetingAt, String other) {
    }

    record Result(int moved, List<ClashLine> clashes) {
    }

    private final MeetingDays meetings;
    private final Caller caller;
    private final Clock clock;

    MeetingDaysController(MeetingDays meetings, Caller caller, Clock clock) {
        this.meetings = meetings;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping
    Month cells(@RequestParam(required = false) YearMonth month) {
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        return new Month(shown.toString(), meetings.cells(caller.userId(), shown).stream().map(cell -> line(cell, shown)).toList());
    }

    @PostMapping
    Result confirm(@RequestBody Confirmation confirmation) {
        if (confirmation.month() == null || confirmation.days() == null || confirmation.days().isEmpty()
                || confirmation.days().size() > MOST_CELLS || confirmation.days().contains(null)) {
            throw new RuleViolation("Chưa có chi bộ nào để xác nhận: tải lại trang.");
        }
        return result(meetings.confirm(caller.userId(), confirmation.month(), confirmation.days()));
    }

    @PutMapping("/{cellId}/usual-day")
    Result changeUsualDay(@PathVariable Long cellId, @RequestBody UsualDay usual) {
        if (usual.day() == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày sinh hoạt cố định từ 1 đến 31 và giờ bắt đầu.");
        }
        return result(meetings.changeUsualDay(caller.userId(), cellId, usual.day(), usual.time()));
    }

    private static CellLine line(CellMonth cell, YearMonth month) {
        return new CellLine(cell.id(), cell.name(), cell.commune(), cell.meetingDay(), cell.proposed(month), cell.meetingAt() != null,
                cell.visits());
    }

    private static Result result(Outcome outcome) {
        return new Result(outcome.moved(), outcome.clashes().stream().map(clash -> new ClashLine(clash.visitor(), clash.cell(),
                ReportViews.time(clash.meetingAt().toInstant()), clash.other())).toList());
    }
}
