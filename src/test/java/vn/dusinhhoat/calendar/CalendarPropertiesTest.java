package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every calendar, meeting and span: thousands of random ones from a fixed seed. */
class CalendarPropertiesTest {

    private static final int ROUNDS = 3_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private record Case(WorkingCalendar calendar, LocalDate meeting, int days) {

        LocalDate lastDay() {
            return lastDay(calendar, meeting, days);
        }

        static LocalDate lastDay(WorkingCalendar calendar, LocalDate meeting, int days) {
            return calendar.after("Họp", meeting, Period.ofDays(days)).lastDay();
        }
    }

    private interface Property {
        void holds(Case given, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void lastDayIsAWorkingDayAndNeverBeforeTheCountedDay(DayCount count) {
        forAll(count, (given, random) -> {
            assertThat(given.calendar().isWorkingDay(given.lastDay())).isTrue();
            assertThat(given.lastDay()).isAfterOrEqualTo(given.meeting().plusDays(given.days()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void noWorkingDayIsSkipped(DayCount count) {
        forAll(count, (given, random) -> {
            long skipped = given.meeting().plusDays(1).datesUntil(given.lastDay()).filter(given.calendar()::isWorkingDay).count();
            if (count == DayCount.WORKING_DAYS) {
                assertThat(skipped).isEqualTo(given.days() - 1L);
            } else {
                LocalDate counted = given.meeting().plusDays(given.days());
                assertThat(counted.datesUntil(given.lastDay()).noneMatch(given.calendar()::isWorkingDay)).isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void laterMeetingsAndLongerSpansNeverEndEarlier(DayCount count) {
        forAll(count, (given, random) -> {
            assertThat(Case.lastDay(given.calendar(), given.meeting().plusDays(1), given.days())).isAfterOrEqualTo(given.lastDay());
            assertThat(Case.lastDay(given.calendar(), given.meeting(), given.days() + 1)).isAfterOrEqualTo(given.lastDay());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHolidayMoreNeverMakesALimitEarlierAndAWorkingDayMoreNeverLater(DayCount count) {
        forAll(count, (given, random) -> {
            LocalDate day = given.meeting().plusDays(random.nextInt(12));
            assertThat(Case.lastDay(given.calendar().with(Map.of(day, special(day, SpecialDay.Kind.OFF))), given.meeting(), given.days()))
                    .isAfterOrEqualTo(given.lastDay());
            assertThat(Case.lastDay(given.calendar().with(Map.of(day, special(day, SpecialDay.Kind.WORKING))), given.meeting(),
                    given.days())).isBeforeOrEqualTo(given.lastDay());
        });
    }

    @ParameterizedTest
    @EnumSource
    void daysBeforeTheMeetingAndAfterTheLimitDoNotMatter(DayCount count) {
        forAll(count, (given, random) -> {
            Map<LocalDate, SpecialDay> others = new HashMap<>();
            for (LocalDate day : List.of(given.meeting(), given.meeting().minusDays(random.nextInt(20)),
                    given.lastDay().plusDays(1L + random.nextInt(20)))) {
                others.put(day, special(day, SpecialDay.Kind.values()[random.nextInt(2)]));
            }
            assertThat(Case.lastDay(given.calendar().with(others), given.meeting(), given.days())).isEqualTo(given.lastDay());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyExplanationFitsItsColumnAndNamesTheLastDay(DayCount count) {
        forAll(count, (given, random) -> assertThat(given.calendar().after("Họp", given.meeting(), Period.ofDays(given.days()))
                .explanation()).hasSizeLessThanOrEqualTo(500).startsWith("Họp ")
                .contains("hạn gửi: hết ngày " + WorkingCalendar.named(given.lastDay())).endsWith("."));
    }

    /** A change of the calendar: what becomes of a limit that is open on some day. */
    @ParameterizedTest
    @EnumSource
    void movedLimitsAreWorkingDaysNotBeforeTodayAndMoveOnce(DayCount count) {
        forAll(count, (given, random) -> {
            WorkingCalendar after = calendar(random, count);
            LocalDate today = given.meeting().plusDays(random.nextInt(12));
            Limit present = given.calendar().after("Họp", given.meeting(), Period.ofDays(given.days()));
            Limit next = new CalendarShift(given.calendar(), after, today).newLimit(LimitStart.meeting(given.meeting()), Period.ofDays(given.days()), List.of(), present);
            if (next.lastDay().isBefore(present.lastDay())) {
                assertThat(next.lastDay()).isAfterOrEqualTo(today);
            }
            if (!present.lastDay().isBefore(today)) {
                assertThat(after.isWorkingDay(next.lastDay())).isTrue();
            }
            assertThat(new CalendarShift(after, after, today).newLimit(LimitStart.meeting(given.meeting()), Period.ofDays(given.days()), List.of(), next).lastDay())
                    .isEqualTo(next.lastDay());
            assertThat(new CalendarShift(given.calendar(), given.calendar(), today)
                    .newLimit(LimitStart.meeting(given.meeting()), Period.ofDays(given.days()), List.of(), present)).isEqualTo(present);
        });
    }

    /** What the system makes late is counted from that day by everyone who counts: never earlier, explained, moved alike. */
    @ParameterizedTest
    @EnumSource
    void whatIsMadeLateCountsFromTheDayItWasMade(DayCount count) {
        forAll(count, (given, random) -> {
            LocalDate made = given.meeting().plusDays(random.nextInt(60) - 20L);
            LimitStart from = LimitStart.of(given.meeting(), made);
            Period span = Period.ofDays(given.days());
            Limit limit = given.calendar().after(from, span, List.of());
            boolean late = made.isAfter(given.meeting());
            assertThat(limit.lastDay()).isEqualTo(Case.lastDay(given.calendar(), late ? made : given.meeting(), given.days()))
                    .isAfterOrEqualTo(given.lastDay());
            assertThat(limit.explanation()).hasSizeLessThanOrEqualTo(700).startsWith("Họp " + WorkingCalendar.named(given.meeting()))
                    .endsWith(".");
            assertThat(limit.explanation().contains("tính từ ngày hệ thống tạo lượt dự " + WorkingCalendar.named(made)
                    + ", do hệ thống tạo muộn")).isEqualTo(late);
            assertThat(new CalendarShift(given.calendar(), given.calendar(), made).newLimit(from, span, List.of(), limit)).isEqualTo(limit);
            Extension none = new Extension(null, given.meeting(), "Công văn số 1-CV/TU");
            assertThat(given.calendar().after(from, span, List.of(none))).isEqualTo(limit);
        });
    }

    private static void forAll(DayCount count, Property property) {
        Random random = new Random(20260403);
        for (int round = 0; round < ROUNDS; round++) {
            property.holds(new Case(calendar(random, count), FIRST.plusDays(random.nextInt(300)), 1 + random.nextInt(5)), random);
        }
    }

    private static WorkingCalendar calendar(Random random, DayCount count) {
        List<SpecialDay> days = new ArrayList<>();
        for (int n = -30; n < 400; n++) {
            int dice = random.nextInt(12);
            if (dice < 2) {
                days.add(special(FIRST.plusDays(n), SpecialDay.Kind.values()[dice]));
            }
        }
        return new WorkingCalendar(days, count);
    }

    private static SpecialDay special(LocalDate day, SpecialDay.Kind kind) {
        return new SpecialDay(day, kind, "Ngày có tên dài hết mức một đồng chí được phép ghi, số " + day.getDayOfMonth(),
                SpecialDay.Status.UNCONFIRMED, "");
    }
}
