package vn.dusinhhoat.access.scope;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.files.TestFiles;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** One commune with one thing of every kind, and the values of the table's placeholders for it. */
final class DoorWorld {

    private static final String ENGINE_TASK = "/camunda/api/engine/engine/default/task/";
    private static final String VISITS = "/camunda/api/attendance/visits/";
    private static final String JSON = "Content-Type: application/json";

    private static final YearMonth FAR_MONTH = YearMonth.of(2099, 1);

    private final Map<String, String> values = new HashMap<>();
    private final String unit;
    private final RawHttp http;
    private final JdbcClient sql;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final VisitFixture fixture;

    DoorWorld(String unit, RawHttp http, JdbcClient sql, TaskService tasks, RuntimeService runtime,
              ManagementService management, VisitFixture fixture) {
        this.unit = unit;
        this.http = http;
        this.sql = sql;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.fixture = fixture;
    }

    /** The text with the placeholders filled in. */
    String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The same in an address. */
    String fillAddress(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", UriUtils.encode(value.getValue(), StandardCharsets.UTF_8));
        }
        return filled;
    }

    String value(String name) {
        return values.get(name);
    }

    /** Login of the n-th member of the unit's body. */
    String member(String body, int n) {
        return sql.sql("""
                select p.user_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.group_id = ? order by p.id offset ? limit 1""").params(body + "-" + unit, n).query(String.class).single();
    }

    void build() {
        values.put("unit", unit);
        values.put("unitName", sql.sql("select name from party_unit where code = ?").param(unit).query(String.class).single());
        values.put("cellCode", unit + "-2");
        values.put("cell", one("select id from party_unit where code = ?", unit + "-2"));
        values.put("cellName", sql.sql("select name from party_unit where code = ?").param(unit + "-2").query(String.class).single());
        values.put("group", "thuongtruc-" + unit);
        values.put("two", "2");
        values.put("today", LocalDate.now().toString());
        values.put("month", YearMonth.now().toString());
        person("visitor", "dv-" + unit + "-12");
        person("colleague", "dv-" + unit + "-13");
        values.put("locked", "dv-" + unit + "-14");
        openReport();
        receivedSoon();
        plannedAndAbsent();
        withoutCell();
        objection();
        extension();
        assistant();
        plan();
    }

    /** Things that belong to no unit: only administrators know of them. */
    void shared(Map<String, String> others) {
        values.putAll(others);
    }

    private void person(String name, String userId) {
        values.put(name, userId);
        values.put(name + "Person", one("select id from person where user_id = ?", userId));
        values.put(name + "Name", sql.sql("select full_name from person where user_id = ?").param(userId)
                .query(String.class).single());
    }

    private void openReport() {
        Visit visit = fixture.visitOf(value("visitor"), LocalDate.now().minusDays(1), unit + "-2");
        Task report = await(visit, "task_writeReportOneDay");
        values.put("visit", String.valueOf(visit.id()));
        values.put("reportTask", report.getId());
        values.put("case", report.getProcessInstanceId());
        values.put("parent", instance(visit, "attendance"));
        values.put("definition", report.getProcessDefinitionId());
        values.put("job", management.createJobQuery().processInstanceId(report.getProcessInstanceId()).singleResult().getId());
    }

    private void receivedSoon() {
        Visit visit = fixture.visitOf(value("visitor"), LocalDate.now().minusDays(2), unit + "-3");
        Task report = await(visit, "task_writeReportOneDay");
        WebappSession visitor = WebappSession.login(http, value("visitor"));
        RawHttp.Answer file = visitor.upload("/camunda/api/attendance/tasks/" + report.getId() + "/files", "ảnh.pdf", TestFiles.of("pdf"));
        if (file.status() != 200) {
            throw new AssertionError(file.toString());
        }
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        ok(visitor.send("POST", ENGINE_TASK + report.getId() + "/submit-form", "{}", JSON));
        values.put("sent", String.valueOf(visit.id()));
        values.put("sentCase", report.getProcessInstanceId());
        values.put("receptionTask", await(visit, "task_receiveReport").getId());
        values.put("file", one("select max(id) from report_file where visit_id = ?", visit.id()));
    }

    private void plannedAndAbsent() {
        Visit planned = fixture.visitOf(value("visitor"), LocalDate.now().plusDays(40), unit + "-2");
        values.put("planned", String.valueOf(planned.id()));
        values.put("agreeTask", await(planned, "task_agreeDate").getId());
        String broken = instance(planned, "attendance");
        values.put("broken", broken);
        // An incident as the engine makes it when a job has failed for the last time.
        management.setJobRetries(management.createJobQuery().processInstanceId(broken).timers().list().get(0).getId(), 0);
        Visit asked = fixture.visitOf(value("visitor"), LocalDate.now().plusDays(41), unit + "-3");
        ok(WebappSession.login(http, value("visitor")).send("POST", VISITS + asked.id() + "/absence",
                "{\"reason\":\"OTHER\",\"note\":\"Việc nhà\",\"makeUp\":false}", JSON));
        values.put("absenceTask", await(asked, "task_decideAbsence").getId());
    }

    /** A duty of a period to come for which nobody looks for a cell any more. */
    private void withoutCell() {
        sql.sql("insert into duty_period (cadence, first_day, last_day, opened_at) values ('MONTHLY', ?, ?, now()) on conflict do nothing")
                .params(FAR_MONTH.atDay(1), FAR_MONTH.atEndOfMonth()).update();
        values.put("withoutCell", sql.sql("""
                insert into duty (period_id, person_id, unit_id, days, created_at, problem)
                select d.id, p.id, u.id, datemultirange(daterange(d.first_day, d.last_day, '[]')), now(), 'Không có chi bộ nào khác.'
                from duty_period d, person p, party_unit u where d.first_day = ? and p.user_id = ? and u.code = ? returning id""")
                .params(FAR_MONTH.atDay(1), value("colleague"), unit).query(String.class).single());
    }

    /** Periods are everybody's: other tests count them. */
    static void close(JdbcClient sql) {
        sql.sql("delete from duty where period_id in (select id from duty_period where first_day = ?)").param(FAR_MONTH.atDay(1)).update();
        sql.sql("delete from duty_period where first_day = ?").param(FAR_MONTH.atDay(1)).update();
    }

    private void objection() {
        Visit past = fixture.visitOf(value("colleague"), LocalDate.now().minusDays(1), unit + "-3");
        await(past, "task_writeReportOneDay");
        ok(WebappSession.login(http, member("organisationboard", 0)).send("POST",
                "/camunda/api/attendance/host/visits/" + past.id() + "/objection", "{\"reason\":\"Chi bộ không thấy đến\"}", JSON));
        values.put("objectionTask", await(past, "task_considerObjection").getId());
    }

    private void extension() {
        LocalDate day = LocalDate.now();
        String board = member("organisationboard", 0);
        ok(WebappSession.login(http, board).send("POST", "/camunda/api/attendance/extensions", """
                {"communes":["%s"],"meetingsFrom":"%s","meetingsTo":"%s","moreDays":5,"documentKind":"OFFICIAL_LETTER",
                 "documentNumber":"12-CV/TU","documentDate":"%s","reason":"Lũ lụt"}""".formatted(unit, day, day, day.minusDays(2)), JSON));
        String id = one("select max(id) from limit_extension where started_by = ?", board);
        values.put("extension", id);
        values.put("extensionTask", Awaitility.await().until(() -> tasks.createTaskQuery().processInstanceBusinessKey(id)
                .taskDefinitionKey("task_confirmExtension").singleResult(), task -> task != null).getId());
    }

    private void assistant() {
        ok(WebappSession.login(http, value("visitor")).send("POST", "/camunda/api/attendance/assistants",
                "{\"assistantId\":%s,\"from\":\"%s\",\"to\":\"%s\"}".formatted(
                        one("select id from person where user_id = ?", "dv-" + unit + "-15"), LocalDate.now(), YearMonth.now().plusMonths(1).atDay(1)), JSON));
        values.put("assistant", one("select max(id) from assistant where person_id = " + value("visitorPerson")));
    }

    /** A level's plan as the tables keep it, with the visitor's own and what the unit is asked as a host. */
    private void plan() {
        values.put("campaign", one("""
                insert into plan_campaign (unit_id, year, kind, state, reason, started_at)
                select id, 2031, 'AMENDMENT', 'WRITING', 'Thử', now() from party_unit where code = ? returning id""", unit));
        Long campaign = Long.valueOf(value("campaign"));
        values.put("plan", one("insert into member_plan (campaign_id, person_id, state) values (?, ?, 'DRAFT') returning id", campaign,
                Long.valueOf(value("visitorPerson"))));
        values.put("request", one("""
                insert into host_request (campaign_id, unit_id, round, state, asked_at)
                select ?, id, 1, 'ASKED', now() from party_unit where code = ? returning id""", campaign, unit));
        values.put("planLine", one("""
                insert into plan_line (plan_id, cadence, first_day, cell_id, meeting_at, state, host_request_id)
                values (?, 'MONTHLY', date '2031-02-01', ?, timestamptz '2031-02-03 12:30Z', 'DRAFT', ?) returning id""",
                Long.valueOf(value("plan")), Long.valueOf(value("cell")), Long.valueOf(value("request"))));
        values.put("planTask", "00000000-0000-0000-0000-000000000000");
    }

    private Task await(Visit visit, String element) {
        return Awaitility.await(element).until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .taskDefinitionKey(element).singleResult(), task -> task != null);
    }

    private String instance(Visit visit, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .processDefinitionKey(process).singleResult().getId();
    }

    private String one(String statement, Object... params) {
        return sql.sql(statement).params(List.of(params)).query(String.class).single();
    }

    private static void ok(RawHttp.Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
    }
}
