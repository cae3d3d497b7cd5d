package vn.dusinhhoat.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({"MONTHLY, 2026-12-31, 2026-12-01, 2026-12-31, tháng 12/2026", "MONTHLY, 2028-02-10, 2028-02-01, 2028-02-29, tháng 02/2028",
        "TWO_MONTHLY, 2026-02-28, 2026-01-01, 2026-02-28, tháng 01 và 02/2026", "QUARTERLY, 2026-11-24, 2026-10-01, 2026-12-31, quý IV/2026",
        "HALF_YEARLY, 2026-06-30, 2026-01-01, 2026-06-30, 06 tháng đầu năm 2026",
        "HALF_YEARLY, 2026-07-01, 2026-07-01, 2026-12-31, 06 tháng cuối năm 2026"})
    void theDayLiesInIt(Cadence cadence, LocalDate day, LocalDate first, LocalDate last, String label) {
        Period period = Period.of(cadence, day);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.label()).isEqualTo(label);
    }

    /** Every day of forty years lies in exactly one period of each cadence, and the next begins where it ends. */
    @ParameterizedTest
    @EnumSource(Cadence.class)
    void periodsFollowWithoutGapOrOverlap(Cadence cadence) {
        LongStream.range(0, 365 * 40).mapToObj(LocalDate.of(2020, 1, 1)::plusDays).forEach(day -> {
            Period period = Period.of(cadence, day);
            assertThat(day).isBetween(period.firstDay(), period.lastDay());
            assertThat(period.next().firstDay()).isEqualTo(period.lastDay().plusDays(1));
            assertThat(Period.of(cadence, period.lastDay())).isEqualTo(period);
        });
    }

    @Test
    void noneBeginsInTheMiddle() {
        assertThatThrownBy(() -> new Period(Cadence.QUARTERLY, YearMonth.of(2026, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
