package vn.dusinhhoat.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.notification.NoticesTest;

/** Every path of daily-notices. */
class DailyNoticesProcessTest extends NoticesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;

    @Test
    void theTimerIsDueAtTheHoursOfTheTable() {
        Job timer = management.createJobQuery().processDefinitionKey("daily-notices").timers().active().list().stream()
                .filter(job -> job.getProcessInstanceId() == null).findFirst().orElseThrow();
        assertThat(LocalTime.ofInstant(timer.getDuedate().toInstant(), vn.dusinhhoat.platform.TimeZones.VIETNAM))
                .isIn(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(16, 0), LocalTime.of(16, 30), LocalTime.of(20, 0), EVENING);
    }

    @Test
    void aRunWritesSendsAndEnds() {
        visits.visitOf(reachable("Nguyễn Thị Một Lượt"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        String run = startByTimer();
        runJob(run, "rule_chooseMoments");
        assertThat(states()).as("written, and nothing sent in that transaction").containsExactly("WAITING");
        runJob(run, "service_sendBatch");
        awaitEnd(run);
        assertThat(states()).containsExactly("SENT");
        assertThat(received()).hasSize(1);
        assertThat(passed(run)).contains("start_hours", "message_batchSent", "gateway_left", "end_sent").doesNotContain("timer_serverPause");
    }

    @Test
    void aRunWithoutMomentsSendsWhatIsLeft() {
        at(FRIDAY, LocalTime.of(6, 45));
        String run = start();
        runJob(run, "rule_chooseMoments");
        runJob(run, "service_sendBatch");
        awaitEnd(run);
        assertThat(states()).isEmpty();
    }

    @Test
    void whatIsMoreThanABatchGoesRound() {
        at(FRIDAY, LocalTime.of(12, 30));
        String run = start();
        runJob(run, "rule_chooseMoments");
        // Nobody can be written to: each is dealt with quickly.
        sql.sql("""
                insert into notice (kind, person_id, visit_id, day, days_off, state, message_id, written_at, next_attempt_at)
                select 'BEFORE_MEETING', (select min(id) from person), ?, date '2026-01-01' + n, 1, 'WAITING', 'vong-' || n, ?, ?
                from generate_series(1, 501) n""").params(visits.visitOf(visits.newWorker(), FRIDAY).id(),
                java.sql.Timestamp.from(clock.instant()), java.sql.Timestamp.from(clock.instant())).update();
        runJob(run, "service_sendBatch");
        await().atMost(PATIENCE).until(() -> job(run, "service_sendBatch") != null);
        assertThat(states()).filteredOn("WAITING"::equals).hasSize(1);
        runJob(run, "service_sendBatch");
        awaitEnd(run);
        assertThat(states()).hasSize(501).containsOnly("SUPPRESSED");
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedLaterWithoutIncident() {
        visits.visitOf(reachable("Lê Văn Máy Chủ Tắt"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        stopMail();
        String run = start();
        runJob(run, "rule_chooseMoments");
        runJob(run, "service_sendBatch");
        await().atMost(PATIENCE).until(() -> job(run, "timer_serverPause") != null);
        assertThat(states()).containsExactly("WAITING");
        assertThat(runtime.createIncidentQuery().processInstanceId(run).count()).isZero();
        assertThat(Duration.between(clock.instant(), job(run, "timer_serverPause").getDuedate().toInstant())).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        startMail();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        runJob(run, "timer_serverPause");
        runJob(run, "service_sendBatch");
        awaitEnd(run);
        assertThat(states()).containsExactly("SENT");
    }

    /** A server that says nothing: the job is over, the run waits on the diagram, one transaction is open, that of the mail. */
    @Test
    void noJobHoldsATransactionWhileMailsAreSent() throws Exception {
        visits.visitOf(reachable("Đinh Thị Máy Chủ Treo"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        stopMail();
        String run = start();
        runJob(run, "rule_chooseMoments");
        try (ServerSocket silent = new ServerSocket(PORT, 10, InetAddress.getByName("127.0.0.1"))) {
            runJob(run, "service_sendBatch");
            silent.accept();
            assertThat(job(run, "timer_batchLost")).isNotNull();
            assertThat(sql.sql("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")
                    .query(Long.class).single()).isEqualTo(1);
            await().atMost(PATIENCE).until(() -> job(run, "timer_serverPause") != null);
        }
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void aBatchThatBreaksOffIsTakenUpAgain() {
        visits.visitOf(reachable("Phạm Thị Đứt Gánh"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        String run = start();
        runJob(run, "rule_chooseMoments");
        owner.sql("create function fail_batch() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$").update();
        owner.sql("create trigger fail_batch before update on notice for each row execute function fail_batch()").update();
        try {
            runJob(run, "service_sendBatch");
            await().atMost(PATIENCE).until(() -> received().size() == 1);
            await().during(Duration.ofMillis(500)).until(() -> job(run, "timer_batchLost") != null);
        } finally {
            owner.sql("drop trigger fail_batch on notice").update();
            owner.sql("drop function fail_batch").update();
        }
        runJob(run, "timer_batchLost");
        runJob(run, "service_sendBatch");
        awaitEnd(run);
        assertThat(states()).containsExactly("SENT");
        assertThat(passed(run)).contains("timer_batchLost", "end_sent");
    }

    @Test
    void aNewerRunTakesOver() {
        visits.visitOf(reachable("Trần Văn Lượt Cũ"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        String old = start();
        runJob(old, "rule_chooseMoments");
        String newer = start();
        runJob(newer, "rule_chooseMoments");
        runJob(old, "service_sendBatch");
        awaitEnd(old);
        assertThat(states()).containsExactly("WAITING");
        runJob(newer, "service_sendBatch");
        awaitEnd(newer);
        assertThat(states()).containsExactly("SENT");
    }

    private String startByTimer() {
        Job timer = management.createJobQuery().processDefinitionKey("daily-notices").timers().list().stream()
                .filter(job -> job.getProcessInstanceId() == null).findFirst().orElseThrow();
        management.executeJob(timer.getId());
        assertThat(management.createJobQuery().processDefinitionKey("daily-notices").timers().list())
                .as("the next start").anyMatch(job -> job.getProcessInstanceId() == null);
        return runtime.createProcessInstanceQuery().processDefinitionKey("daily-notices").singleResult().getId();
    }

    private String start() {
        return runtime.startProcessInstanceByKey("daily-notices").getId();
    }

    private Job job(String run, String element) {
        return management.createJobQuery().processInstanceId(run).activityId(element).singleResult();
    }

    private void runJob(String run, String element) {
        management.executeJob(job(run, element).getId());
    }

    private void awaitEnd(String run) {
        await().atMost(PATIENCE).until(() -> runtime.createProcessInstanceQuery().processInstanceId(run).count() == 0);
    }

    private List<String> passed(String run) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(run).list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }
}
