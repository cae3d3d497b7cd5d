package vn.dusinhhoat.supervision.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.CountedStatements;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.TestDatabase;

/** Row O1: each number before and after what it counts has happened, and what reading all of them costs the database. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class SystemNumbersTest {

    private static final LocalDate MEETING = LocalDate.of(2026, 5, 28);

    @Autowired
    private Gauges gauges;
    @Autowired
    private LimitTimerCheck check;
    @Autowired
    private MeterRegistry meters;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Value("${spring.datasource.url}")
    private String address;
    @Autowired
    private MovableClock clock;
    @Autowired
    private List<ScheduledTaskHolder> schedules;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anIncidentAndAFailedJobAreSeen() {
        double incidents = read("incidents");
        double failed = read("jobs.failed");
        Visit visit = opened();
        Job timer = engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0);
        management.setJobRetries(timer.getId(), 0);
        assertThat(read("incidents")).isEqualTo(incidents + 1);
        assertThat(read("jobs.failed")).isEqualTo(failed + 1);
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(read("incidents.oldest.seconds")).isGreaterThanOrEqualTo(3_500);
        engine.remove(visit);
        assertThat(read("incidents")).isEqualTo(incidents);
    }

    /** The case that waits for the one with the incident is not counted once more. */
    @Test
    void incidentsAreCountedByProcess() {
        double reports = incidentsOf("attendance-report");
        double visits = incidentsOf("attendance");
        Visit visit = opened();
        management.setJobRetries(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getId(), 0);
        assertThat(incidentsOf("attendance-report")).isEqualTo(reports + 1);
        assertThat(incidentsOf("attendance")).isEqualTo(visits);
        engine.remove(visit);
        assertThat(incidentsOf("attendance-report")).isEqualTo(reports);
        // Work over many cases at once has a job, and maybe an incident, of no process.
        sql.sql("insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, root_cause_incident_id_) values ('mo-coi', 1, now(), 'failedJob', 'mo-coi')")
                .update();
        assertThat(incidentsOf("-")).isEqualTo(1);
        sql.sql("delete from act_ru_incident where id_ = 'mo-coi'").update();
        read("incidents");
        assertThat(meters.find("dusinhhoat.incidents").tag("process", "-").gauge()).isNull();
    }

    private double incidentsOf(String process) {
        gauges.read();
        return meters.get("dusinhhoat.incidents").tag("process", process).gauge().value();
    }

    @Test
    void anAttemptThatFailedIsSeenBeforeItIsTheLast() {
        Visit visit = opened();
        Job timer = engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0);
        double retrying = read("jobs.retrying");
        double failed = read("jobs.failed");
        double attempts = meters.get("dusinhhoat.jobs.attempts.failed").functionCounter().count();
        clock.moveTo(timer.getDuedate().toInstant().plusSeconds(1));
        owner.sql("alter table report add constraint broken_for_a_test check (visit_id <> " + visit.id() + ") not valid").update();
        try {
            assertThatThrownBy(() -> management.executeJob(timer.getId())).isNotNull();
        } finally {
            owner.sql("alter table report drop constraint broken_for_a_test").update();
        }
        assertThat(read("jobs.retrying")).isEqualTo(retrying + 1);
        assertThat(read("jobs.failed")).isEqualTo(failed);
        assertThat(meters.get("dusinhhoat.jobs.attempts.failed").functionCounter().count()).isEqualTo(attempts + 1);
        management.executeJob(timer.getId());
        assertThat(read("jobs.retrying")).isEqualTo(retrying);
        engine.remove(visit);
    }

    @Test
    void jobsThatAreDueAndStandStillAreSeen() {
        Visit visit = opened();
        Instant limit = engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate().toInstant();
        clock.moveTo(limit.minusSeconds(30));
        double executable = read("jobs.executable");
        double due = read("jobs.due");
        double suspended = read("jobs.suspended");
        clock.moveTo(limit.plusSeconds(30));
        assertThat(read("jobs.executable")).isGreaterThan(executable);
        assertThat(read("jobs.due")).as("not yet left undone").isEqualTo(due);
        clock.moveTo(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate().toInstant().plusSeconds(400));
        assertThat(read("jobs.due")).isGreaterThan(due);
        assertThat(read("jobs.due.oldest.seconds")).isGreaterThanOrEqualTo(400);
        assertThat(read("limits.oldest.overdue.seconds")).isGreaterThanOrEqualTo(400);
        assertThat(meters.get("dusinhhoat.tasks.late").tag("level", "COMMUNE").gauge().value()).isPositive();
        assertThat(meters.get("dusinhhoat.tasks.late").tag("level", "DISTRICT").gauge().value()).isZero();
        management.suspendJobById(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getId());
        assertThat(read("jobs.suspended")).isEqualTo(suspended + 1);
        engine.remove(visit);
    }

    @Test
    void mailsRefusedLoginsAndDeploymentsAreSeen() {
        double refused = read("logins.refused");
        double deployments = read("deployments");
        Instant now = clock.instant();
        Long notice = sql.sql("""
                insert into notice (kind, person_id, unit_id, day, days_off, state, message_id, written_at, next_attempt_at)
                select 'CLERK_DIGEST', p.id, h.parent_id, date '2020-01-01', 0, 'WAITING', 'do-thu', :at, :at
                from person p join party_unit h on h.id = p.home_cell_id order by p.id limit 1 returning id""")
                .param("at", Timestamp.from(now.minus(Duration.ofMinutes(16)))).query(Long.class).single();
        audit.record(Audit.Entry.refused(Audit.Kind.LOGIN, null, null, null, "tasklist"));
        audit.record(Audit.Entry.done(Audit.Kind.DEPLOYMENT, "quantri", "deployment", "x", "Create"));
        try {
            assertThat(read("notices.unsent")).isPositive();
            assertThat(read("notices.unsent.oldest.seconds")).isGreaterThanOrEqualTo(960);
            assertThat(read("logins.refused")).isEqualTo(refused + 1);
            assertThat(read("deployments")).isEqualTo(deployments + 1);
            assertThat(Math.abs(read("clock.offset.seconds"))).isLessThan(5);
            assertThat(read("reading.age.seconds")).isLessThan(5);
        } finally {
            sql.sql("delete from notice where id = ?").param(notice).update();
        }
    }

    @Test
    void historyThatWasToBeRemovedIsSeen() {
        double uncleaned = read("history.uncleaned");
        Visit visit = opened();
        String ended = engine.instance(visit, "attendance").getId();
        engine.remove(visit);
        assertThat(read("history.uncleaned")).as("ended, kept for years").isEqualTo(uncleaned);
        clock.moveTo(clock.instant().plus(Duration.ofDays(3)));
        sql.sql("update act_hi_procinst set removal_time_ = ? where id_ = ?").params(Timestamp.from(clock.instant().minus(Duration.ofDays(2))), ended).update();
        try {
            assertThat(read("history.uncleaned")).isEqualTo(uncleaned + 1);
            assertThat(read("history.uncleaned.oldest.seconds")).isGreaterThanOrEqualTo(2 * 86_400);
        } finally {
            sql.sql("update act_hi_procinst set removal_time_ = null where id_ = ?").param(ended).update();
        }
    }

    @Test
    void withoutAnArchiveNothingIsSaidOfABackup() {
        assertThat(read("backup.archived.seconds")).isNaN();
    }

    @Test
    void aWrongClockIsSeenAndASlowAnswerIsNone() throws Exception {
        clock.moveTo(Instant.now().minusSeconds(10));
        assertThat(read("clock.offset.seconds")).as("of the database").isBetween(9.0, 10.1);
        clock.moveTo(Instant.now().plusSeconds(10));
        assertThat(read("clock.offset.seconds")).isBetween(-10.1, -9.0);
        clock.reset();
        try (Connection other = DriverManager.getConnection(address, TestDatabase.OWNER, ""); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table audit_event in access exclusive mode");
            CompletableFuture<Double> waiting = CompletableFuture.supplyAsync(() -> read("clock.offset.seconds"));
            Awaitility.await().until(() -> owner.sql("select count(*) from pg_locks where not granted").query(Integer.class).single() > 0);
            lock.execute("select pg_sleep(2)");
            other.rollback();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isZero();
        }
    }

    /** Two nodes ask twice as often, a watcher as often as it likes. */
    @Test
    void oneStatementAMinuteHoweverOftenTheNumbersAreAskedFor() {
        try (CountedStatements statements = CountedStatements.begin()) {
            gauges.read();
            assertThat(statements.all()).hasSize(1);
            for (int scrape = 0; scrape < 10; scrape++) {
                assertThat(meters.getMeters().stream().filter(meter -> meter.getId().getName().startsWith("dusinhhoat."))
                        .mapToDouble(meter -> meter.measure().iterator().next().getValue()).count()).isGreaterThan(25);
            }
            assertThat(statements.all()).hasSize(1);
        }
        assertThat(schedules.stream().flatMap(each -> each.getScheduledTasks().stream()).map(ScheduledTask::getTask)
                .filter(task -> task.toString().endsWith("Gauges.read"))).singleElement()
                .isInstanceOfSatisfying(FixedDelayTask.class, task -> assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void aLimitThatWasMovedAnotherWayIsFoundAtNight() {
        Visit visit = opened();
        Task task = engine.task(visit);
        assertThat(found(task)).isFalse();
        // As somebody with the engine's own right would do it: the task without its timer.
        tasks.setDueDate(task.getId(), Date.from(task.getDueDate().toInstant().plus(Duration.ofDays(7))));
        assertThat(found(task)).isTrue();
        assertThat(sql.sql("select detail from consistency_report where about = 'LIMITS' order by id desc limit 1").query(String.class).single())
                .contains("Việc " + task.getId() + ": hạn 05/06/2026 23:59:59, đồng hồ 29/05/2026 23:59:59",
                        "báo cáo của lượt dự " + visit.id() + " ghi 29/05/2026 23:59:59");
        assertThat(read("limits.differing")).isPositive();
        engine.remove(visit);
        assertThat(found(task)).isFalse();
    }

    private boolean found(Task task) {
        check.run();
        return sql.sql("select detail from consistency_report where about = 'LIMITS' order by id desc limit 1").query(String.class).single().contains(task.getId());
    }

    private Visit opened() {
        clock.moveTo(MEETING.atTime(9, 0).atZone(TimeZones.VIETNAM).toInstant());
        Visit visit = fixture.visitOf(fixture.newWorker(), MEETING);
        engine.toReportTask(visit);
        return visit;
    }

    private double read(String name) {
        gauges.read();
        return meters.get("dusinhhoat." + name).gauges().stream().mapToDouble(Gauge::value).sum();
    }
}
