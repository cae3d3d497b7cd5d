package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;

/**
 * What a change of the calendar does to limits that are still open.
 *
 * @param before calendar in force when the limits were set
 * @param after  calendar from now on
 * @param today  a limit that becomes earlier never ends before the end of this day
 */
public record CalendarShift(WorkingCalendar before, WorkingCalendar after, LocalDate today) {

    /**
     * The limit of a report under the new calendar. A limit that was set otherwise than by the calendar and
     * its documents keeps its day and only leaves a day off.
     *
     * @param extensions documents that give this limit more time; they go on to hold
     * @param present    limit as it stands
     * @return the present one where nothing changes
     */
    public Limit newLimit(LimitStart from, Period span, Collection<Extension> extensions, Limit present) {
        if (!before.after(from, span, extensions).lastDay().equals(present.lastDay())) {
            return rolled(present);
        }
        Limit counted = after.after(from, span, extensions);
        if (!counted.lastDay().isBefore(present.lastDay())) {
            return counted;
        }
        if (present.lastDay().isBefore(today)) {
            return present;
        }
        return counted.lastDay().isBefore(today) ? fromToday(from, span, counted) : counted;
    }

    private Limit fromToday(LimitStart from, Period span, Limit counted) {
        LocalDate lastDay = after.firstWorkingDayFrom(today);
        return new Limit(lastDay, "%s; hạn %02d ngày theo lịch mới là %s, đã qua, nên %s".formatted(
                from.sentence(), span.getDays(), WorkingCalendar.named(counted.lastDay()), after.end(lastDay)));
    }

    private Limit rolled(Limit present) {
        if (present.lastDay().isBefore(today) || after.isWorkingDay(present.lastDay())) {
            return present;
        }
        LocalDate lastDay = after.firstWorkingDayFrom(present.lastDay());
        return new Limit(lastDay, "Hạn đã định là %s, nghỉ theo lịch mới, nên %s".formatted(
                WorkingCalendar.named(present.lastDay()), after.end(lastDay)));
    }
}
