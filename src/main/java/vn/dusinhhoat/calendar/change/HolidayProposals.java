package vn.dusinhhoat.calendar.change;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.SpecialDay.Kind;
import vn.dusinhhoat.calendar.SpecialDay.Status;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.calendar.lunar.LunarCalendar;

/**
 * Days off of a year by law and by computation, with the working days that follow in the place of those on a weekend. They
 * are proposals: the yearly notice decides, and nothing is stored before an administrator has taken it over.
 */
public final class HolidayProposals {

    /** Days of the old year among the five days of Tết; the yearly notice chooses. */
    public enum Tet {
        ONE_BEFORE(1), TWO_BEFORE(2);

        private final int daysBefore;

        Tet(int daysBefore) {
            this.daysBefore = daysBefore;
        }
    }

    private static final int TET_DAYS = 5;
    private static final MonthDay NATIONAL_DAY = MonthDay.of(9, 2);
    private static final int CULTURE_DAY_SINCE = 2026;
    private static final String LAW = "Điều 112 Bộ luật Lao động";
    private static final String LIEU = "Khoản 3 Điều 111 Bộ luật Lao động";

    private record Holiday(LocalDate day, String name, Status status, String source) {
    }

    private HolidayProposals() {
    }

    /**
     * Weekdays off of a year, in order.
     *
     * @throws IllegalArgumentException for years that the lunar calendar is not computed for
     */
    public static List<SpecialDay> of(int year, Tet tet) {
        List<Holiday> holidays = holidaysOf(year, tet);
        Set<LocalDate> taken = new HashSet<>(holidays.stream().map(Holiday::day).toList());
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (Holiday holiday : holidays) {
            SpecialDay day = WorkingCalendar.isWeekend(holiday.day()) ? inLieu(holiday, taken)
                    : new SpecialDay(holiday.day(), Kind.OFF, holiday.name(), holiday.status(), holiday.source());
            days.put(day.day(), day);
        }
        return days.values().stream().sorted(java.util.Comparator.comparing(SpecialDay::day)).toList();
    }

    private static SpecialDay inLieu(Holiday holiday, Set<LocalDate> taken) {
        LocalDate day = holiday.day();
        while (WorkingCalendar.isWeekend(day) || !taken.add(day)) {
            day = day.plusDays(1);
        }
        return new SpecialDay(day, Kind.OFF, "Nghỉ bù " + holiday.name(), holiday.status(),
                LIEU + ": " + WorkingCalendar.named(holiday.day()));
    }

    private static List<Holiday> holidaysOf(int year, Tet tet) {
        List<Holiday> holidays = new ArrayList<>();
        holidays.add(new Holiday(LocalDate.of(year, 1, 1), "Tết Dương lịch", Status.STATUTORY, LAW));
        LocalDate newYear = LunarCalendar.newYear(year);
        for (int n = -tet.daysBefore; n < TET_DAYS - tet.daysBefore; n++) {
            holidays.add(new Holiday(newYear.plusDays(n), "Tết Nguyên đán " + LunarCalendar.yearName(year), Status.UNCONFIRMED,
                    LAW + "; mồng Một là " + WorkingCalendar.named(newYear) + ", ngày nghỉ theo thông báo hằng năm"));
        }
        holidays.add(new Holiday(LunarCalendar.day(year, 3, 10), "Giỗ Tổ Hùng Vương", Status.STATUTORY,
                LAW + "; ngày 10 tháng 3 âm lịch"));
        holidays.add(new Holiday(LocalDate.of(year, 4, 30), "Ngày Chiến thắng", Status.STATUTORY, LAW));
        holidays.add(new Holiday(LocalDate.of(year, 5, 1), "Ngày Quốc tế lao động", Status.STATUTORY, LAW));
        LocalDate national = NATIONAL_DAY.atYear(year);
        holidays.add(new Holiday(national, "Quốc khánh", Status.STATUTORY, LAW));
        holidays.add(new Holiday(besideNationalDay(national), "Quốc khánh", Status.UNCONFIRMED,
                LAW + "; ngày liền kề theo thông báo hằng năm"));
        if (year >= CULTURE_DAY_SINCE) {
            holidays.add(new Holiday(LocalDate.of(year, 11, 24), "Ngày Văn hóa Việt Nam", Status.UNCONFIRMED,
                    "80-NQ/TW, 30/NQ-CP; chờ luật sửa đổi"));
        }
        return holidays;
    }

    /** The law leaves open which side; so far it was the one that lies nearer to a weekend. */
    private static LocalDate besideNationalDay(LocalDate national) {
        DayOfWeek day = national.getDayOfWeek();
        boolean next = day == DayOfWeek.MONDAY || day == DayOfWeek.THURSDAY || day == DayOfWeek.SUNDAY;
        return national.plusDays(next ? 1 : -1);
    }
}
