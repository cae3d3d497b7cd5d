package vn.dusinhhoat.supervision.system;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
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
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.UnitLevel;

/**
 * Numbers for alerts (rows O1 to O3; alerts.yml says which and when), read by one statement once a minute, however often they
 * are asked for. None is a person's; what members of a Thường trực owe is not counted (ruling B5).
 */
@Component
public class Gauges {

    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final String PREFIX = "dusinhhoat.";
    private static final List<UnitLevel> LEVELS = Arrays.stream(UnitLevel.values()).filter(level -> level != UnitLevel.CELL).toList();
    private static final Duration RECENTLY = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofHours(1);
    /** More are not counted: a cleanup that stands still for years would make the count slow. */
    private static final int MOST_TO_CLEAN = 100_000;

    /** An archive that never took anything is as old as the server's memory of it. */
    private static final String NUMBERS = """
            with stuck as (%s),
                incident as (select array_agg(process) as processes, array_agg(number) as numbers from (
                    select coalesce(d.key_, '-') as process, count(i.id_)::int as number from act_re_procdef d
                    full join (select id_, proc_def_id_ from act_ru_incident where root_cause_incident_id_ = id_) i on i.proc_def_id_ = d.id_
                    group by 1) counted),
                leader as (select p.user_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                           where b.kind = 'THUONG_TRUC' and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                             and p.user_id is not null),
                late as (select u.level, count(*) as number, min(t.due_date_) as oldest from act_ru_task t join party_unit u on u.code = t.tenant_id_
                         where t.due_date_ < :now and coalesce(t.assignee_, '') not in (select user_id from leader) group by u.level)
            select stuck.*, incident.*,
                   (select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= :now)) as executable,
                   (select count(*) from act_ru_job where retries_ > 0 and exception_stack_id_ is not null) as retrying,
                   (select number from late where level = 'PROVINCE') as late_province, (select number from late where level = 'DISTRICT') as late_district,
                   (select number from late where level = 'COMMUNE') as late_commune, (select min(oldest) from late) as oldest_late,
                   (select count(*) from (select 1 from act_hi_procinst where removal_time_ < :now limit %d) ended)
                       + (select count(*) from (select 1 from act_hi_decinst where removal_time_ < :now limit %d) decided) as to_clean,
                   least((select min(removal_time_) from act_hi_procinst where removal_time_ < :now),
                         (select min(removal_time_) from act_hi_decinst where removal_time_ < :now)) as to_clean_oldest,
                   (select count(*) from audit_event where kind = 'LOGIN' and outcome = 'REFUSED' and at > :recently) as refused_logins,
                   (select count(*) from audit_event where kind = 'DEPLOYMENT' and at > :lately) as deployments,
                   (select coalesce(last_archived_time, stats_reset) from pg_stat_archiver where current_setting('archive_mode') <> 'off') as archived,
                   statement_timestamp() as database_time
            from stuck, incident""".formatted(SystemNumbers.NUMBERS, MOST_TO_CLEAN, MOST_TO_CLEAN);

    /** What was read last. */
    private record Reading(Instant at, SystemNumbers.Numbers system, int executableJobs, int retriedJobs, Map<UnitLevel, Integer> late, Instant oldestLate,
                           SystemNumbers.Stuck toClean, int refusedLogins, int deployments, Instant archived, double clockOffset) {
    }

    private final JdbcClient sql;
    private final Clock clock;
    private final Instant begun;
    private final MultiGauge incidents;
    private final AtomicReference<Reading> last = new AtomicReference<>();

    Gauges(JdbcClient sql, Clock clock, MeterRegistry meters) {
        this.sql = sql;
        this.clock = clock;
        this.begun = clock.instant();
        this.incidents = MultiGauge.builder(PREFIX + "incidents").register(meters);
        register(meters);
    }

    private void register(MeterRegistry meters) {
        gauge(meters, "incidents.oldest.seconds", reading -> age(reading.system().incidents().oldest()));
        gauge(meters, "jobs.executable", Reading::executableJobs);
        stuck(meters, "jobs.due", reading -> reading.system().dueJobs());
        gauge(meters, "jobs.retrying", Reading::retriedJobs);
        stuck(meters, "jobs.failed", reading -> reading.system().failedJobs());
        stuck(meters, "jobs.suspended", reading -> reading.system().suspendedJobs());
        stuck(meters, "notices.unsent", reading -> reading.system().notices());
        gauge(meters, "limits.differing", reading -> reading.system().differing().count());
        gauge(meters, "limits.oldest.overdue.seconds", reading -> age(reading.oldestLate()));
        LEVELS.forEach(level -> Gauge.builder(PREFIX + "tasks.late", this, gauges -> gauges.value(reading -> reading.late().get(level)))
                .tag("level", level.name()).register(meters));
        stuck(meters, "history.uncleaned", Reading::toClean);
        gauge(meters, "logins.refused", Reading::refusedLogins);
        gauge(meters, "deployments", Reading::deployments);
        gauge(meters, "backup.archived.seconds", reading -> reading.archived() == null ? Double.NaN : age(reading.archived()));
        gauge(meters, "clock.offset.seconds", Reading::clockOffset);
        Gauge.builder(PREFIX + "reading.age.seconds", this, Gauges::readingAge).register(meters);
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

    /** Grows from the start on, so that a node that has never read anything is noticed too. */
    private double readingAge() {
        Reading reading = last.get();
        return age(reading == null ? begun : reading.at());
    }

    private double age(Instant since) {
        return since == null ? 0 : Math.max(0, seconds(since, clock.instant()));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Reads all numbers anew. A database that does not answer leaves the old ones, which grow old. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 5_000)
    public void read() {
        Instant now = clock.instant();
        try {
            sql.sql(NUMBERS).param("undone", SystemNumbers.undone(now)).param("unsent", SystemNumbers.unsent(now)).param("now", Timestamp.from(now))
                    .param("today", LocalDate.now(clock)).param("recently", Timestamp.from(now.minus(RECENTLY)))
                    .param("lately", Timestamp.from(now.minus(LATELY)))
                    .query(row -> {
                        keep(now, row);
                    });
        } catch (DataAccessException e) {
            LOG.warn("The numbers for alerts could not be read ({})", e.getClass().getSimpleName());
        }
    }

    private void keep(Instant asked, ResultSet row) throws SQLException {
        Map<UnitLevel, Integer> late = new EnumMap<>(UnitLevel.class);
        for (UnitLevel level : LEVELS) {
            late.put(level, row.getInt("late_" + level.name().toLowerCase(Locale.ROOT)));
        }
        last.set(new Reading(asked, SystemNumbers.numbers(row), row.getInt("executable"), row.getInt("retrying"), late, instant(row, "oldest_late"),
                SystemNumbers.stuck(row, "to_clean"), row.getInt("refused_logins"), row.getInt("deployments"), instant(row, "archived"),
                offset(asked, instant(row, "database_time"), clock.instant())));
        String[] processes = (String[]) row.getArray("processes").getArray();
        Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
        incidents.register(IntStream.range(0, processes.length)
                .<MultiGauge.Row<?>>mapToObj(n -> MultiGauge.Row.of(Tags.of("process", processes[n]), numbers[n])).toList(), true);
    }

    /** How far the database's time lies outside of the time in which it was asked: a slow answer is no wrong clock. */
    private static double offset(Instant asked, Instant said, Instant answered) {
        return said.isBefore(asked) ? seconds(asked, said) : Math.max(0, seconds(answered, said));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
