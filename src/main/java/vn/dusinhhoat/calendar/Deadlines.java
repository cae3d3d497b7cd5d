package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place that turns a number of days into a limit, used for timers and for due dates alike. */
@Service
public class Deadlines {

    /** A document's last day lies less than this after the meeting. */
    private static final int LONGEST_EXTENSION_DAYS = 365;

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
        return after(LimitStart.meeting(meeting), span, List::of);
    }

    /**
     * The limit of what counts from a meeting, or from the day on which a late visit was made, with more time by documents.
     *
     * @param extensions asked for once no document can come into force any more before the transaction ends
     */
    @Transactional(readOnly = true)
    public Limit after(LimitStart from, Period span, Supplier<List<Extension>> extensions) {
        specialDays.waitForChange();
        return calendarFor(from.day(), span).after(from, span, extensions.get());
    }

    /** Before rows are locked that limits hang on: whoever moves limits locks in this order too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForChange() {
        specialDays.waitForChange();
    }

    /**
     * The limit of a step by the day it begins, which is not counted; for the rest see {@link #afterMeeting}.
     *
     * @throws IllegalStateException when the calendar has no working day near the counted day
     */
    @Transactional(readOnly = true)
    public Limit afterBeginning(LocalDate day, Period span) {
        specialDays.waitForChange();
        return calendarFor(day, span).after("Từ", day, span);
    }

    /** The calendar in force. */
    @Transactional(readOnly = true)
    public WorkingCalendar calendar() {
        return new WorkingCalendar(specialDays.all(), settings.count());
    }

    private WorkingCalendar calendarFor(LocalDate day, Period span) {
        LocalDate latest = day.plusDays((span.getDays() + 1L) * WorkingCalendar.LONGEST_BREAK_DAYS).plusDays(LONGEST_EXTENSION_DAYS);
        return new WorkingCalendar(specialDays.between(day, latest), settings.count());
    }
}
