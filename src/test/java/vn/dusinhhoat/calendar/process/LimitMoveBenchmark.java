package vn.dusinhhoat.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
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
    private static final int WORKERS = 4;
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
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private MovableClock clock;

    @Test
    void moveAll() throws Exception {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        seconds("open them, one by one", () -> {
            IntStream.range(0, WORKERS).parallel().forEach(worker -> IntStream.range(0, OPEN / WORKERS).forEach(n -> open()));
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
        assertMovedTo("2026-04-07 23:59:59+07");
        seconds("the same rows, plain JDBC in batches", () -> transactions.execute(status -> movePlainly()));
        assertMovedTo("2026-04-08 23:59:59+07");
    }

    private void assertMovedTo(String limit) {
        List<Long> rows = Stream.of("act_ru_task where due_date_", "act_ru_job where duedate_", "report where limit_at").map(which ->
                sql.sql("select count(*) from " + which + " = '" + limit + "'").query(Long.class).single()).toList();
        assertThat(rows).containsOnly((long) OPEN / WORKERS * WORKERS);
    }

    /** The floor: what the change has to write at least, for as many rows and one by one in batches too. */
    private int movePlainly() {
        List<Object[]> visits = jdbc.query("select visit_id, to_char(visit_id, 'FM999999999') from report where limit_at = '2026-04-07 23:59:59+07'",
                (row, n) -> new Object[] {row.getLong(1), row.getString(2)});
        for (String statement : List.of("update report set limit_at = limit_at + interval '1 day', row_version = row_version + 1 where visit_id = ?",
                "insert into visit_event (visit_id, at, kind, detail) values (?, now(), 'LIMIT_MOVED', 'x')")) {
            jdbc.batchUpdate(statement, visits, 500, (prepared, visit) -> prepared.setLong(1, (Long) visit[0]));
        }
        List<String[]> engineRows = jdbc.query("select t.id_, j.id_ from act_ru_task t join act_ru_job j on j.process_instance_id_ = t.proc_inst_id_"
                + " where j.duedate_ = '2026-04-07 23:59:59+07'", (row, n) -> new String[] {row.getString(1), row.getString(2)});
        for (String statement : List.of("update act_ru_task set due_date_ = due_date_ + interval '1 day', rev_ = rev_ + 1 where id_ = ?",
                "update act_hi_taskinst set due_date_ = due_date_ + interval '1 day' where id_ = ?")) {
            jdbc.batchUpdate(statement, engineRows, 500, (prepared, row) -> prepared.setString(1, row[0]));
        }
        jdbc.batchUpdate("update act_ru_job set duedate_ = duedate_ + interval '1 day', rev_ = rev_ + 1 where id_ = ?", engineRows, 500,
                (prepared, row) -> prepared.setString(1, row[1]));
        return engineRows.size();
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
