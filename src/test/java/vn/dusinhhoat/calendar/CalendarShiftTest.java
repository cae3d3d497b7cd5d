package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits of open reports when the calendar changes; all dates in April 2026, Friday the 3rd. */
class CalendarShiftTest {

    private static final LocalDate FRIDAY = day(3);
    private static final Period ONE = Period.ofDays(1);
    private static final WorkingCalendar PLAIN = new WorkingCalendar(List.of(), DayCount.CALENDAR_DAYS);
    private static final WorkingCalendar MONDAY_OFF = PLAIN.with(Map.of(day(6), off(6)));

    @Test
    void aNewDayOffMovesTheLimitOnWithItsReason() {
        Limit moved = new CalendarShift(PLAIN, MONDAY_OFF, FRIDAY).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), PLAIN.after("Họp", FRIDAY, ONE));
        assertThat(moved).isEqualTo(MONDAY_OFF.after("Họp", FRIDAY, ONE));
        assertThat(moved.lastDay()).isEqualTo(day(7));
    }

    @Test
    void aDayOffTakenBackMovesTheLimitForward() {
        Limit moved = new CalendarShift(MONDAY_OFF, PLAIN, FRIDAY).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), MONDAY_OFF.after("Họp", FRIDAY, ONE));
        assertThat(moved.lastDay()).isEqualTo(day(6));
    }

    @Test
    void neverBeforeTheEndOfToday() {
        Limit moved = new CalendarShift(MONDAY_OFF, PLAIN, day(7)).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), MONDAY_OFF.after("Họp", FRIDAY, ONE));
        assertThat(moved.lastDay()).isEqualTo(day(7));
        assertThat(moved.explanation()).isEqualTo("Họp thứ Sáu, 03/4/2026; hạn 01 ngày theo lịch mới là thứ Hai, 06/4/2026, đã qua,"
                + " nên hạn gửi: hết ngày thứ Ba, 07/4/2026.");
    }

    @Test
    void aLimitThatHasPassedIsNotTakenForward() {
        Limit present = MONDAY_OFF.after("Họp", FRIDAY, ONE);
        assertThat(new CalendarShift(MONDAY_OFF, PLAIN, day(8)).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), present)).isSameAs(present);
    }

    @Test
    void aLimitSetOtherwiseKeepsItsDayUnlessItIsOff() {
        Limit document = new Limit(day(20), "Theo văn bản.");
        assertThat(new CalendarShift(PLAIN, MONDAY_OFF, FRIDAY).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), document)).isSameAs(document);
        Limit moved = new CalendarShift(PLAIN, PLAIN.with(Map.of(day(20), off(20))), FRIDAY).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(), document);
        assertThat(moved.explanation()).isEqualTo("Hạn đã định là thứ Hai, 20/4/2026, nghỉ theo lịch mới,"
                + " nên hạn gửi: hết ngày thứ Ba, 21/4/2026.");
    }

    @Test
    void aConfirmedDayChangesOnlyTheSentence() {
        SpecialDay unconfirmed = new SpecialDay(day(6), SpecialDay.Kind.OFF, "Thử", SpecialDay.Status.UNCONFIRMED, "");
        WorkingCalendar before = PLAIN.with(Map.of(day(6), unconfirmed));
        Limit present = before.after("Họp", day(5), ONE);
        Limit next = new CalendarShift(before, MONDAY_OFF, FRIDAY).newLimit(LimitStart.meeting(day(5)), ONE, List.of(), present);
        assertThat(next.lastDay()).isEqualTo(present.lastDay());
        assertThat(present.explanation()).contains("(chờ xác nhận)");
        assertThat(next.explanation()).doesNotContain("chờ xác nhận");
    }

    @Test
    void aDayTakenOutIsOrdinaryAgain() {
        assertThat(MONDAY_OFF.with(Collections.singletonMap(day(6), null)).isWorkingDay(day(6))).isTrue();
    }

    private static LocalDate day(int dayOfApril) {
        return LocalDate.of(2026, 4, dayOfApril);
    }

    private static SpecialDay off(int dayOfApril) {
        return new SpecialDay(day(dayOfApril), SpecialDay.Kind.OFF, "Thử", SpecialDay.Status.OFFICIAL, "");
    }
}
