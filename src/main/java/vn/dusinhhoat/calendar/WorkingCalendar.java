package vn.dusinhhoat.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The deadline rule (ADR 0002, III.1b, III.2c): the day of the event is not counted. DayCount calendar days, a last day
 * that is not a working day moves to the next working day; counting working days, days off are left out.
 */
public final class WorkingCalendar {

    /** More days off in a row than this means wrong data, not a long holiday. */
    public static final int LONGEST_BREAK_DAYS = 30;
    /** Names in one explanation; a break of more different holidays does not exist. */
    private static final int MOST_NAMES = 3;

    private static final Map<DayOfWeek, String> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, "thứ Hai", DayOfWeek.TUESDAY, "thứ Ba", DayOfWeek.WEDNESDAY, "thứ Tư",
            DayOfWeek.THURSDAY, "thứ Năm", DayOfWeek.FRIDAY, "thứ Sáu", DayOfWeek.SATURDAY, "thứ Bảy",
            DayOfWeek.SUNDAY, "Chủ nhật");

    private final Map<LocalDate, SpecialDay> specialDays;
    private final DayCount count;

    WorkingCalendar(Collection<SpecialDay> specialDays, DayCount count) {
        this.specialDays = specialDays.stream().collect(Collectors.toMap(SpecialDay::day, Function.identity()));
        this.count = count;
    }

    /** This calendar with some days changed; null in the place of a day takes the day out. */
    public WorkingCalendar with(Map<LocalDate, SpecialDay> changes) {
        Map<LocalDate, SpecialDay> days = new HashMap<>(specialDays);
        changes.forEach((day, special) -> {
            if (special == null) {
                days.remove(day);
            } else {
                days.put(day, special);
            }
        });
        return new WorkingCalendar(days.values(), count);
    }

    /** What is special about the day; null for an ordinary one. */
    public SpecialDay special(LocalDate day) {
        return specialDays.get(day);
    }

    /** Whether people are at work. */
    public boolean isWorkingDay(LocalDate day) {
        SpecialDay special = specialDays.get(day);
        return special == null ? !isWeekend(day) : special.kind() == SpecialDay.Kind.WORKING;
    }

    /** Saturday or Sunday. */
    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * The limit of an obligation that an event starts.
     *
     * @param eventName Vietnamese, for the explanation: "Họp"
     * @throws IllegalStateException when no working day follows within {@link #LONGEST_BREAK_DAYS}
     */
    public Limit after(String eventName, LocalDate event, Period span) {
        return after(new LimitStart(event, eventName + " " + named(event)), span);
    }

    private Limit after(LimitStart from, Period span) {
        LocalDate event = from.day();
        String start = "%s; hạn %02d ngày".formatted(from.sentence(), span.getDays());
        if (count == DayCount.WORKING_DAYS) {
            LocalDate lastDay = workingDayAfter(event, span.getDays());
            return new Limit(lastDay, start + " làm việc" + leftOut(event, lastDay) + "; " + end(lastDay));
        }
        LocalDate counted = event.plus(span);
        LocalDate lastDay = firstWorkingDayFrom(counted);
        return new Limit(lastDay, start + rolledOn(counted, lastDay) + end(lastDay));
    }

    /**
     * The limit with more time by documents: they are not added up, the one that gives most holds.
     *
     * @throws IllegalStateException when no working day follows within {@link #LONGEST_BREAK_DAYS}
     */
    public Limit after(LimitStart from, Period span, Collection<Extension> extensions) {
        Limit counted = after(from, span);
        return extensions.stream().map(each -> each.of(counted, this)).reduce(counted,
                (one, other) -> other.lastDay().isAfter(one.lastDay()) ? other : one);
    }

    /** So many days after a last day, counted as limits are. */
    LocalDate later(LocalDate lastDay, int days) {
        return count == DayCount.WORKING_DAYS ? workingDayAfter(lastDay, days) : firstWorkingDayFrom(lastDay.plusDays(days));
    }

    /**
     * The day itself or the next working day.
     *
     * @throws IllegalStateException when no working day follows within {@link #LONGEST_BREAK_DAYS}
     */
    public LocalDate firstWorkingDayFrom(LocalDate day) {
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

    private LocalDate workingDayAfter(LocalDate event, int days) {
        LocalDate day = event;
        for (int n = 0; n < days; n++) {
            day = firstWorkingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** "; " when the counted day is the last one, else why it is not. */
    private String rolledOn(LocalDate counted, LocalDate lastDay) {
        if (counted.equals(lastDay)) {
            return "; ";
        }
        SpecialDay holiday = specialDays.get(counted);
        String why = holiday == null
                ? weekday(counted) + ", nghỉ" : named(counted) + ", " + holiday.inSentence();
        return " là " + why + unconfirmedBetween(counted, lastDay) + ", nên ";
    }

    /** A limit that hangs on a day nobody has announced yet says so. */
    private String unconfirmedBetween(LocalDate counted, LocalDate lastDay) {
        String names = counted.plusDays(1).datesUntil(lastDay.isAfter(counted) ? lastDay : counted.plusDays(1))
                .map(specialDays::get).filter(Objects::nonNull).filter(SpecialDay::isUnconfirmed)
                .map(SpecialDay::inSentence).distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", sau đó " + names;
    }

    private String leftOut(LocalDate event, LocalDate lastDay) {
        String names = event.plusDays(1).datesUntil(lastDay).filter(day -> !isWorkingDay(day))
                .map(day -> specialDays.containsKey(day) ? "ngày " + specialDays.get(day).inSentence() : weekday(day))
                .distinct().limit(2L + MOST_NAMES).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", không tính " + names;
    }

    String end(LocalDate lastDay) {
        boolean madeUp = isWeekend(lastDay) && isWorkingDay(lastDay);
        return "hạn gửi: hết ngày " + named(lastDay) + (madeUp ? " (ngày làm bù)." : ".");
    }

    private static String weekday(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek());
    }

    /** As in running text: a leading zero for days below 10 and for the months 1 and 2 only. */
    public static String named(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "%s, %02d/%s/%d".formatted(weekday(day), day.getDayOfMonth(), month, day.getYear());
    }

    /** As in tables and forms, where days stand below each other: always two digits, "thứ Ba, 20/07/2027". */
    public static String inTable(LocalDate day) {
        return "%s, %02d/%02d/%d".formatted(weekday(day), day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
