package vn.dusinhhoat.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import vn.dusinhhoat.platform.TimeZones;

/**
 * What the board is about at a moment: late is what was due before it, soon what is due until the end of the third day
 * from today in Vietnam.
 */
record BoardSpan(Instant now, LocalDate today) {

    private static final int SOON_DAYS = 3;

    static BoardSpan at(Clock clock) {
        Instant now = clock.instant();
        return new BoardSpan(now, LocalDate.ofInstant(now, TimeZones.VIETNAM));
    }

    /** Last day that is soon. */
    LocalDate soonUntil() {
        return today.plusDays(SOON_DAYS);
    }

    /** As the engine keeps due dates: in the time zone of this process, which is Vietnam's. */
    Timestamp nowInEngine() {
        return Timestamp.from(now);
    }

    Timestamp untilInEngine() {
        return Timestamp.from(soonUntil().plusDays(1).atStartOfDay(TimeZones.VIETNAM).toInstant());
    }
}
