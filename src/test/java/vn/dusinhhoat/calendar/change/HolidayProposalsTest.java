package vn.dusinhhoat.calendar.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dusinhhoat.calendar.DaysOff;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.change.HolidayProposals.Tet;

/** Proposals against the days that were announced for 2024 to 2027. */
class HolidayProposalsTest {

    /** Announced and not proposed, or the other way round; swaps with Saturdays are the government's to decide. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', value = {
        "2024 | TWO_BEFORE | 2024-04-29 |",
        "2025 | TWO_BEFORE | 2025-05-02 |",
        "2026 | ONE_BEFORE | 2026-01-02 2026-08-31 |",
        // The list of 2027 waits for its notice: two days of Tết lie on a weekend, so the fifth in its row is missing there.
        "2027 | ONE_BEFORE | | 2027-02-11 2027-09-03 2027-11-24",
    })
    void onlySwapsAndOpenNoticesDiffer(int year, Tet tet, String announcedOnly, String proposedOnly) {
        List<LocalDate> announced = DaysOff.all().stream()
                .filter(day -> day.day().getYear() == year && day.kind() == SpecialDay.Kind.OFF).map(SpecialDay::day).toList();
        List<LocalDate> proposed = HolidayProposals.of(year, tet).stream().map(SpecialDay::day).toList();
        assertThat(announced.stream().filter(day -> !proposed.contains(day))).containsExactlyElementsOf(days(announcedOnly));
        assertThat(proposed.stream().filter(day -> !announced.contains(day))).containsExactlyElementsOf(days(proposedOnly));
    }

    private static List<LocalDate> days(String text) {
        return text == null ? List.of() : List.of(text.split(" ")).stream().map(LocalDate::parse).toList();
    }

    @Test
    void holidaysOnAWeekendAreMadeUpForOnTheNextWorkingDay() {
        assertThat(HolidayProposals.of(2026, Tet.ONE_BEFORE)).filteredOn(day -> day.day().equals(LocalDate.of(2026, 4, 27)))
                .singleElement().isEqualTo(new SpecialDay(LocalDate.of(2026, 4, 27), SpecialDay.Kind.OFF,
                        "Nghỉ bù Giỗ Tổ Hùng Vương", SpecialDay.Status.STATUTORY,
                        "Khoản 3 Điều 111 Bộ luật Lao động: Chủ nhật, 26/4/2026"));
        assertThat(HolidayProposals.of(2028, Tet.ONE_BEFORE)).extracting(SpecialDay::day).contains(LocalDate.of(2028, 1, 3));
    }

    @Test
    void proposalsAreWeekdaysInOrderEachOnceAndElevenOrTwelveOfThem() {
        for (int year = 2024; year <= 2060; year++) {
            for (Tet tet : Tet.values()) {
                List<SpecialDay> days = HolidayProposals.of(year, tet);
                assertThat(days).extracting(SpecialDay::day).isSorted().doesNotHaveDuplicates()
                        .noneMatch(vn.dusinhhoat.calendar.WorkingCalendar::isWeekend);
                assertThat(days).hasSize(year < 2026 ? 11 : 12).allMatch(day -> day.kind() == SpecialDay.Kind.OFF);
            }
        }
    }

    @Test
    void whatTheYearlyNoticeDecidesIsUnconfirmed() {
        assertThat(HolidayProposals.of(2026, Tet.ONE_BEFORE)).filteredOn(SpecialDay::isUnconfirmed).extracting(SpecialDay::name)
                .containsOnly("Tết Nguyên đán Bính Ngọ", "Quốc khánh", "Ngày Văn hóa Việt Nam");
    }
}
