package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * Limits that pass, with few and with 600,000 other timers waiting, by the engine's own job executor: how long a look
 * for due jobs takes, how many limits a second take the ladder's first step, and how long 15,000 at one midnight last.
 * Against the engine's own settings without our indexes in the same run. Run by name: {@code mvn test
 * -Dtest=JobBenchmark -Dexec.skip=true}.
 */
@ApplicationTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
class JobBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(JobBenchmark.class);
    /** To try it out: everything is divided by it. */
    private static final int PART = Integer.getInteger("part", 1);
    private static final int MONTHS = Math.max(1, 5 / PART);
    private static final int WAITING = 600_000 / PART;
    private static final int WARM_UP = 500 / PART;
    private static final int SAMPLE = 1_300 / PART;
    private static final int SAMPLE_AS_SHIPPED = 300 / PART;
    private static final int MIDNIGHT = 15_000 / PART;
    private static final int POLLS = 200;
    private static final int POLLS_AS_SHIPPED = 9;
    private static final String LIMITS = "handler_cfg_ like 'timer_limit%' and id_ not like 'viec-cho-%'";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Cycle cycle;
    @Autowired
    private DutyStarts starts;
    @Autowired
    private Organization organization;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    private JobExecutor executor;

    @Test
    void compare() throws Exception {
        executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.shutdown();
        WaitingJobs waiting = new WaitingJobs(engine, sql, owner);
        openReports();
        fire(WARM_UP);
        double small = fire(SAMPLE);
        LOG.info("idle poll, few waiting: {} ms", millisOfPoll(waiting, POLLS));
        waiting.fill(WAITING);
        LOG.info("idle poll, {} waiting: {} ms", WAITING, millisOfPoll(waiting, POLLS));
        double large = fire(SAMPLE);
        asShipped(waiting);
        waiting.remove();
        double smallAgain = fire(SAMPLE);
        waiting.fill(WAITING);
        double largeAgain = fire(SAMPLE);
        LOG.info("limits a second, few waiting: {}, {}; {} waiting: {}, {}; {} percent", Math.round(small), Math.round(smallAgain), WAITING,
                Math.round(large), Math.round(largeAgain), Math.round(100 * (large + largeAgain) / (small + smallAgain)));
        long before = steps();
        double midnight = fire(MIDNIGHT);
        assertThat(steps() - before).as("each has taken its first step").isEqualTo(MIDNIGHT);
        LOG.info("{} limits at one midnight, {} waiting: {} a second, {} s until the last", MIDNIGHT, WAITING, Math.round(midnight),
                Math.round(MIDNIGHT / midnight));
    }

    /** Visits of the whole sample that have taken place, each with its report to be sent. */
    private void openReports() throws InterruptedException {
        starts.set(organization.unitByCode("40").orElseThrow().id(), LocalDate.now().plusMonths(1).withDayOfMonth(1), false, null);
        for (int month = 1; month <= MONTHS; month++) {
            cycle.openEarly(new Period(Cadence.MONTHLY, YearMonth.now().plusMonths(month)));
            while (cycle.createBatch()) {
                continue;
            }
            owner.sql("vacuum analyze").update();
        }
        int meetings = sql.sql("update act_ru_job set duedate_ = now() where handler_cfg_ like 'timer_meetingEvening%'").update();
        LOG.info("{} meetings at one moment: {} s until each has its report's task", meetings, Math.round(drain()));
        owner.sql("vacuum analyze").update();
    }

    /** @return limits a second */
    private double fire(int count) throws InterruptedException {
        long before = steps();
        int due = sql.sql("update act_ru_job set duedate_ = now() where id_ in (select id_ from act_ru_job where duedate_ > now() and "
                + LIMITS + " order by id_ limit ?)").param(count).update();
        assertThat(due).isEqualTo(count);
        double seconds = drain();
        assertThat(steps() - before).isEqualTo(count);
        return count / seconds;
    }

    /** The engine's own way: no indexes of ours, no order, three jobs at a time. */
    private void asShipped(WaitingJobs waiting) throws InterruptedException {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        int jobs = executor.getMaxJobsPerAcquisition();
        int wait = executor.getWaitTimeInMillis();
        long longest = executor.getMaxWait();
        owner.sql("drop index ix_job_due").update();
        owner.sql("drop index ix_job_locked").update();
        configuration.setJobExecutorAcquireByDueDate(false);
        executor.setMaxJobsPerAcquisition(3);
        executor.setWaitTimeInMillis(5_000);
        executor.setMaxWait(60_000);
        try {
            LOG.info("as shipped: idle poll {} ms", millisOfPoll(waiting, POLLS_AS_SHIPPED));
            LOG.info("as shipped: {} limits a second", Math.round(fire(SAMPLE_AS_SHIPPED)));
        } finally {
            configuration.setJobExecutorAcquireByDueDate(true);
            executor.setMaxJobsPerAcquisition(jobs);
            executor.setWaitTimeInMillis(wait);
            executor.setMaxWait(longest);
            owner.sql("create index ix_job_due on act_ru_job (duedate_)").update();
            owner.sql("create index ix_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null").update();
            owner.sql("vacuum analyze act_ru_job").update();
        }
    }

    private static double millisOfPoll(WaitingJobs waiting, int times) {
        double[] millis = new double[times];
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < times; n++) {
                long begin = System.nanoTime();
                assertThat(waiting.poll()).isEmpty();
                millis[n] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return Math.round(100 * millis[times / 2]) / 100.0;
    }

    /** @return seconds from the executor's start to when nothing is due any more */
    private double drain() throws InterruptedException {
        long begin = System.nanoTime();
        executor.start();
        while (sql.sql("select exists (select 1 from act_ru_job where coalesce(duedate_, now()) <= now() and retries_ > 0 and suspension_state_ = 1)")
                .query(Boolean.class).single()) {
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        executor.shutdown();
        return seconds;
    }

    private long steps() {
        return sql.sql("select count(*) from visit_event where kind = 'LIMIT_PASSED'").query(Long.class).single();
    }
}
