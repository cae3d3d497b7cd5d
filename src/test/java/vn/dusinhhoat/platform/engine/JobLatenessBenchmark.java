package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.TestDatabase;

/**
 * How late limits are on a system that does nothing else, with 600,000 other timers waiting: our settings and indexes beside
 * the engine's own, two nodes with the same data, at the same time. Run by name: {@code mvn test
 * -Dtest=JobLatenessBenchmark -Dexec.skip=true}.
 */
class JobLatenessBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(JobLatenessBenchmark.class);
    /** To try it out: everything is divided by it. */
    private static final int PART = Integer.getInteger("part", 1);
    private static final int WAITING = 600_000 / PART;
    private static final int LIMITS = 60 / PART;
    private static final int SPREAD_SECONDS = 300 / PART;
    private static final int LONGEST_LATE_SECONDS = 65;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> AS_SHIPPED = List.of("--camunda.bpm.job-execution.wait-time-in-millis=5000",
            "--camunda.bpm.job-execution.max-wait=60000", "--camunda.bpm.job-execution.max-jobs-per-acquisition=3",
            "--camunda.bpm.job-execution.core-pool-size=3", "--camunda.bpm.job-execution.max-pool-size=10",
            "--camunda.bpm.job-execution.queue-capacity=3", "--camunda.bpm.job-execution.backoff-time-in-millis=0",
            "--camunda.bpm.job-execution.max-backoff=0");
    private static final String OPEN_LIMITS = "handler_cfg_ like 'timer_limit%' and id_ not like 'viec-cho-%'";

    @TempDir
    private static Path folder;

    @Test
    void compare() throws Exception {
        String ours = TestDatabase.create();
        prepare(ours);
        String shipped = TestDatabase.copyOf(ours);
        new OwnerSql(shipped).sql("drop index ix_job_due, ix_job_locked").update();
        try (ApplicationProcess one = launch(ours, List.of()); ApplicationProcess two = launch(shipped, AS_SHIPPED)) {
            one.awaitReady();
            two.awaitReady();
            spread(ours);
            spread(shipped);
            Thread.sleep((SPREAD_SECONDS + LONGEST_LATE_SECONDS) * 1_000L);
        }
        report("ours", ours);
        report("as shipped", shipped);
    }

    /** The sample's next month; meetings of some visits have begun, their reports are to be sent. */
    private static void prepare(String database) throws InterruptedException, SQLException {
        OwnerSql sql = new OwnerSql(database);
        try (ApplicationProcess node = launch(database, List.of())) {
            node.awaitReady();
            Awaitility.await().atMost(PATIENCE).until(() -> count(sql, "duty") > 0 && count(sql, "duty where visit_id is null") == 0);
            sql.sql("update act_ru_job set duedate_ = now() where id_ in (select id_ from act_ru_job where handler_cfg_ like 'timer_meetingEvening%'"
                    + " order by id_ limit " + LIMITS + ")").update();
            Awaitility.await().atMost(PATIENCE).until(() -> count(sql, "act_ru_job where duedate_ > now() and " + OPEN_LIMITS) >= LIMITS);
        }
        sql.sql(WaitingJobs.INSERT).param("id", WaitingJobs.ID).param("count", WAITING).update();
        sql.sql("vacuum analyze").update();
    }

    private static void spread(String database) {
        assertThat(new OwnerSql(database).sql("""
                update act_ru_job set duedate_ = now() + random() * %d * interval '1 second'
                where id_ in (select id_ from act_ru_job where duedate_ > now() + interval '1 hour' and %s order by id_ limit %d)
                """.formatted(SPREAD_SECONDS, OPEN_LIMITS, LIMITS)).update()).isEqualTo(LIMITS);
    }

    private static void report(String settings, String database) {
        Double[] seconds = new OwnerSql(database).sql("""
                select extract(epoch from timestamp_ - job_duedate_)::float8 from act_hi_job_log
                where job_state_ = 2 and act_id_ like 'timer_limit%' and job_duedate_ > localtimestamp - interval '1 hour' order by 1""").query(Double.class).list().toArray(Double[]::new);
        assertThat(seconds).as("limits of " + settings + " that passed").hasSize(LIMITS);
        LOG.info("%s: %d limits, due to done: p50 %.1f s, p90 %.1f s, longest %.1f s".formatted(settings, LIMITS, seconds[LIMITS / 2],
                seconds[LIMITS * 9 / 10], seconds[LIMITS - 1]));
    }

    private static int count(OwnerSql sql, String rows) {
        return sql.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private static ApplicationProcess launch(String database, List<String> more) {
        return ApplicationProcess.launch(folder, Stream.of(Stream.of(TestDatabase.settings(database)).map("--"::concat),
                Stream.of("--dusinhhoat.sample.enabled=true"), more.stream()).flatMap(each -> each).toArray(String[]::new));
    }
}
