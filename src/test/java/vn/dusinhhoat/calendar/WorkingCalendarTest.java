package vn.dusinhhoat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dusinhhoat.platform.TimeZones;

/** III.1b, III.2c and ADR 0002: the limit to the day, checked by hand against the calendars of 2026. */
class WorkingCalendarTest {

    private static final List<SpecialDay> DAYS_2026 = List.of(
            off("2026-01-01", "Tết Dương lịch"), off("2026-01-02", "Nghỉ hoán đổi"), working("2026-01-10"),
            off("2026-02-16", "Tết Nguyên đán Bính Ngọ"), off("2026-02-17", "Tết Nguyên đán Bính Ngọ"),
            off("2026-02-18", "Tết Nguyên đán Bính Ngọ"), off("2026-02-19", "Tết Nguyên đán Bính Ngọ"),
            off("2026-02-20", "Tết Nguyên đán Bính Ngọ"), off("2026-04-30", "Ngày Chiến thắng"),
            off("2026-05-01", "Ngày Quốc tế lao động"), working("2026-08-22"), off("2026-08-31", "Nghỉ hoán đổi"),
            off("2026-09-01", "Quốc khánh"), off("2026-09-02", "Quốc khánh"));
    private static final WorkingCalendar CALENDAR_2026 = new WorkingCalendar(DAYS_2026, DayCount.CALENDAR_DAYS);

    @ParameterizedTest(name = "họp {0}: 1 ngày → {1}, 3 ngày → {2}")
    @CsvSource({
        "2026-04-03, 2026-04-06, 2026-04-06",   // Friday: Saturday rolls to Monday; Monday is the third day
        "2026-04-06, 2026-04-07, 2026-04-09",   // Monday: nothing rolls
        "2026-04-04, 2026-04-06, 2026-04-07",   // Saturday: Sunday rolls
        "2026-04-05, 2026-04-06, 2026-04-08",   // Sunday
        "2026-02-13, 2026-02-23, 2026-02-23",   // last evening before Tết: nine days off follow
        "2026-02-19, 2026-02-23, 2026-02-23",   // a meeting within Tết
        "2026-08-21, 2026-08-22, 2026-08-24",   // next day is a make-up Saturday: it counts as a working day
        "2026-08-28, 2026-09-03, 2026-09-03",   // weekend, swapped Monday, National Day
        "2026-04-29, 2026-05-04, 2026-05-04",   // 30 April, 1 May, weekend
        "2025-12-31, 2026-01-05, 2026-01-05",   // over the year's end: holiday, swapped day, weekend
        "2026-01-09, 2026-01-10, 2026-01-12",   // make-up Saturday 10 January
        "2026-02-27, 2026-03-02, 2026-03-02",   // over a month's end
        "2024-02-28, 2024-02-29, 2024-03-04",   // leap day, then Saturday
    })
    void limitsOfThePlan(LocalDate meeting, LocalDate oneDay, LocalDate threeDays) {
        assertThat(CALENDAR_2026.after("Họp", meeting, Period.ofDays(1)).lastDay()).isEqualTo(oneDay);
        assertThat(CALENDAR_2026.after("Họp", meeting, Period.ofDays(3)).lastDay()).isEqualTo(threeDays);
    }

    @Test
    void explainsItself() {
        assertThat(CALENDAR_2026.after("Họp", LocalDate.of(2026, 4, 3), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp thứ Sáu, 03/4/2026; hạn 01 ngày là thứ Bảy, nghỉ, nên hạn gửi: hết ngày thứ Hai, 06/4/2026.");
        assertThat(CALENDAR_2026.after("Họp", LocalDate.of(2026, 4, 6), Period.ofDays(3)).explanation()).isEqualTo(
                "Họp thứ Hai, 06/4/2026; hạn 03 ngày; hạn gửi: hết ngày thứ Năm, 09/4/2026.");
        assertThat(CALENDAR_2026.after("Họp", LocalDate.of(2026, 9, 1), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp thứ Ba, 01/9/2026; hạn 01 ngày là thứ Tư, 02/9/2026, nghỉ Quốc khánh,"
                        + " nên hạn gửi: hết ngày thứ Năm, 03/9/2026.");
        assertThat(CALENDAR_2026.after("Họp", LocalDate.of(2026, 2, 4), Period.ofDays(1)).explanation())
                .contains("thứ Tư, 04/02/2026");
    }

    @Test
    void saysWhenADayOffIsNotConfirmed() {
        WorkingCalendar calendar = new WorkingCalendar(List.of(new SpecialDay(LocalDate.of(2026, 11, 24),
                SpecialDay.Kind.OFF, "Ngày Văn hóa Việt Nam", SpecialDay.Status.UNCONFIRMED, "")), DayCount.CALENDAR_DAYS);
        assertThat(calendar.after("Họp", LocalDate.of(2026, 11, 23), Period.ofDays(1)).explanation())
                .contains("nghỉ Ngày Văn hóa Việt Nam (chờ xác nhận)");
    }

    @Test
    void saysSoAlsoWhenTheUnconfirmedDayComesAfterTheCountedOne() {
        WorkingCalendar calendar = new WorkingCalendar(List.of(new SpecialDay(LocalDate.of(2027, 2, 8),
                SpecialDay.Kind.OFF, "Tết Nguyên đán Đinh Mùi", SpecialDay.Status.UNCONFIRMED, "")), DayCount.CALENDAR_DAYS);
        assertThat(calendar.after("Họp", LocalDate.of(2027, 2, 5), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp thứ Sáu, 05/02/2027; hạn 01 ngày là thứ Bảy, nghỉ, sau đó nghỉ Tết Nguyên đán Đinh Mùi (chờ xác nhận),"
                        + " nên hạn gửi: hết ngày thứ Ba, 09/02/2027.");
    }

    @Test
    void limitIsTheLastSecondAndTheWholeLastDayIsOnTime() {
        Limit limit = CALENDAR_2026.after("Họp", LocalDate.of(2026, 4, 6), Period.ofDays(1));
        assertThat(limit.at()).isEqualTo("2026-04-07T16:59:59Z");
        assertThat(limit.isMetBy(limit.lastDay().atTime(LocalTime.MAX).atZone(TimeZones.VIETNAM).toInstant())).isTrue();
        assertThat(limit.isMetBy(limit.lastDay().plusDays(1).atStartOfDay(TimeZones.VIETNAM).toInstant())).isFalse();
    }

    @Test
    void aCalendarWithoutWorkingDaysIsRefused() {
        WorkingCalendar noWork = new WorkingCalendar(IntStream.rangeClosed(1, 60)
                .mapToObj(n -> off(LocalDate.of(2026, 1, 1).plusDays(n).toString(), "Nghỉ")).toList(), DayCount.CALENDAR_DAYS);
        assertThatThrownBy(() -> noWork.after("Họp", LocalDate.of(2026, 1, 1), Period.ofDays(1)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("không có ngày làm việc");
    }

    @Test
    void namesOfDaysInLieuReadLikeASentence() {
        WorkingCalendar calendar = new WorkingCalendar(List.of(off("2026-08-31", "Nghỉ hoán đổi")), DayCount.CALENDAR_DAYS);
        assertThat(calendar.after("Họp", LocalDate.of(2026, 8, 30), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp Chủ nhật, 30/8/2026; hạn 01 ngày là thứ Hai, 31/8/2026, nghỉ hoán đổi,"
                        + " nên hạn gửi: hết ngày thứ Ba, 01/9/2026.");
    }

    @Test
    void saysThatALastSaturdayIsWorked() {
        assertThat(CALENDAR_2026.after("Họp", LocalDate.of(2026, 8, 21), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp thứ Sáu, 21/8/2026; hạn 01 ngày; hạn gửi: hết ngày thứ Bảy, 22/8/2026 (ngày làm bù).");
    }

    @ParameterizedTest(name = "họp {0}: {1} ngày làm việc → {2}")
    @CsvSource({
        "2026-04-03, 1, 2026-04-06", "2026-04-03, 3, 2026-04-08", "2026-04-06, 3, 2026-04-09", "2026-02-13, 1, 2026-02-23",
        "2026-02-13, 3, 2026-02-25", "2026-08-21, 1, 2026-08-22", "2026-08-21, 3, 2026-08-25", "2026-08-28, 1, 2026-09-03",
        "2026-08-28, 3, 2026-09-07", "2025-12-31, 1, 2026-01-05", "2025-12-31, 3, 2026-01-07", "2026-04-28, 3, 2026-05-05",
    })
    void countsWorkingDaysWhereTheInstallationSaysSo(LocalDate meeting, int days, LocalDate lastDay) {
        assertThat(working().after("Họp", meeting, Period.ofDays(days)).lastDay()).isEqualTo(lastDay);
    }

    @Test
    void theSwitchIsASetting() {
        assertThat(bound(java.util.Map.of()).count()).isEqualTo(DayCount.CALENDAR_DAYS);
        assertThat(bound(java.util.Map.of("dusinhhoat.calendar.count", "WORKING_DAYS")).count()).isEqualTo(DayCount.WORKING_DAYS);
    }

    private static CalendarProperties bound(java.util.Map<String, String> settings) {
        return new org.springframework.boot.context.properties.bind.Binder(
                new org.springframework.boot.context.properties.source.MapConfigurationPropertySource(settings))
                .bindOrCreate("dusinhhoat.calendar", CalendarProperties.class);
    }

    @Test
    void explainsWorkingDays() {
        assertThat(working().after("Họp", LocalDate.of(2026, 4, 3), Period.ofDays(3)).explanation()).isEqualTo(
                "Họp thứ Sáu, 03/4/2026; hạn 03 ngày làm việc, không tính thứ Bảy, Chủ nhật; hạn gửi: hết ngày thứ Tư, 08/4/2026.");
        assertThat(working().after("Họp", LocalDate.of(2026, 4, 28), Period.ofDays(3)).explanation()).isEqualTo(
                "Họp thứ Ba, 28/4/2026; hạn 03 ngày làm việc, không tính ngày nghỉ Ngày Chiến thắng, ngày nghỉ Ngày Quốc tế lao động,"
                        + " thứ Bảy, Chủ nhật; hạn gửi: hết ngày thứ Ba, 05/5/2026.");
        assertThat(working().after("Họp", LocalDate.of(2026, 4, 6), Period.ofDays(1)).explanation()).isEqualTo(
                "Họp thứ Hai, 06/4/2026; hạn 01 ngày làm việc; hạn gửi: hết ngày thứ Ba, 07/4/2026.");
    }

    private static WorkingCalendar working() {
        return new WorkingCalendar(DAYS_2026, DayCount.WORKING_DAYS);
    }

    private static SpecialDay off(String day, String name) {
        return new SpecialDay(LocalDate.parse(day), SpecialDay.Kind.OFF, name, SpecialDay.Status.OFFICIAL, "");
    }

    private static SpecialDay working(String day) {
        return new SpecialDay(LocalDate.parse(day), SpecialDay.Kind.WORKING, "Làm bù", SpecialDay.Status.OFFICIAL, "");
    }
}
