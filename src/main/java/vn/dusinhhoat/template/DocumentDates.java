package vn.dusinhhoat.template;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;

/** Days as Party documents write them: a leading zero for days below 10 and for the months 1 and 2 only. */
public final class DocumentDates {

    private static final String BLANK = "\u00A0".repeat(6);

    private DocumentDates() {
    }

    /** "ngày 03 tháng 12 năm 2026"; with room to write by hand for null. */
    public static String day(LocalDate day) {
        return day == null ? "ngày" + BLANK + "tháng" + BLANK + "năm" + BLANK
                : "ngày %02d %s".formatted(day.getDayOfMonth(), month(YearMonth.from(day)));
    }

    /** "tháng 02 năm 2026". */
    public static String month(YearMonth month) {
        return (month.getMonthValue() < 3 ? "tháng %02d năm %d" : "tháng %d năm %d").formatted(month.getMonthValue(), month.getYear());
    }

    /** "19 giờ 30"; "19 giờ" for the full hour. */
    public static String time(LocalTime time) {
        return time.getMinute() == 0 ? "%d giờ".formatted(time.getHour()) : "%d giờ %02d".formatted(time.getHour(), time.getMinute());
    }
}
