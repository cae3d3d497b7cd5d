package vn.dusinhhoat.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import vn.dusinhhoat.platform.TimeZones;

/**
 * The last moment at which something is on time, and why.
 *
 * @param lastDay     day on which it is still on time, in Vietnam
 * @param explanation one Vietnamese sentence: event, counted day, what rolled it on, result
 */
public record Limit(LocalDate lastDay, String explanation) {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** 23:59:59 of the last day in Vietnam: the due date of tasks and timers. */
    public Instant at() {
        return lastDay.atTime(LAST_SECOND).atZone(TimeZones.VIETNAM).toInstant();
    }

    /** On time is everything of the last day, to its very end. */
    public boolean isMetBy(Instant moment) {
        return !moment.atZone(TimeZones.VIETNAM).toLocalDate().isAfter(lastDay);
    }

    /** The last day of a limit that is kept as a moment. */
    public static LocalDate dayOf(Instant limitAt) {
        return limitAt.atZone(TimeZones.VIETNAM).toLocalDate();
    }
}
