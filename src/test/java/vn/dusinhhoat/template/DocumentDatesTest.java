package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Days as Party documents write them. */
class DocumentDatesTest {

    @Test
    void onlyDaysBelowTenAndTheMonthsOneAndTwoGetAZero() {
        assertThat(DocumentDates.day(LocalDate.of(2026, 2, 5))).isEqualTo("ngày 05 tháng 02 năm 2026");
        assertThat(DocumentDates.day(LocalDate.of(2026, 12, 3))).isEqualTo("ngày 03 tháng 12 năm 2026");
        assertThat(DocumentDates.day(LocalDate.of(2026, 3, 10))).isEqualTo("ngày 10 tháng 3 năm 2026");
        assertThat(DocumentDates.month(YearMonth.of(2027, 1))).isEqualTo("tháng 01 năm 2027");
    }

    @Test
    void aDayToComeLeavesRoomToWrite() {
        assertThat(DocumentDates.day(null)).matches("ngày\u00A0+tháng\u00A0+năm\u00A0+");
    }

    @Test
    void timesAreSaidInWords() {
        assertThat(DocumentDates.time(LocalTime.of(19, 30))).isEqualTo("19 giờ 30");
        assertThat(DocumentDates.time(LocalTime.of(8, 0))).isEqualTo("8 giờ");
        assertThat(DocumentDates.time(LocalTime.of(8, 5))).isEqualTo("8 giờ 05");
    }
}
