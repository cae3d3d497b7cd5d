package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RunningApplicationTest;

/** Row O1: what the running job executor meets is counted, and nothing of it is written to the engine's tables (row D6). */
@RunningApplicationTest
class EngineMetersIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private ManagementService management;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private MeterRegistry meters;

    @Test
    void aJobThatAnotherNodeTakesFirstIsCounted() {
        double before = conflicts();
        String key = String.valueOf(fixture.visitOf(fixture.newWorker(), LocalDate.now(TimeZones.VIETNAM).plusDays(9)).id());
        Job job = management.createJobQuery().timers().processDefinitionKey("attendance").list().stream()
                .filter(each -> key.equals(businessKey(each))).findFirst().orElseThrow();
        // What the engine sees when somebody was faster: the row that it wants to lock is no longer the one that it read.
        owner.sql("create function skip_for_a_test() returns trigger language plpgsql as $$ begin return null; end $$").update();
        owner.sql("create trigger skip_for_a_test before update on act_ru_job for each row when (new.lock_owner_ is not null and old.id_ = '"
                + job.getId() + "') execute function skip_for_a_test()").update();
        try {
            management.setJobDuedate(job.getId(), new Date(0));
            Awaitility.await().atMost(LONGEST).until(() -> conflicts() > before);
        } finally {
            owner.sql("drop trigger skip_for_a_test on act_ru_job").update();
            owner.sql("drop function skip_for_a_test()").update();
        }
        Awaitility.await().atMost(LONGEST).until(() -> management.createJobQuery().jobId(job.getId()).count() == 0);
        // The clean-up of the history tells there, in its own transaction, what it has removed.
        assertThat(owner.sql("select count(*) from act_ru_meter_log where name_ not like 'history-cleanup-removed-%'").query(Integer.class).single())
                .isZero();
    }

    private double conflicts() {
        return meters.get("dusinhhoat.jobs.acquisition.conflicts").functionCounter().count();
    }

    private String businessKey(Job job) {
        return owner.sql("select business_key_ from act_ru_execution where id_ = ?").param(job.getProcessInstanceId()).query(String.class).single();
    }
}
