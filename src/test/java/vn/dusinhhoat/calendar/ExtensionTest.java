package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Situation C10: more time by a document. Friday is 3 April 2026, the limit of one day Monday the 6th. */
class ExtensionTest {

    private static final LocalDate FRIDAY = day(3);
    private static final Period ONE = Period.ofDays(1);
    private static final WorkingCalendar PLAIN = new WorkingCalendar(List.of(), DayCount.CALENDAR_DAYS);

    @Test
    void daysMoreAreCountedFromTheLimitAndRollOn() {
        assertThat(PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(5)))).isEqualTo(new Limit(day(13),
                "Họp thứ Sáu, 03/4/2026; hạn 01 ngày là thứ Bảy, nghỉ, nên hạn gửi: hết ngày thứ Hai, 06/4/2026;"
                        + " gia hạn đến hết ngày thứ Hai, 13/4/2026 theo Công văn số 12-CV/TU."));
    }

    @Test
    void whereWorkingDaysCountTheDaysMoreAreWorkingDaysToo() {
        WorkingCalendar working = new WorkingCalendar(List.of(), DayCount.WORKING_DAYS);
        assertThat(working.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(5))).lastDay()).isEqualTo(day(13));
        assertThat(working.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(6))).lastDay()).isEqualTo(day(14));
        assertThat(PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(8))).lastDay()).isEqualTo(day(14));
    }

    @Test
    void aLastDayThatIsOffRollsOnAndAnEarlierOneChangesNothing() {
        assertThat(PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(until(12))).lastDay()).isEqualTo(day(13));
        assertThat(PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(until(6)))).isEqualTo(PLAIN.after("Họp", FRIDAY, ONE));
    }

    @Test
    void documentsAreNotAddedUp() {
        Limit limit = PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(1), new Extension(null, day(15), "Công điện số 3-CĐ/TU"), days(2)));
        assertThat(limit.lastDay()).isEqualTo(day(15));
        assertThat(limit.explanation()).endsWith("gia hạn đến hết ngày thứ Tư, 15/4/2026 theo Công điện số 3-CĐ/TU.").containsOnlyOnce("gia hạn");
    }

    @Test
    void theCalendarMovesAnExtendedLimitWithItsDocument() {
        WorkingCalendar after = PLAIN.with(Map.of(day(13), new SpecialDay(day(13), SpecialDay.Kind.OFF, "Thử", SpecialDay.Status.OFFICIAL, "")));
        Limit present = PLAIN.after(LimitStart.meeting(FRIDAY), ONE, List.of(days(5)));
        Limit next = new CalendarShift(PLAIN, after, FRIDAY).newLimit(LimitStart.meeting(FRIDAY), ONE, List.of(days(5)), present);
        assertThat(next.lastDay()).isEqualTo(day(14));
        assertThat(next.explanation()).endsWith("; gia hạn đến hết ngày thứ Ba, 14/4/2026 theo Công văn số 12-CV/TU.");
    }

    @ParameterizedTest
    @EnumSource
    void anExtensionNeverTakesTimeAndEndsOnAWorkingDay(DayCount count) {
        Random random = new Random(20261012);
        for (int round = 0; round < 2_000; round++) {
            WorkingCalendar calendar = new WorkingCalendar(FRIDAY.datesUntil(FRIDAY.plusDays(200)).filter(day -> random.nextInt(9) == 0)
                    .map(day -> new SpecialDay(day, SpecialDay.Kind.values()[random.nextInt(2)], "Thử", SpecialDay.Status.OFFICIAL, ""))
                    .toList(), count);
            LocalDate meeting = FRIDAY.plusDays(random.nextInt(60));
            Period span = Period.ofDays(1 + random.nextInt(4));
            Extension document = random.nextBoolean() ? days(1 + random.nextInt(60)) : new Extension(null, FRIDAY.plusDays(random.nextInt(120)), "x");
            Limit plain = calendar.after("Họp", meeting, span);
            Limit extended = calendar.after(LimitStart.meeting(meeting), span, List.of(document));
            assertThat(extended.lastDay()).isAfterOrEqualTo(plain.lastDay());
            assertThat(calendar.isWorkingDay(extended.lastDay())).isTrue();
            if (document.moreDays() != null) {
                assertThat(extended.lastDay()).isAfterOrEqualTo(plain.lastDay().plusDays(document.moreDays()));
            }
        }
    }

    private static Extension days(int moreDays) {
        return new Extension(moreDays, null, "Công văn số 12-CV/TU");
    }

    private static Extension until(int dayOfApril) {
        return new Extension(null, day(dayOfApril), "Công văn số 12-CV/TU");
    }

    private static LocalDate day(int dayOfApril) {
        return LocalDate.of(2026, 4, dayOfApril);
    }
}
