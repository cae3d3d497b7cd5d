package vn.dusinhhoat.calendar.lunar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against published Vietnamese calendars. */
class LunarCalendarTest {

    @ParameterizedTest
    @ValueSource(strings = {"2000-02-05", "2001-01-24", "2002-02-12", "2003-02-01", "2004-01-22", "2005-02-09", "2006-01-29",
        "2007-02-17", "2008-02-07", "2009-01-26", "2010-02-14", "2011-02-03", "2012-01-23", "2013-02-10", "2014-01-31", "2015-02-19",
        "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
        "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02"})
    void tet(LocalDate day) {
        assertThat(LunarCalendar.newYear(day.getYear())).isEqualTo(day);
    }

    /** Other days than in Chinese calendars: UTC+7 has the new moon, or the solstice, before midnight. */
    @ParameterizedTest
    @CsvSource({"1985, 1985-01-21", "2007, 2007-02-17", "2030, 2030-02-02"})
    void differsFromChineseCalendars(int year, LocalDate day) {
        assertThat(LunarCalendar.newYear(year)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04-06", "2018-04-25", "2019-04-14", "2020-04-02", "2021-04-21", "2022-04-10", "2023-04-29",
        "2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16"})
    void hungKings(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 3, 10)).isEqualTo(day);
    }

    /** Mid-autumn lies behind leap months: 2 of 2023, 4 of 2020, 6 of 2017 and 2025, 9 of 2014 (after it). */
    @ParameterizedTest
    @ValueSource(strings = {"2014-09-08", "2017-10-04", "2020-10-01", "2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25"})
    void midAutumn(LocalDate day) {
        assertThat(LunarCalendar.day(day.getYear(), 8, 15)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"2000, Canh Thìn", "2023, Quý Mão", "2024, Giáp Thìn", "2025, Ất Tỵ", "2026, Bính Ngọ", "2027, Đinh Mùi", "1984, Giáp Tý"})
    void names(int year, String name) {
        assertThat(LunarCalendar.yearName(year)).isEqualTo(name);
    }

    @Test
    void everyYearBeginsBetween20JanuaryAnd21FebruaryAndLasts353To385Days() {
        for (int year = LunarCalendar.FIRST_YEAR; year < LunarCalendar.LAST_YEAR; year++) {
            LocalDate tet = LunarCalendar.newYear(year);
            assertThat(tet).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
            assertThat(LunarCalendar.newYear(year + 1).toEpochDay() - tet.toEpochDay()).isBetween(353L, 385L);
        }
    }

    @Test
    void isNotComputedForTimesItIsNotMeantFor() {
        assertThatThrownBy(() -> LunarCalendar.newYear(1950)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LunarCalendar.newYear(2101)).isInstanceOf(IllegalArgumentException.class);
    }
}
