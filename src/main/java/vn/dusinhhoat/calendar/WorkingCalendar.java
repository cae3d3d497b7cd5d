package vn.dusinhhoat.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The deadline rule (ADR 0002, III.1b, III.2c): the day of the event is not counted, days are calendar days, and a
 * last day that is not a working day moves to the next working day.
 */
final class WorkingCalendar {

    /** More days off in a row than this means wrong data, not a long holiday. */
    static final int LONGEST_BREAK_DAYS = 30;

    private static final Map<DayOfWeek, String> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, "thứ Hai", DayOfWeek.TUESDAY, "thứ Ba", DayOfWeek.WEDNESDAY, "thứ Tư",
            DayOfWeek.THURSDAY, "thứ Năm", DayOfWeek.FRIDAY, "thứ Sáu", DayOfWeek.SATURDAY, "thứ Bảy",
            DayOfWeek.SUNDAY, "Chủ nhật");

    private final Map<LocalDate, SpecialDay> specialDays;

    WorkingCalendar(List<SpecialDay> specialDays) {
        this.specialDays = specialDays.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
    }

    boolean isWorkingDay(LocalDate day) {
        SpecialDay special = specialDays.get(day);
        if (special != null) {
            return special.kind() == SpecialDay.Kind.WORKING;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /**
     * The limit of an obligation that an event starts.
     *
     * @param eventName Vietnamese, for the explanation: "Họp"
     * @param count     what the span counts
     * @throws IllegalStateException when no working day follows within {@link #LONGEST_BREAK_DAYS}
     */
    Limit after(String eventName, LocalDate event, Period span, DayCount count) {
        return count == DayCount.WORKING_DAYS ? afterWorkingDays(eventName, event, span) : afterDays(eventName, event, span);
    }

    private Limit afterWorkingDays(String eventName, LocalDate event, Period span) {
        LocalDate lastDay = event;
        for (int day = 0; day < span.getDays(); day++) {
            lastDay = firstWorkingDayFrom(lastDay.plusDays(1));
        }
        return new Limit(lastDay, "%s %s; hạn %02d ngày làm việc; hạn gửi: hết ngày %s.".formatted(eventName, named(event),
                span.getDays(), named(lastDay)));
    }

    private Limit afterDays(String eventName, LocalDate event, Period span) {
        LocalDate counted = event.plus(span);
        LocalDate lastDay = firstWorkingDayFrom(counted);
        return new Limit(lastDay, explain(eventName, event, span, counted, lastDay));
    }

    private LocalDate firstWorkingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
            if (candidate.isAfter(day.plusDays(LONGEST_BREAK_DAYS))) {
                throw new IllegalStateException("Lịch làm việc không có ngày làm việc nào trong "
                        + LONGEST_BREAK_DAYS + " ngày kể từ " + day);
            }
        }
        return candidate;
    }

    private String explain(String eventName, LocalDate event, Period span, LocalDate counted, LocalDate lastDay) {
        String start = "%s %s; hạn %02d ngày".formatted(eventName, named(event), span.getDays());
        String end = "hạn gửi: hết ngày " + named(lastDay) + ".";
        if (counted.equals(lastDay)) {
            return start + "; " + end;
        }
        SpecialDay holiday = specialDays.get(counted);
        String why = holiday == null
                ? WEEKDAYS.get(counted.getDayOfWeek()) + ", nghỉ" : named(counted) + ", nghỉ " + holiday.shownName();
        return start + " là " + why + unconfirmedBetween(counted, lastDay) + ", nên " + end;
    }

    /** A limit that hangs on a day nobody has announced yet says so. */
    private String unconfirmedBetween(LocalDate counted, LocalDate lastDay) {
        String names = counted.plusDays(1).datesUntil(lastDay.isAfter(counted) ? lastDay : counted.plusDays(1))
                .map(specialDays::get).filter(Objects::nonNull).filter(SpecialDay::isUnconfirmed)
                .map(SpecialDay::shownName).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", sau đó nghỉ " + names;
    }

    /** As in running text: a leading zero for days below 10 and for the months 1 and 2 only. */
    private static String named(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "%s, %02d/%s/%d".formatted(WEEKDAYS.get(day.getDayOfWeek()), day.getDayOfMonth(), month, day.getYear());
    }
}
