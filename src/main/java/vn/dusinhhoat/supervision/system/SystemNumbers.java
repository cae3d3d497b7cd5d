package vn.dusinhhoat.supervision.system;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the system stands still, in one statement (rows O1, O3). */
@Component
public class SystemNumbers {

    /** A job that is due is begun within seconds; after this nobody does it. */
    private static final Duration UNDONE_AFTER = Duration.ofMinutes(1);
    /** A mail is tried within this time, or its server takes none. */
    private static final Duration UNSENT_AFTER = Duration.ofMinutes(15);

    /** One row; {@link #undone} and {@link #unsent} are its parameters, {@link #numbers} reads it. */
    static final String NUMBERS = """
            select incident.number as incidents, incident.oldest as incidents_oldest, failed.number as failed, failed.oldest as failed_oldest,
                   suspended.number as suspended, suspended.oldest as suspended_oldest,
                   due.number + at_once.number as due, least(due.oldest, at_once.oldest) as due_oldest, notice.number as notices, notice.oldest as notices_oldest,
                   (select findings from consistency_report where about = 'LIMITS' order by id desc limit 1) as differing,
                   (select ran_at from consistency_report where about = 'LIMITS' order by id desc limit 1) as differing_oldest
            from (select count(*) as number, min(incident_timestamp_) as oldest from act_ru_incident
                  where root_cause_incident_id_ = id_) incident,
                 (select count(*) as number, min(coalesce(duedate_, create_time_)) as oldest from act_ru_job where retries_ <= 0) failed,
                 (select count(*) as number, min(coalesce(duedate_, create_time_)) as oldest from act_ru_job where suspension_state_ = 2) suspended,
                 (select count(*) as number, min(duedate_) as oldest from act_ru_job
                  where duedate_ < :undone and retries_ > 0 and suspension_state_ = 1) due,
                 (select count(*) as number, min(create_time_) as oldest from act_ru_job
                  where duedate_ is null and create_time_ < :undone and retries_ > 0 and suspension_state_ = 1) at_once,
                 (select count(*) as number, min(next_attempt_at) as oldest from notice where state = 'WAITING' and next_attempt_at < :unsent) notice""";

    /** How many of a kind, and since when; null when there is none. */
    public record Stuck(int count, Instant oldest) {
    }

    /**
     * The numbers at a moment.
     *
     * @param dueJobs   due for more than a minute
     * @param notices   not sent for more than a quarter of an hour
     * @param differing limits that differed from their timers when they were last compared, and when that was
     */
    public record Numbers(Stuck incidents, Stuck failedJobs, Stuck suspendedJobs, Stuck dueJobs, Stuck notices, Stuck differing) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    SystemNumbers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Reads them now. */
    public Numbers read() {
        Instant now = clock.instant();
        return sql.sql(NUMBERS).param("undone", undone(now)).param("unsent", unsent(now)).query((row, n) -> numbers(row)).single();
    }

    /** A job that was due before this has been left undone. */
    static Timestamp undone(Instant now) {
        return Timestamp.from(now.minus(UNDONE_AFTER));
    }

    /** A mail that was to go out before this has been left unsent. */
    static Timestamp unsent(Instant now) {
        return Timestamp.from(now.minus(UNSENT_AFTER));
    }

    static Numbers numbers(ResultSet row) throws SQLException {
        return new Numbers(stuck(row, "incidents"), stuck(row, "failed"), stuck(row, "suspended"), stuck(row, "due"), stuck(row, "notices"),
                stuck(row, "differing"));
    }

    /** A number and its oldest, from the columns of this name. */
    static Stuck stuck(ResultSet row, String what) throws SQLException {
        Timestamp oldest = row.getTimestamp(what + "_oldest");
        return new Stuck(row.getInt(what), oldest == null ? null : oldest.toInstant());
    }
}
