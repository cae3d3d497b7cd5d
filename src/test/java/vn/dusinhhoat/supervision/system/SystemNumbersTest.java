package vn.dusinhhoat.supervision.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Row O3, the drill: what an alert is to ring for happens, and the number goes over its limit. */
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
    private MovableClock clock;

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

    @Test
    void jobsThatAreDueAndStandStillAreSeen() {
        Visit visit = opened();
        double due = read("jobs.due");
        double suspended = read("jobs.suspended");
        clock.moveTo(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate().toInstant().plusSeconds(400));
        assertThat(read("jobs.due")).isGreaterThan(due);
        assertThat(read("jobs.due.oldest.seconds")).isGreaterThanOrEqualTo(400);
        assertThat(read("limits.oldest.overdue.seconds")).isGreaterThanOrEqualTo(400);
        assertThat(read("tasks.late")).isPositive();
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
