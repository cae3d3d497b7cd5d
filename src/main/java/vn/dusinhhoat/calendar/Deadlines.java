package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place that turns a number of days into a limit, used for timers and for due dates alike. */
@Service
public class Deadlines {

    private final SpecialDays specialDays;
    private final CalendarProperties settings;

    Deadlines(SpecialDays specialDays, CalendarProperties settings) {
        this.specialDays = specialDays;
        this.settings = settings;
    }

    /**
     * The limit that a meeting sets for its report. Until the end of the transaction the calendar does not change.
     *
     * @param meeting day of the meeting in Vietnam
     * @param span    whole days, as written on the diagram
     * @throws IllegalStateException when the calendar has no working day near the counted day
     */
    @Transactional(readOnly = true)
    public Limit afterMeeting(LocalDate meeting, Period span) {
        return after("Họp", meeting, span);
    }

    /**
     * The limit of a step by the day it begins, which is not counted; for the rest see {@link #afterMeeting}.
     *
     * @throws IllegalStateException when the calendar has no working day near the counted day
     */
    @Transactional(readOnly = true)
    public Limit afterBeginning(LocalDate day, Period span) {
        return after("Từ", day, span);
    }

    /** The calendar in force. */
    @Transactional(readOnly = true)
    public WorkingCalendar calendar() {
        return new WorkingCalendar(specialDays.all(), settings.count());
    }

    private Limit after(String eventName, LocalDate day, Period span) {
        specialDays.waitForChange();
        LocalDate latest = day.plusDays((span.getDays() + 1L) * WorkingCalendar.LONGEST_BREAK_DAYS);
        return new WorkingCalendar(specialDays.between(day, latest), settings.count()).after(eventName, day, span);
    }
}
