package vn.dusinhhoat.access.frontdoor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords by address: whoever tries many, over however many accounts, has to wait, so that one machine cannot
 * lock the accounts of a whole province (row S8). An office behind one address makes a few mistakes, not hundreds.
 */
final class FailedLogins {

    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private record Tries(Instant since, int count) {
    }

    private final Clock clock;
    private final int most;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    FailedLogins(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    synchronized boolean mustWait(String address) {
        Tries tries = byAddress.get(address);
        return tries != null && tries.count() >= most && clock.instant().isBefore(tries.since().plus(WINDOW));
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        Tries before = byAddress.get(address);
        byAddress.put(address, before == null || !now.isBefore(before.since().plus(WINDOW)) ? new Tries(now, 1)
                : new Tries(before.since(), before.count() + 1));
    }
}
