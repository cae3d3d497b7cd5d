package vn.dusinhhoat.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.SearchText;
import vn.dusinhhoat.platform.TimeZones;

/**
 * Open tasks with a due date, as somebody sees them. The engine's tables are read with SQL, and only read: its queries count
 * one group at a time and know neither units nor who is late.
 */
@Component
class BoardTables {

    /** Tasks of one activity of one version of a diagram in one unit. */
    record Group(String unit, String definitionId, String element, int late, int soon, OffsetDateTime oldestDueAt) {
    }

    /** Late reports of one step and receiver; without a step none has been taken yet. */
    record LateReports(String step, Long receiverId, String receiver, int count) {
    }

    /** A task as the engine has it, with the names that hang on it; whether it is offered to a body of the caller. */
    record Row(String taskId, String instanceId, String definitionId, String element, String unitCode, String unitName, String title,
               OffsetDateTime dueAt, String assignee, String assigneeName, String bodies, Long subjectId, boolean ownBody) {
    }

    /** A page of rows, and how many there are altogether. */
    record Found(int total, List<Row> rows) {
    }

    /** Personal work of who is hidden is not there at all, neither in lists nor in counts. */
    private static final String SEEN = """
            (t.task_def_key_ = any(:bodies) or coalesce(t.assignee_, '') not in (select unnest(cast(:hidden as text[]))))""";
    /** Where everything is counted the index is read unit by unit; rows in their order are found sooner without. */
    private static final String IN_UNITS = "t.tenant_id_ in (select unnest(cast(:units as text[])))";
    private static final String GROUPS = """
            select t.tenant_id_, t.proc_def_id_, t.task_def_key_, count(*) filter (where t.due_date_ < :now) as late,
                   count(*) filter (where t.due_date_ >= :now) as soon, min(t.due_date_) as oldest
            from act_ru_task t where %s group by t.tenant_id_, t.proc_def_id_, t.task_def_key_""";
    private static final String LATE_REPORTS = """
            select r.ladder_step, b.id, b.name, count(*)
            from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_ join report r on r.visit_id = c.business_key_::bigint
            join visit v on v.id = r.visit_id join body b on b.id = v.receiver_id
            where %s and t.due_date_ < :now and t.task_def_key_ = any(:reports) group by r.ladder_step, b.id order by 4 desc, b.name collate vietnamese""";
    private static final String ROWS = """
            with page as materialized (
                select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_, t.tenant_id_, t.name_, t.due_date_, t.assignee_, %1$s as sort_key, %6$s as total
                from %5$s t %2$s where %3$s order by sort_key %4$s, t.due_date_, t.id_ limit :limit offset :offset)
            select page.id_, page.proc_inst_id_, page.proc_def_id_, page.task_def_key_, page.tenant_id_, u.name, page.name_, page.due_date_,
                   page.assignee_, p.full_name, (select string_agg(b.name, '; ' order by b.name collate vietnamese)
                    from act_ru_identitylink l join body b on b.group_id = l.group_id_ where l.task_id_ = page.id_ and l.type_ = 'candidate'),
                   c.business_key_, exists (select 1 from act_ru_identitylink o where o.task_id_ = page.id_ and o.type_ = 'candidate'
                                            and o.group_id_ = any(:groups)), page.total
            from page join act_ru_execution c on c.id_ = page.proc_inst_id_ left join person p on p.user_id = page.assignee_
            left join party_unit u on u.code = page.tenant_id_ order by page.sort_key %4$s, page.due_date_, page.id_""";
    private static final String ALL_TASKS = "act_ru_task";
    private static final String COUNTED = "count(*) over ()";
    private static final String UNCOUNTED = "null";
    /** The offset keeps the order: without it all of them would be sorted for a first page. */
    private static final String IN_THEIR_ORDER = "(select * from act_ru_task where due_date_ < :until order by due_date_, id_ offset 0)";
    private static final int MANY_UNITS = 20;
    private static final String OF_UNITS = " left join party_unit o on o.code = t.tenant_id_";
    private static final String OF_PEOPLE = " left join person w on w.user_id = t.assignee_ and t.task_def_key_ <> all(:bodies)";

    private static final String LATE_REPORT = """
            t.due_date_ < :now and t.task_def_key_ = any(:reports) and exists (
                select 1 from act_ru_execution c join report r on r.visit_id = c.business_key_::bigint join visit v on v.id = r.visit_id
                where c.id_ = t.proc_inst_id_ and (cast(:step as text) is null or r.ladder_step = :step)
                  and (cast(:receiver as bigint) is null or v.receiver_id = :receiver))""";
    /**
     * A person is found by what is theirs to do, not by what they have taken for a body. Many tasks have the same title: each
     * title is read once, which the offset keeps to; whose tasks they are is asked outside.
     */
    private static final String NAMED = """
            (t.name_ in (select title from (select distinct t.name_ as title from act_ru_task t where %s and t.due_date_ < :until offset 0) titles
                         where plain_text(title) like '%%' || plain_text(:text) || '%%')
             or t.task_def_key_ <> all(:bodies) and t.assignee_ in (select user_id from person where search_name like '%%' || plain_text(:text) || '%%')
             or t.tenant_id_ in (select code from party_unit where level <> 'CELL' and search_name like '%%' || plain_text(:text) || '%%'))""";
    private static final String OF_KIND = """
            t.task_def_key_ = any(:elements) and t.proc_def_id_ in (select id_ from act_re_procdef where key_ = any(:processes))""";

    private final JdbcClient sql;
    private final Kinds kinds;

    BoardTables(JdbcClient sql, Kinds kinds) {
        this.sql = sql;
        this.kinds = kinds;
    }

    boolean isDeployed(String definitionId) {
        return sql.sql("select exists (select 1 from act_re_procdef where id_ = ?)").param(definitionId).query(Boolean.class).single();
    }

    /** Everything that is late or due soon, counted. */
    List<Group> groups(Sight sight, BoardSpan span) {
        return with(sql.sql(GROUPS.formatted(countedBy(sight) + " and t.due_date_ < :until")), sight, span)
                .query((row, n) -> new Group(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), moment(row, 6))).list();
    }

    List<LateReports> lateReports(Sight sight, BoardSpan span) {
        return with(sql.sql(LATE_REPORTS.formatted(countedBy(sight))), sight, span).param("reports", AttendanceTasks.reportElements())
                .query((row, n) -> new LateReports(row.getString(1), row.getLong(2), row.getString(3), row.getInt(4))).list();
    }

    /**
     * Rows that fit, in their order.
     *
     * @param units codes of the wanted units; null for all that are seen
     */
    List<Row> rows(Sight sight, BoardSpan span, BoardQuery query, Collection<String> units, int limit, int offset) {
        return selected(sight, span, query, units, false).param("limit", limit).param("offset", offset).query((row, n) -> row(row)).list();
    }

    /** Rows and how many there are, in one statement: what is looked for is looked for once. */
    Found found(Sight sight, BoardSpan span, BoardQuery query, Collection<String> units, int limit, int offset) {
        List<Map.Entry<Integer, Row>> page = selected(sight, span, query, units, true).param("limit", limit).param("offset", offset)
                .query((row, n) -> Map.entry(row.getInt(14), row(row))).list();
        // Beyond the last page there is no row to say it.
        int total = !page.isEmpty() ? page.get(0).getKey() : offset == 0 ? 0 : count(sight, span, query, units);
        return new Found(total, page.stream().map(Map.Entry::getValue).toList());
    }

    private JdbcClient.StatementSpec selected(Sight sight, BoardSpan span, BoardQuery query, Collection<String> units, boolean counted) {
        String key = switch (query.sort()) {
            case DUE -> "t.due_date_";
            case UNIT -> "o.name collate vietnamese";
            case PERSON -> "w.full_name collate vietnamese";
            case KIND -> "t.task_def_key_";
        };
        String joins = (query.sort() == BoardQuery.Sort.UNIT ? OF_UNITS : "") + (query.sort() == BoardQuery.Sort.PERSON ? OF_PEOPLE : "");
        // Who counts reads all that fits anyhow.
        String statement = ROWS.formatted(key, joins, conditions(sight, query, units, counted ? countedBy(sight) : seenBy(sight)),
                query.descending() ? "desc nulls last" : "asc nulls last", !counted && isWalked(sight, query, units) ? IN_THEIR_ORDER : ALL_TASKS,
                counted ? COUNTED : UNCOUNTED);
        return asked(statement, sight, span, query, units);
    }

    /** Who sees most units finds a page soonest by walking through all tasks in the order of their due dates. */
    private static boolean isWalked(Sight sight, BoardQuery query, Collection<String> units) {
        return seesMost(sight) && units == null && query.sort() == BoardQuery.Sort.DUE && !query.descending();
    }

    private static boolean seesMost(Sight sight) {
        return sight.everything() || sight.units().size() > MANY_UNITS;
    }

    private int count(Sight sight, BoardSpan span, BoardQuery query, Collection<String> units) {
        return asked("select count(*) from act_ru_task t where " + conditions(sight, query, units, countedBy(sight)), sight, span, query, units)
                .query(Integer.class).single();
    }

    /** These tasks, as far as they are seen, with or without being late. */
    Map<String, Row> tasks(Sight sight, BoardSpan span, Collection<String> taskIds) {
        String these = seenBy(sight) + " and t.due_date_ is not null and t.id_ = any(:tasks)";
        return byTask(with(sql.sql(ROWS.formatted("t.due_date_", "", these, "", ALL_TASKS, UNCOUNTED)), sight, span).param("tasks", taskIds.toArray(String[]::new))
                .param("limit", taskIds.size()).param("offset", 0).query((row, n) -> row(row)).list());
    }

    /** Open tasks of a case, the same. */
    List<Row> tasksOfCase(Sight sight, BoardSpan span, String instanceId) {
        String ofCase = seenBy(sight) + " and t.due_date_ is not null and t.proc_inst_id_ = :case";
        return with(sql.sql(ROWS.formatted("t.due_date_", "", ofCase, "", ALL_TASKS, UNCOUNTED)), sight, span).param("case", instanceId)
                .param("limit", BoardQuery.PAGE).param("offset", 0).query((row, n) -> row(row)).list();
    }

    private static Map<String, Row> byTask(List<Row> rows) {
        Map<String, Row> byTask = new HashMap<>();
        rows.forEach(row -> byTask.put(row.taskId(), row));
        return byTask;
    }

    private static String countedBy(Sight sight) {
        return sight.everything() ? SEEN : IN_UNITS + " and " + SEEN;
    }

    static String seenBy(Sight sight) {
        return sight.everything() ? SEEN : "t.tenant_id_ = any(:units) and " + SEEN;
    }

    private String conditions(Sight sight, BoardQuery query, Collection<String> units, String seen) {
        StringBuilder where = new StringBuilder(seen);
        where.append(query.when() == BoardQuery.When.LATE ? " and t.due_date_ < :now" : " and t.due_date_ < :until");
        where.append(query.when() == BoardQuery.When.SOON ? " and t.due_date_ >= :now" : "");
        where.append(units == null ? "" : " and t.tenant_id_ = any(:wanted)");
        where.append(query.kind() == null ? "" : " and " + OF_KIND);
        where.append(query.definitionId() == null ? "" : " and t.proc_def_id_ = :definition");
        where.append(query.isOfLateReports() ? " and " + LATE_REPORT : "");
        where.append(query.text() == null ? "" : " and " + NAMED.formatted(seesMost(sight) ? "true" : IN_UNITS));
        return where.toString();
    }

    private JdbcClient.StatementSpec asked(String statement, Sight sight, BoardSpan span, BoardQuery query, Collection<String> units) {
        List<WatchedKind> wanted = query.kind() == null ? List.of() : kinds.withCode(query.kind());
        return with(sql.sql(statement), sight, span)
                .param("wanted", units == null ? null : units.toArray(String[]::new))
                .param("elements", wanted.stream().map(WatchedKind::element).toArray(String[]::new))
                .param("processes", wanted.stream().map(WatchedKind::process).toArray(String[]::new))
                .param("definition", query.definitionId()).param("reports", AttendanceTasks.reportElements())
                .param("step", query.step() == null ? null : query.step().name()).param("receiver", query.receiver())
                .param("text", query.text() == null ? null : SearchText.literally(query.text()));
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Sight sight, BoardSpan span) {
        return statement.param("groups", sight.groups().toArray(String[]::new)).param("units", sight.units().toArray(String[]::new)).param("bodies", kinds.elementsOfBodies())
                .param("hidden", sight.hidden().toArray(String[]::new)).param("now", span.nowInEngine()).param("until", span.untilInEngine());
    }

    private static Row row(ResultSet row) throws SQLException {
        String key = row.getString(12);
        return new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7),
                moment(row, 8), row.getString(9), row.getString(10), row.getString(11), key == null ? null : Long.valueOf(key), row.getBoolean(13));
    }

    static OffsetDateTime moment(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null ? null
                : row.getTimestamp(column).toInstant().atZone(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
