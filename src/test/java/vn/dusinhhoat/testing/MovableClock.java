package vn.dusinhhoat.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.dusinhhoat.platform.TimeZones;

/** The clock of domain and engine together, in tests only. It runs on from where it was put. */
public class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    public void moveTo(Instant moment) {
        offset = Duration.between(Instant.now(), moment);
        ClockUtil.offset(offset.toMillis());
    }

    public void reset() {
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    public Date date() {
        return Date.from(instant());
    }

    @Override
    public ZoneId getZone() {
        return TimeZones.VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
