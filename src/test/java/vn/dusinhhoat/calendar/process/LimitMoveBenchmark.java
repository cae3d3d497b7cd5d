package vn.dusinhhoat.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** How long a change of the calendar takes with 15,000 reports open. Run by name: {@code mvn test -Dtest=LimitMoveBenchmark}. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class LimitMoveBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(LimitMoveBenchmark.class);
    private static final int OPEN = Integer.getInteger("open", 15_000);
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private CalendarChanges changes;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @Test
    void moveAll() throws Exception {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        seconds("open them, one by one", () -> {
            IntStream.range(0, 4).parallel().forEach(worker -> IntStream.range(0, OPEN / 4).forEach(n -> open()));
            return null;
        });
        Long[] id = new Long[1];
        engine.as("quantri", () -> id[0] = changes.propose(Map.of(MONDAY, new SpecialDay(MONDAY, SpecialDay.Kind.OFF, "Thử",
                SpecialDay.Status.OFFICIAL, "Số 1")), "quantri"));
        seconds("preview, counted by unit", () -> changes.units(id[0]));
        seconds("preview, a page of a unit", () -> changes.limits(id[0], VisitFixture.COMMUNE, 100));
        engine.as("quantri", () -> tasks.complete(tasks.createTaskQuery().processDefinitionKey("calendar-change").singleResult().getId(),
                Map.of("decision", "APPLY")));
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey("calendar-change").singleResult().getId();
        seconds("apply: days, reports, tasks, timers", () -> {
            management.executeJob(management.createJobQuery().processInstanceId(instance).messages().singleResult().getId());
            return null;
        });
        List<Long> late = List.of(sql.sql("select count(*) from act_ru_task where due_date_ = timestamptz '2026-04-07 23:59:59+07'").query(Long.class).single(),
                sql.sql("select count(*) from act_ru_job where duedate_ = timestamptz '2026-04-07 23:59:59+07'").query(Long.class).single(),
                sql.sql("select count(*) from report where limit_at = timestamptz '2026-04-07 23:59:59+07'").query(Long.class).single());
        assertThat(late).containsOnly((long) OPEN / 4 * 4);
    }

    private void open() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        management.executeJob(engine.jobs(visit, "attendance", "timer_meetingEvening").get(0).getId());
        engine.runJob(visit, "rule_route");
    }

    private static <T> T seconds(String what, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        T result = work.call();
        LOG.info("%-36s %7.2f s".formatted(what, (System.nanoTime() - begin) / 1e9));
        return result;
    }
}
