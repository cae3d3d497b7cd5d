package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.testing.ApplicationTest;

/** The calendar that the product ships, held against limits worked out by hand: Tết, swapped days, make-up Saturdays, ends. */
@ApplicationTest
class DeadlinesByHandTest {

    @Autowired
    private Deadlines deadlines;

    @ParameterizedTest(name = "họp {0}, {1} ngày: {2} ({3})")
    @CsvFileSource(resources = "/deadlines-by-hand.csv")
    void isTheLimitOfTheHandCheckedTable(LocalDate meeting, int days, LocalDate lastDay, String why) {
        Limit limit = deadlines.afterMeeting(meeting, Period.ofDays(days));
        assertThat(limit.lastDay()).as(why).isEqualTo(lastDay);
        assertThat(limit.at()).isEqualTo(lastDay.atTime(23, 59, 59).atZone(vn.dusinhhoat.platform.TimeZones.VIETNAM).toInstant());
        assertThat(limit.explanation()).startsWith("Họp ").endsWith(".").contains("hết ngày");
    }
}
