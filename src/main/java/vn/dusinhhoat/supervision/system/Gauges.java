package vn.dusinhhoat.supervision.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.UnitLevel;

/**
 * Numbers for alerts (rows O1 to O3; operations.md says which and when), read by two statements once a minute, however often
 * they are asked for. None is a person's; what members of a Thường trực owe is not counted (ruling B5).
 */
@Component
public class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final String PREFIX = "dusinhhoat.";
    private static final List<UnitLevel> LEVELS = Arrays.stream(UnitLevel.values()).filter(level -> level != UnitLevel.CELL).toList();

    private static final String NUMBERS = """
            with leader as (select p.user_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                            where b.kind = 'THUONG_TRUC' and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                              and p.user_id is not null),
                late as (select u.level, count(*) as number, min(t.due_date_) as oldest from act_ru_task t join party_unit u on u.code = t.tenant_id_
                         where t.due_date_ < :now and coalesce(t.assignee_, '') not in (select user_id from leader) group by u.level)
            select (select number from late where level = 'PROVINCE') as late_province, (select number from late where level = 'DISTRICT') as late_district,
                   (select number from late where level = 'COMMUNE') as late_commune, (select min(oldest) from late) as oldest_late,
                   (select count(*) from audit_event where kind = 'LOGIN' and outcome = 'REFUSED' and at > :recently) as refused_logins,
                   (select count(*) from audit_event where kind = 'DEPLOYMENT' and at > :lately) as deployments,
                   (select last_archived_time from pg_stat_archiver) as archived, clock_timestamp() as database_time""";
    private static final Duration RECENTLY = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofHours(1);

    /** What was read last. */
    private record Reading(Instant at, SystemNumbers.Numbers system, Map<UnitLevel, Integer> late, Instant oldestLate, int refusedLogins,
                           int deployments, Instant archived, double clockOffset) {
    }

    private final SystemNumbers system;
    private final JdbcClient sql;
    private final Clock clock;
    private final AtomicReference<Reading> last = new AtomicReference<>();

    Gauges(SystemNumbers system, JdbcClient sql, Clock clock, MeterRegistry meters) {
        this.system = system;
        this.sql = sql;
        this.clock = clock;
        register(meters);
    }

    private void register(MeterRegistry meters) {
        stuck(meters, "incidents", reading -> reading.system().incidents());
        stuck(meters, "jobs.failed", reading -> reading.system().failedJobs());
        stuck(meters, "jobs.suspended", reading -> reading.system().suspendedJobs());
        stuck(meters, "jobs.due", reading -> reading.system().dueJobs());
        stuck(meters, "notices.unsent", reading -> reading.system().notices());
        gauge(meters, "limits.differing", reading -> reading.system().differing().count());
        gauge(meters, "limits.oldest.overdue.seconds", reading -> age(reading.oldestLate()));
        LEVELS.forEach(level -> Gauge.builder(PREFIX + "tasks.late", this, gauges -> gauges.value(reading -> reading.late().get(level)))
                .tag("level", level.name()).register(meters));
        gauge(meters, "logins.refused", Reading::refusedLogins);
        gauge(meters, "deployments", Reading::deployments);
        gauge(meters, "backup.archived.seconds", reading -> reading.archived() == null ? Double.NaN : age(reading.archived()));
        gauge(meters, "clock.offset.seconds", Reading::clockOffset);
        gauge(meters, "reading.age.seconds", reading -> age(reading.at()));
    }

    private void stuck(MeterRegistry meters, String name, Function<Reading, SystemNumbers.Stuck> what) {
        gauge(meters, name, reading -> what.apply(reading).count());
        gauge(meters, name + ".oldest.seconds", reading -> age(what.apply(reading).oldest()));
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Reading> value) {
        Gauge.builder(PREFIX + name, this, gauges -> gauges.value(value)).register(meters);
    }

    /** Before the first reading no gauge has a value. */
    private double value(ToDoubleFunction<Reading> what) {
        Reading reading = last.get();
        return reading == null ? Double.NaN : what.applyAsDouble(reading);
    }

    private double age(Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    /** Reads all numbers anew. A database that does not answer leaves the old ones, which grow old. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 5_000)
    public void read() {
        try {
            last.set(reading());
        } catch (DataAccessException e) {
            LOG.warn("The numbers for alerts could not be read ({})", e.getClass().getSimpleName());
        }
    }

    private Reading reading() {
        Instant now = clock.instant();
        SystemNumbers.Numbers numbers = system.read();
        return sql.sql(NUMBERS).param("now", Timestamp.from(now)).param("today", LocalDate.now(clock))
                .param("recently", Timestamp.from(now.minus(RECENTLY))).param("lately", Timestamp.from(now.minus(LATELY)))
                .query((row, n) -> reading(now, numbers, row)).single();
    }

    private static Reading reading(Instant now, SystemNumbers.Numbers numbers, ResultSet row) throws SQLException {
        Map<UnitLevel, Integer> late = new EnumMap<>(UnitLevel.class);
        for (UnitLevel level : LEVELS) {
            late.put(level, row.getInt("late_" + level.name().toLowerCase(Locale.ROOT)));
        }
        return new Reading(now, numbers, late, instant(row, "oldest_late"), row.getInt("refused_logins"), row.getInt("deployments"),
                instant(row, "archived"), Duration.between(now, row.getTimestamp("database_time").toInstant()).toMillis() / 1000.0);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
