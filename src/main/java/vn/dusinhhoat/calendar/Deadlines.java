package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place that turns a number of days into a limit, used for timers and for due dates alike. */
@Service
public class Deadlines {

    private final SpecialDays specialDays;

    private final DayCount count;

    Deadlines(SpecialDays specialDays, CalendarProperties properties) {
        this.specialDays = specialDays;
        this.count = properties.count();
    }

    /**
     * The limit that a meeting sets for its report.
     *
     * @param meeting day of the meeting in Vietnam
     * @param span    whole days, as written on the diagram
     * @throws IllegalStateException when the calendar has no working day near the counted day
     */
    @Transactional(readOnly = true)
    public Limit afterMeeting(LocalDate meeting, Period span) {
        LocalDate latest = meeting.plusDays((span.getDays() + 1L) * WorkingCalendar.LONGEST_BREAK_DAYS);
        return new WorkingCalendar(specialDays.findByDayBetween(meeting, latest)).after("Họp", meeting, span, count);
    }
}
