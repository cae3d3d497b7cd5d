package vn.dusinhhoat.duty.process;

import java.sql.ResultSetMetaData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * Four months of the whole sample province, against plain JDBC: the very rows that the engine and we have written for a
 * month are read, deleted, and written back in batches of as many duties into the same tables with their indexes.
 */
@ApplicationTest
class DutyCycleBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(DutyCycleBenchmark.class);
    private static final int MONTHS = 4;
    private static final int BATCH = 200;
    /** In the order of their foreign keys. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("visit", "id::text");
        TABLES.put("visit_event", "visit_id::text");
        TABLES.put("act_ru_execution", "(select e.business_key_ from act_ru_execution e where e.id_ = t.proc_inst_id_)");
        for (String table : List.of("act_ru_task", "act_ru_event_subscr", "act_ru_variable")) {
            TABLES.put(table, "(select e.business_key_ from act_ru_execution e where e.id_ = t.proc_inst_id_)");
        }
        TABLES.put("act_ru_job", "(select e.business_key_ from act_ru_execution e where e.id_ = t.process_instance_id_)");
        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_detail")) {
            TABLES.put(table, "(select e.business_key_ from act_hi_procinst e where e.proc_inst_id_ = t.proc_inst_id_)");
        }
        TABLES.put("act_hi_identitylink", "(select e.business_key_ from act_hi_taskinst h join act_hi_procinst e on e.proc_inst_id_ = h.proc_inst_id_ where h.id_ = t.task_id_)");
        TABLES.put("act_hi_job_log", "(select e.business_key_ from act_hi_procinst e where e.proc_inst_id_ = t.process_instance_id_)");
    }

    private static final String PARENTS_FIRST = """
             left join act_ru_execution p on p.id_ = t.parent_id_ left join act_ru_execution pp on pp.id_ = p.parent_id_
             order by case when t.parent_id_ is null then 0 when p.parent_id_ is null then 1 when pp.parent_id_ is null then 2 else 3 end""";

    private record Rows(String insert, Map<String, List<Object[]>> byVisit) {
    }

    @Autowired
    private Cycle cycle;
    @Autowired
    private DutyStarts starts;
    @Autowired
    private Organization organization;
    @Autowired
    private JdbcTemplate rows;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void compare() {
        starts.set(organization.unitByCode("40").orElseThrow().id(), LocalDate.now().plusMonths(1).withDayOfMonth(1), false, null);
        List<Double> ratios = new ArrayList<>();
        int all = 0;
        for (int month = 1; month <= MONTHS; month++) {
            cycle.openEarly(new Period(Cadence.MONTHLY, YearMonth.now().plusMonths(month)));
            int duties = sql.sql("select count(*) from duty where visit_id is null").query(Integer.class).single();
            long begin = System.nanoTime();
            while (cycle.createBatch()) {
                continue;
            }
            double ours = duties / ((System.nanoTime() - begin) / 1e9);
            double plain = plainJdbc();
            all += duties;
            ratios.add(ours / plain);
            LOG.info("month {}: {} duties, {} a second; plain JDBC {} a second; {} percent", month, duties, Math.round(ours), Math.round(plain),
                    Math.round(100 * ours / plain));
            owner.sql("analyze").update();
        }
        Collections.sort(ratios);
        LOG.info("{} duties; median {} percent of plain JDBC", all, Math.round(50 * (ratios.get(1) + ratios.get(2))));
    }

    private double plainJdbc() {
        Map<String, Long> duties = new LinkedHashMap<>();
        rows.query("""
                select d.visit_id, d.id from duty d join duty_period p on p.id = d.period_id
                where p.first_day = (select max(first_day) from duty_period) order by d.id""",
                line -> {
                    duties.put(line.getString(1), line.getLong(2));
                });
        List<Rows> tables = TABLES.entrySet().stream().map(table -> read(table.getKey(), table.getValue(), duties)).toList();
        int rowCount = tables.stream().mapToInt(table -> table.byVisit().values().stream().mapToInt(List::size).sum()).sum();
        LOG.info("one duty leaves {} rows", rowCount / duties.size());
        delete(duties);
        List<String> visits = new ArrayList<>(duties.keySet());
        long begin = System.nanoTime();
        for (int from = 0; from < visits.size(); from += BATCH) {
            List<String> batch = visits.subList(from, Math.min(visits.size(), from + BATCH));
            transactions.executeWithoutResult(status -> {
                tables.forEach(table -> rows.batchUpdate(table.insert(),
                        batch.stream().flatMap(visit -> table.byVisit().getOrDefault(visit, List.of()).stream()).toList()));
                rows.batchUpdate("update duty set visit_id = ? where id = ?",
                        batch.stream().map(visit -> new Object[] {Long.valueOf(visit), duties.get(visit)}).toList());
            });
        }
        return visits.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private Rows read(String table, String key, Map<String, Long> duties) {
        Map<String, List<Object[]>> byVisit = new LinkedHashMap<>();
        String[] insert = new String[1];
        String order = table.equals("act_ru_execution") ? PARENTS_FIRST : "";
        rows.query("select " + key + ", t.* from " + table + " t " + order, line -> {
            ResultSetMetaData columns = line.getMetaData();
            if (insert[0] == null) {
                insert[0] = insertOf(table, columns);
            }
            if (duties.containsKey(line.getString(1))) {
                Object[] values = new Object[columns.getColumnCount() - 1];
                for (int n = 0; n < values.length; n++) {
                    values[n] = line.getObject(n + 2);
                }
                byVisit.computeIfAbsent(line.getString(1), visit -> new ArrayList<>()).add(values);
            }
        });
        return new Rows(insert[0] == null ? "select 1" : insert[0], byVisit);
    }

    private static String insertOf(String table, ResultSetMetaData columns) throws java.sql.SQLException {
        StringBuilder names = new StringBuilder();
        for (int n = 2; n <= columns.getColumnCount(); n++) {
            names.append(n == 2 ? "" : ", ").append(columns.getColumnName(n));
        }
        String identity = table.startsWith("visit") ? " overriding system value" : "";
        return "insert into " + table + " (" + names + ")" + identity + " values (" + "?, ".repeat(columns.getColumnCount() - 2) + "?)";
    }

    private void delete(Map<String, Long> duties) {
        String[] visits = duties.keySet().toArray(String[]::new);
        sql.sql("update duty set visit_id = null where visit_id = any(:visits::text[]::bigint[])").param("visits", visits).update();
        List<String> names = new ArrayList<>(TABLES.keySet());
        Collections.reverse(names);
        owner.sql("create table if not exists gone (table_name text, place text)").update();
        owner.sql("alter table visit_event disable trigger user").update();
        try {
            // All keys first: each table is known by the ones that go before it.
            names.forEach(table -> owner.sql("insert into gone select '" + table + "', t.ctid::text from " + table + " t where "
                    + TABLES.get(table) + " = any(:visits::text[])").param("visits", visits).update());
            names.remove("act_ru_execution");
            names.add(names.indexOf("visit_event"), "act_ru_execution");
            names.forEach(table -> owner.sql("delete from " + table + " t using gone g where g.table_name = '" + table
                    + "' and t.ctid = g.place::tid").update());
            owner.sql("truncate gone").update();
        } finally {
            owner.sql("alter table visit_event enable trigger user").update();
        }
    }
}
