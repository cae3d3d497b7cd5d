package vn.dusinhhoat.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * Tasklist's list of 15 and its count for three kinds of user, with our statement and with the engine's own rights on
 * the same tasks. Run by name: {@code mvn test -Dtest=TaskListBenchmark}.
 */
@ApplicationTest
class TaskListBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(TaskListBenchmark.class);
    private static final int UNITS = 130;
    private static final int RUNS = 15;
    private static final double LONGEST_FOR_A_MEDIAN = 10_000;
    private static final double LONGEST_WARM_UP = 2_000;
    private static final int PAGE = 15;
    private static final List<String> ALL_UNITS = IntStream.range(0, UNITS).mapToObj(n -> "dv" + n).toList();

    @Autowired
    private ProcessEngine ours;
    @Autowired
    private DataSource database;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    private enum Who {
        TYPICAL("typical user, 2 groups", List.of("thuongtruc-dv7", "dangbo-dv7"), List.of("dv7")),
        TEN_GROUPS("user of 10 groups", IntStream.range(0, 10).mapToObj(n -> "thuongtruc-dv" + n).toList(), ALL_UNITS.subList(0, 10)),
        SUPERVISOR("supervisor of the province", List.of("supervisors"), ALL_UNITS);

        private final String label;
        private final List<String> groups;
        private final List<String> units;

        Who(String label, List<String> groups, List<String> units) {
            this.label = label;
            this.groups = groups;
            this.units = units;
        }
    }

    @Test
    void compare() {
        ProcessEngine asShipped = engineWithGrants();
        try {
            for (int open : new int[] {15_000, 500_000}) {
                sql.sql("delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'").update();
                fill(open);
                double[][] withOurs = measureAll(ours);
                grant();
                double[][] withGrants = measureAll(asShipped);
                for (Who who : Who.values()) {
                    double[] a = withOurs[who.ordinal()];
                    double[] b = withGrants[who.ordinal()];
                    LOG.info("%7d open | %-26s | list %7.1f ms, count %7.1f ms | as shipped %8.1f, %8.1f | x %6.1f, x %6.1f"
                            .formatted(open, who.label, a[0], a[1], b[0], b[1], b[0] / a[0], b[1] / a[1]));
                    LOG.info("        %s sees %.0f tasks".formatted(who.label, a[2]));
                    assertThat(a[2]).as("both see the same tasks, but those of leaders: %s", who.label).isEqualTo(b[2] - hiddenFrom(who));
                }
            }
        } finally {
            asShipped.close();
        }
    }

    /** What the engine as shipped knows nothing of (ruling B5). */
    private double hiddenFrom(Who who) {
        double hidden = who != Who.SUPERVISOR ? 0 : sql.sql("""
                select count(*) from act_ru_task where assignee_ in (select user_id from hidden_people('nguoi-7', current_date)) and tenant_id_ = any(?)""")
                .param(who.units.toArray(String[]::new)).query(Double.class).single();
        assertThat(hidden > 0).isEqualTo(who == Who.SUPERVISOR);
        return hidden;
    }

    private double[][] measureAll(ProcessEngine engine) {
        return Stream.of(Who.values()).map(who -> measure(engine, who)).toArray(double[][]::new);
    }

    private double[] measure(ProcessEngine engine, Who who) {
        FilterService filters = engine.getFilterService();
        Filter all = filters.newTaskFilter("đo").setQuery(engine.getTaskService().createTaskQuery());
        filters.saveFilter(all);
        IdentityService identities = engine.getIdentityService();
        // A filter is everybody's to read; the query behind it is what is measured.
        sql.sql("insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_) values (?, 1, 0, '*', 5, ?, 2)")
                .params(all.getId(), all.getId()).update();
        identities.setAuthentication("nguoi-7", who.groups, who.units);
        try {
            TaskQuery byDueDate = engine.getTaskService().createTaskQuery().orderByDueDate().asc();
            double list = median(() -> filters.listPage(all.getId(), byDueDate, 0, PAGE).size());
            assertThat(filters.<Task, TaskQuery>listPage(all.getId(), byDueDate, 0, PAGE)).hasSize(PAGE);
            return new double[] {list, median(() -> filters.count(all.getId())), filters.count(all.getId())};
        } finally {
            identities.clearAuthentication();
            sql.sql("delete from act_ru_authorization where id_ = ?").param(all.getId()).update();
            filters.deleteFilter(all.getId());
        }
    }

    private static double median(LongSupplier request) {
        double first = millis(request);
        if (first > LONGEST_FOR_A_MEDIAN) {
            // One run says enough.
            return first;
        }
        // A server that has run for a while; what takes long needs no such patience.
        for (double spent = first; spent < LONGEST_WARM_UP;) {
            spent += millis(request);
        }
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            millis[run] = millis(request);
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    private static double millis(LongSupplier request) {
        long begin = System.nanoTime();
        request.getAsLong();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Two thirds are somebody's report, some of them a leader's, one third is a body's to receive. */
    private void fill(int open) {
        sql.sql("delete from act_ru_identitylink").update();
        sql.sql("delete from act_ru_task").update();
        sql.sql("""
                insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_, assignee_,
                                         tenant_id_, proc_def_id_, task_def_key_, task_state_)
                select 'viec-' || n, 1, 'Gửi báo cáo trong 03 ngày', 50, now() - n * interval '1 second',
                       now() + (n::bigint * 7919 % 1000) * interval '1 hour', 1, case when n % 3 < 2 then coalesce(leader.ids[n % 15000 - 100], 'nguoi-' || n % 15000) end,
                       'dv' || n % 130, (select max(id_) from act_re_procdef where key_ = 'attendance-report'),
                       'task_writeReportThreeDays', 'Created'
                from generate_series(1, ?) n, (select array_agg(user_id) as ids from hidden_people('nguoi-7', current_date)) leader""").param(open).update();
        sql.sql("""
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_, tenant_id_)
                select 'lien-ket-' || id_, 1, 'candidate', 'thuongtruc-' || tenant_id_, id_, tenant_id_
                from act_ru_task where assignee_ is null""").update();
        vacuum();
    }

    /** What the engine would have written for the same tasks: a grant to read and work for assignee or group. */
    private void grant() {
        sql.sql("""
                insert into act_ru_authorization (id_, rev_, type_, user_id_, group_id_, resource_type_, resource_id_, perms_)
                select 'quyen-' || id_, 1, 1, assignee_, case when assignee_ is null then 'thuongtruc-' || tenant_id_ end, 7, id_, 16386
                from act_ru_task""").update();
        vacuum();
    }

    /** What the server does by itself some minutes after so many rows have come. */
    private void vacuum() {
        owner.sql("vacuum analyze act_ru_task").update();
        owner.sql("vacuum analyze act_ru_identitylink").update();
        owner.sql("vacuum analyze act_ru_authorization").update();
    }

    private ProcessEngine engineWithGrants() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("nhu-xuat-xuong");
        configuration.setDataSource(database);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setAuthorizationEnabled(true);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setGeneralResourceWhitelistPattern("[a-z0-9.-]+");
        configuration.setHistory("full");
        return configuration.buildProcessEngine();
    }
}
