package vn.dusinhhoat.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What went out and what waits, in numbers: no names, no addresses. */
@Service
public class NoticeOverview {

    private static final Duration SPAN = Duration.ofDays(14);

    /** How many notices of a kind are in a state. */
    public record Count(NoticeKind kind, NoticeState state, int number) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    NoticeOverview(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of the last 14 days, by kind and state; nothing where there is none. */
    public List<Count> counts() {
        return sql.sql("""
                select kind, state, count(*) as number from notice where written_at >= :since
                group by kind, state order by kind, state""")
                .param("since", Timestamp.from(clock.instant().minus(SPAN))).query(Count.class).list();
    }

    /** When the notice that waits longest was written; empty when none waits. */
    public Optional<Instant> oldestWaiting() {
        return sql.sql("select min(written_at) from notice where state = 'WAITING'").query(Timestamp.class).optional()
                .map(Timestamp::toInstant);
    }

    /** Since when the mail server has not taken anything; empty while it does. */
    public Optional<Instant> downSince() {
        return sql.sql("select down_since from notice_sending").query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
