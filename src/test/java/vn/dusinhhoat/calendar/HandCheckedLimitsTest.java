package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** III.1b, III.2c: limits worked out by hand, with paper calendars, from the announced days of 2024 to 2027. */
class HandCheckedLimitsTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(DaysOff.all(), Counting.CALENDAR_DAYS);

    @ParameterizedTest(name = "họp {0}, {1} ngày → {2}: {3}")
    @CsvFileSource(resources = "/calendar/limits.csv", numLinesToSkip = 1)
    void limit(LocalDate meeting, int days, LocalDate lastDay, String why) {
        assertThat(CALENDAR.after("Họp", meeting, Period.ofDays(days)).lastDay()).as(why).isEqualTo(lastDay);
    }

    @Test
    void thereAreAtLeastEightyDifferentOnes() {
        assertThat(DaysOff.lines("limits.csv").map(line -> line.substring(0, 12)).distinct().count()).isGreaterThanOrEqualTo(80);
    }
}
