package vn.dusinhhoat.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.supervision.system.Gauges;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * The board beside a million visits, 15,000 reports open, 3,000 of them late, against the database's answer to nothing and
 * against the engine's own query for the late tasks. Not part of the tests:
 * {@code mvn test -Dtest=BoardBenchmark -Dexec.skip=true}.
 */
@ApplicationTest
class BoardBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(BoardBenchmark.class);
    private static final int VISITS = 1_000_000;
    private static final int OPEN = 15_000;
    private static final int LATE = 3_000;
    private static final int AUDITED = 3_000_000;
    private static final int RUNS = 60;
    private static final int WARM_UP = 40;
    private static final String COMMUNE = "17971";

    /** Whose unit, which receives: the n-th person who owes something. */
    private static final String PEOPLE = """
            create table measured as
            select row_number() over (order by p.id) - 1 as n, p.id as person_id, p.user_id, u.code as unit, b.id as receiver_id,
                   (select c.id from party_unit c where c.level = 'CELL' and c.id <> p.home_cell_id order by c.id limit 1) as cell_id
            from person p join lateral (select unit_id from post where person_id = p.id order by id limit 1) t on true
            join party_unit u on u.id = t.unit_id join body b on b.unit_id = u.id and b.kind = 'THUONG_TRUC'
            where p.user_id is not null and u.level <> 'CELL'""";
    private static final String CLOSED = """
            insert into visit (id, person_id, cell_id, meeting_at, state, report_path, receiver_id) overriding system value
            select 10000000 + g, m.person_id, m.cell_id, date_trunc('day', now()) - (10 + g %% 355) * interval '1 day' + interval '19 hours', 'ATTENDED',
                   'ONE_DAY', m.receiver_id
            from generate_series(1, %d) g join measured m on m.n = g %% (select count(*) from measured)""";
    private static final String CLOSED_REPORTS = """
            insert into report (visit_id, state, limit_at, limit_days, form_audience, form_version, rubric_version, submitted_at, submitted_by, on_time)
            select id, case when id % 100 = 0 then 'NOT_REPORTED' else 'RECEIVED' end, meeting_at + interval '1 day', 1, 'COMMUNE', 1, 1,
                   case when id % 100 <> 0 then meeting_at + interval '1 day' end, case when id % 100 <> 0 then 'ai-do' end,
                   case when id % 100 <> 0 then id % 9 <> 0 end
            from visit where id > 10000000""";
    private static final String OPEN_VISITS = """
            insert into visit (id, person_id, cell_id, meeting_at, state, report_path, receiver_id) overriding system value
            select 20000000 + g, m.person_id, m.cell_id, date_trunc('day', now()) + interval '19 hours'
                   - case when g <= %d then 2 + g %% 16 else 1 - g %% 3 end * interval '1 day', 'ATTENDED', 'ONE_DAY', m.receiver_id
            from generate_series(1, %d) g join measured m on m.n = g * 7 %% (select count(*) from measured)""";
    private static final String OPEN_REPORTS = """
            insert into report (visit_id, state, limit_at, limit_days, limit_reason, form_audience, form_version, rubric_version, ladder_step)
            select id, 'NOT_STARTED', date_trunc('day', meeting_at) + interval '2 days' - interval '1 second', 1, 'Họp; hạn 01 ngày', 'COMMUNE', 1, 1,
                   case when date_trunc('day', meeting_at) + interval '2 days' <= now() then (array['LATE', 'URGED', 'LEADERS', 'ABOVE'])[1 + id % 4] end
            from visit where id > 20000000""";
    /** What the engine has for an open report: the case of the visit, the case of the report with its scopes, the task. */
    private static final String EXECUTIONS = """
            insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, parent_id_, super_exec_, proc_def_id_, act_id_, is_active_,
                is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, tenant_id_, root_proc_inst_id_)
            select '%1$s' || v.id, 1, '%2$s' || v.id, %3$s, %4$s, null, d.id_, '%5$s', %6$s, false, true, false, 1, 0, 1, m.unit, 'luot-' || v.id
            from visit v join measured m on m.person_id = v.person_id,
                 (select id_ from act_re_procdef where key_ = '%7$s' order by version_ desc limit 1) d where v.id > 20000000""";
    private static final String TASKS = """
            insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_, create_time_,
                due_date_, suspension_state_, tenant_id_, task_state_)
            select gen_random_uuid()::text, 1, 'bao-cao-buoc-' || v.id, 'bao-cao-' || v.id, d.id_, 'Báo cáo kết quả dự sinh hoạt chi bộ xóm ' || v.id % 20,
                   'task_writeReportOneDay', m.user_id, 50, v.meeting_at at time zone 'Asia/Ho_Chi_Minh', r.limit_at at time zone 'Asia/Ho_Chi_Minh', 1, m.unit, 'Created'
            from visit v join measured m on m.person_id = v.person_id join report r on r.visit_id = v.id,
                 (select id_ from act_re_procdef where key_ = 'attendance-report' order by version_ desc limit 1) d where v.id > 20000000""";
    /** A timer for each open report, and two years of what people read and how they logged in. */
    private static final String TIMERS = """
            insert into act_ru_job (id_, rev_, type_, process_instance_id_, retries_, duedate_, priority_, suspension_state_, create_time_, sequence_counter_)
            select 'han-' || visit_id, 1, 'timer', 'bao-cao-' || visit_id, 3, (limit_at at time zone 'Asia/Ho_Chi_Minh') + interval '30 days', 0, 1, now(), 1
            from report where state = 'NOT_STARTED'""";
    private static final String AUDIT = """
            insert into audit_event (at, kind, actor, subject_type, subject_id, outcome)
            select now() - (%1$d - g) * interval '21 seconds', case when g %% 5 = 0 then 'LOGIN' else 'READ' end, 'ai-do', 'visit', g,
                   case when g %% 50 = 0 then 'REFUSED' else 'DONE' end
            from generate_series(1, %1$d) g""";

    @Autowired
    private Gauges gauges;
    @Autowired
    private Board board;
    @Autowired
    private BoardTables tables;
    @Autowired
    private Badges badges;
    @Autowired
    private Sights sights;
    @Autowired
    private ReportMonths months;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private Clock clock;

    @Test
    void measure() {
        prepare();
        String definition = sql.sql("select id_ from act_re_procdef where key_ = 'attendance-report' order by version_ desc limit 1")
                .query(String.class).single();
        double floor = median("select 1", () -> sql.sql("select 1").query(Integer.class).single());
        asSupervisorOf(null, units -> {
            BoardView view = board.view(sights.requireForCaller(), BoardQuery.ALL);
            LOG.info("province: {} late, {} soon, {} units, {} rows on the page", view.totals().late(), view.totals().soon(), view.units().size(),
                    view.rows().items().size());
            assertThat(view.totals().late()).isBetween(LATE * 9 / 10, LATE);
            assertThat(view.trend().months().stream().mapToInt(ReportMonths.Month::owed).sum()).isGreaterThan(VISITS * 8 / 10);
            report("province, whole first page", floor, () -> board.view(sights.requireForCaller(), BoardQuery.ALL));
            LOG.info("%-45s %7.2f ms".formatted("  of it in the database", inDatabase(() -> board.view(sights.requireForCaller(), BoardQuery.ALL))));
            report("  sight of the caller", floor, () -> sights.requireForCaller());
            Sight sight = sights.requireForCaller();
            BoardSpan span = BoardSpan.at(clock);
            report("  counts by unit and activity", floor, () -> tables.groups(sight, span));
            report("  late reports by step and receiver", floor, () -> tables.lateReports(sight, span));
            report("  rows of the first page", floor, () -> tables.rows(sight, span, BoardQuery.ALL, null, BoardQuery.PAGE, 0));
            report("  next page, rows only", floor, () -> board.view(sight, query(null, null, 3, BoardQuery.Sort.DUE)));
            report("  by person", floor, () -> board.view(sight, query(null, null, 0, BoardQuery.Sort.PERSON)));
            report("  one step of the ladder", floor, () -> board.view(sight, query(LateStep.LEADERS, null, 0, BoardQuery.Sort.DUE)));
            report("  search for a name", floor, () -> board.view(sight, query(null, "nguyen van", 0, BoardQuery.Sort.DUE)));
            report("  search for a word of many titles", floor, () -> board.view(sight, query(null, "xom 2", 0, BoardQuery.Sort.DUE)));
            report("badges of a diagram", floor, () -> badges.of(sight, definition));
            report("engine's query: 50 late tasks", floor, () -> engineQuery(units).listPage(0, 50));
            report("engine's query: how many are late", floor, () -> engineQuery(units).count());
            report("engine's list of cases of a diagram", floor, () -> casesOf(definition).listPage(0, 50));
            report("engine's count of them", floor, () -> casesOf(definition).count());
        });
        asked("quantri", "camunda-admin", null, units -> {
            report("the same list, nothing hidden", floor, () -> casesOf(definition).listPage(0, 50));
            report("the same count, nothing hidden", floor, () -> casesOf(definition).count());
        });
        asSupervisorOf(COMMUNE, units -> {
            assertThat(board.view(sights.requireForCaller(), BoardQuery.ALL).totals().late()).isPositive();
            report("commune, whole first page", floor, () -> board.view(sights.requireForCaller(), BoardQuery.ALL));
            Sight sight = sights.requireForCaller();
            report("commune, badges of a diagram", floor, () -> badges.of(sight, definition));
            report("commune, engine's query: 50 late tasks", floor, () -> engineQuery(units).listPage(0, 50));
        });
        report("all numbers for alerts, once a minute", floor, () -> {
            gauges.read();
            return null;
        });
        long begin = System.nanoTime();
        months.run();
        LOG.info("counting the twelve months anew: {} ms", (System.nanoTime() - begin) / 1_000_000);
    }

    private static BoardQuery query(LateStep step, String text, int page, BoardQuery.Sort sort) {
        return new BoardQuery(null, null, null, step, null, null, text, sort, false, page, true);
    }

    private TaskQuery engineQuery(List<String> units) {
        return tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).tenantIdIn(units.toArray(String[]::new)).orderByDueDate().asc();
    }

    private ProcessInstanceQuery casesOf(String definition) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definition);
    }

    /** @param unit null for the whole province */
    private void asSupervisorOf(String unit, Consumer<List<String>> work) {
        asked("giamsat", "supervisors", unit, work);
    }

    private void asked(String user, String group, String unit, Consumer<List<String>> work) {
        List<String> units = unit != null ? List.of(unit)
                : sql.sql("select code from party_unit where level <> 'CELL'").query(String.class).list();
        identities.setAuthentication(user, List.of(group), units);
        try {
            work.accept(units);
        } finally {
            identities.clearAuthentication();
        }
    }

    private void prepare() {
        owner.sql(PEOPLE).update();
        owner.sql("grant select on measured to public").update();
        owner.sql(CLOSED.formatted(VISITS - OPEN)).update();
        owner.sql(CLOSED_REPORTS).update();
        owner.sql(OPEN_VISITS.formatted(LATE, OPEN)).update();
        owner.sql(OPEN_REPORTS).update();
        execution("luot-", "luot-", "v.id::text", "null", "null", "false", "attendance");
        execution("luot-buoc-", "luot-", "null", "'luot-' || v.id", "subprocess_meeting", "false", "attendance");
        execution("bao-cao-", "bao-cao-", "v.id::text", "null", "null", "false", "attendance-report");
        execution("bao-cao-thang-", "bao-cao-", "null", "'bao-cao-' || v.id", "subprocess_report", "false", "attendance-report");
        execution("bao-cao-buoc-", "bao-cao-", "null", "'bao-cao-thang-' || v.id", "task_writeReportOneDay", "true", "attendance-report");
        owner.sql(TASKS).update();
        owner.sql(TIMERS).update();
        owner.sql(AUDIT.formatted(AUDITED)).update();
        owner.sql("vacuum analyze").update();
        months.run();
        LOG.info("{} visits, {} open reports, {} tasks due before now", sql.sql("select count(*) from visit").query(Integer.class).single(),
                sql.sql("select count(*) from report where state = 'NOT_STARTED'").query(Integer.class).single(),
                sql.sql("select count(*) from act_ru_task where due_date_ < ?").param(Timestamp.from(clock.instant())).query(Integer.class).single());
    }

    private void execution(String prefix, String instance, String key, String parent, String activity, String active, String process) {
        owner.sql(EXECUTIONS.formatted(prefix, instance, key, parent, activity, active, process)).update();
    }

    /** What the server itself says it has been busy with, in ms for one call: all statements together. */
    private double inDatabase(Runnable work) {
        double before = activeTime();
        for (int run = 0; run < RUNS; run++) {
            work.run();
        }
        return (activeTime() - before) / RUNS;
    }

    private double activeTime() {
        // Idle connections hand their numbers in after ten seconds.
        LockSupport.parkNanos(Duration.ofSeconds(12).toNanos());
        return sql.sql("select active_time from pg_stat_database where datname = current_database()").query(Double.class).single();
    }

    private void report(String what, double floor, Callable<?> work) {
        double millis = median(what, work);
        LOG.info("%-45s %7.2f ms  x %5.0f".formatted(what, millis, millis / floor));
    }

    private static double median(String what, Callable<?> work) {
        double[] millis = new double[RUNS];
        try {
            for (int run = 0; run < WARM_UP; run++) {
                work.call();
            }
            for (int run = 0; run < RUNS; run++) {
                long begin = System.nanoTime();
                work.call();
                millis[run] = (System.nanoTime() - begin) / 1e6;
            }
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
