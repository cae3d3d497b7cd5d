package vn.dusinhhoat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.organization.register.TestWorkbook;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** A ward in which everything that has a name or a text has a hostile one, as its people and clerks would have typed it. */
final class HostileWorld {

    static final String WARD = "16939";
    static final String VISITOR = person(12);
    static final String RECEIVER = person(1);
    static final String BOARD = person(4);
    static final String OFFICE = person(7);
    static final String ABSENT = person(13);
    static final String LONG_PERSON = person(14);
    static final String SENDER = person(15);
    static final String OBJECTED = person(16);

    static final String CELL = "Chi bộ bảy " + HostileText.TEMPLATE + " " + HostileText.IMAGE + HostileText.ATTRIBUTE;
    static final String CELL_IN_TEXT = "chi bộ" + CELL.substring(6);
    static final String LONG_CELL = "Ộ".repeat(200);
    static final String COMMUNE = "Phường " + HostileText.TEMPLATE + " " + HostileText.SCRIPT;
    static final String NAME = "Nguyễn " + HostileText.TEMPLATE + " " + HostileText.IMAGE;
    static final String LONG_NAME = "W".repeat(120);
    static final String BODY = "Thường trực bảy " + HostileText.TEMPLATE + " " + HostileText.REMOTE + " " + HostileText.ANGULAR;
    static final String POST = "Bí thư bảy " + HostileText.TEMPLATE + " " + HostileText.ATTRIBUTE;
    static final String REASON = "Vì bảy " + HostileText.TEMPLATE + " " + HostileText.IMAGE + " " + HostileText.LINK + " " + HostileText.EXPRESSION;
    static final String SUMMARY = "Tóm tắt bảy " + String.join("\n", HostileText.active().toList()) + "\n" + HostileText.ANGULAR + "\n" + "W".repeat(600);
    static final String ROW = "Kiến nghị bảy " + HostileText.TEMPLATE + " " + HostileText.SCRIPT + " " + "X".repeat(400);
    static final String FILE = "tệp bảy {{7_7}} _img src=x onerror='window.dshHostile=1'_.pdf";
    static final String NUMBER = "12-CV bảy " + HostileText.TEMPLATE + " " + HostileText.SCRIPT;
    static final String DAY = "Nghỉ bảy " + HostileText.TEMPLATE + " " + HostileText.SCRIPT;
    static final String FILTER = "Lọc bảy " + HostileText.TEMPLATE + " " + HostileText.IMAGE;

    private static final String FILE_SENT = "tệp bảy {{7*7}} <img src=x onerror='window.dshHostile=1'>.pdf";
    private static final String API = "/camunda/api/attendance";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String CANCEL = "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VisitFixture fixture;
    private final Visits visits;
    private final OrganizationFixture organization;
    private final TaskService tasks;
    private final JdbcClient sql;
    private final RawHttp http;
    private List<Map<String, Object>> namesBefore;
    private Visit report;

    HostileWorld(VisitFixture fixture, Visits visits, OrganizationFixture organization, TaskService tasks, JdbcClient sql, int port) {
        this.fixture = fixture;
        this.visits = visits;
        this.organization = organization;
        this.tasks = tasks;
        this.sql = sql;
        this.http = new RawHttp(port);
    }

    private static String person(int n) {
        return "dv-" + WARD + "-" + n;
    }

    void build() {
        namesBefore = sql.sql("""
                select 'update party_unit set name = ? where id = ?' as change, name, id from party_unit where code = :ward or code like :cells
                union all select 'update unit_name set name = ? where unit_id = ?', n.name, n.unit_id from unit_name n
                    join party_unit u on u.id = n.unit_id where u.code = :ward or u.code like :cells
                union all select 'update body set name = ? where id = ?', b.name, b.id from body b join party_unit u on u.id = b.unit_id where u.code = :ward
                union all select 'update person set full_name = ? where id = ?', full_name, id from person where user_id like :people""")
                .param("ward", WARD).param("cells", WARD + "-%").param("people", "dv-" + WARD + "-%").query().listOfRows();
        rename(WARD, COMMUNE);
        rename(WARD + "-2", CELL);
        rename(WARD + "-3", LONG_CELL);
        sql.sql("update body set name = ? where group_id = ?").params(BODY, "thuongtruc-" + WARD).update();
        List.of(VISITOR, RECEIVER, BOARD, ABSENT, SENDER, OBJECTED).forEach(each -> sql.sql("update person set full_name = ? where user_id = ?").params(NAME, each).update());
        sql.sql("update person set full_name = ? where user_id = ?").params(LONG_NAME, LONG_PERSON).update();
        sql.sql("update post set title = ? where person_id = (select id from person where user_id = ?)").params(POST, VISITOR).update();
        organization.changed();
        send("quantri", "POST", ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":" + json(FILTER) + ",\"owner\":\"quantri\",\"query\":{},"
                + "\"properties\":{\"priority\":90,\"description\":" + json(REASON) + ",\"color\":\"#c00000\"}}");
        report = draftedReport(VISITOR);
        sentReport();
        longNames();
        staffWork();
        extension();
        calendarChange();
    }

    /** The report that is not sent yet. */
    Visit report() {
        return report;
    }

    private void rename(String code, String name) {
        sql.sql("update party_unit set name = ? where code = ?").params(name, code).update();
        sql.sql("update unit_name set name = ? where unit_id = (select id from party_unit where code = ?)").params(name, code).update();
    }

    /** Other tests share the ward's units and the administrator's tasks. */
    void takeDown() {
        for (String model : List.of("calendar-change", "organization-import", "limit-extension")) {
            tasks.createTaskQuery().processDefinitionKey(model).list().forEach(open ->
                    send(open.getAssignee() == null ? "quantri" : open.getAssignee(), "POST", ENGINE + "/task/" + open.getId() + "/complete", CANCEL));
        }
        sql.sql("delete from act_ru_filter where name_ = ?").param(FILTER).update();
        namesBefore.forEach(each -> sql.sql((String) each.get("change")).params(each.get("name"), each.get("id")).update());
        organization.changed();
    }

    /** A visit of yesterday, entered with a reason, with a draft and a file. */
    private Visit draftedReport(String visitor) {
        Visit visit = extra(visitor);
        String task = awaitTask(visit, "task_writeReportOneDay");
        ReportAnswers answers = VisitFixture.COMPLETE.with("summary", SUMMARY).with("recommendations", "YES").with("place", REASON)
                .with("recommendationRows", List.of(Map.of("kind", "OPINION", "content", ROW, "area", "OTHER", "group", HostileText.LINK)));
        fixture.fillIn(visit, answers);
        RawHttp.Answer file = WebappSession.login(http, visitor).upload(API + "/tasks/" + task + "/files", FILE_SENT, "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        return visit;
    }

    /** The same, sent, taken by the receiver, with a remark and a request that wait. */
    private void sentReport() {
        Visit visit = draftedReport(SENDER);
        send(SENDER, "POST", ENGINE + "/task/" + awaitTask(visit, "task_writeReportOneDay") + "/submit-form", "{}");
        String reception = awaitTask(visit, "task_receiveReport");
        send(RECEIVER, "POST", ENGINE + "/task/" + reception + "/claim", "{\"userId\":\"" + RECEIVER + "\"}");
        send(RECEIVER, "PUT", API + "/tasks/" + reception + "/remark", "{\"remark\":" + json(REASON) + "}");
        send(RECEIVER, "PUT", API + "/tasks/" + reception + "/supplement-request", "{\"request\":" + json(REASON) + "}");
    }

    /** Long names in a report task. */
    private void longNames() {
        Visit visit = fixture.visitOf(LONG_PERSON, LocalDate.now(TimeZones.VIETNAM).minusDays(1), WARD + "-3");
        awaitTask(visit, "task_writeReportOneDay");
    }

    /** Work of the staff: an absence with a note, an objection of the host committee. */
    private void staffWork() {
        Visit absent = fixture.visitOf(ABSENT, LocalDate.now(TimeZones.VIETNAM).plusDays(20), WARD + "-2");
        send(ABSENT, "POST", API + "/visits/" + absent.id() + "/absence", "{\"reason\":\"OTHER\",\"note\":" + json(REASON) + "}");
        awaitTask(absent, "task_decideAbsence");
        Visit objected = extra(OBJECTED);
        awaitTask(objected, "task_writeReportOneDay");
        send(OFFICE, "POST", API + "/host/visits/" + objected.id() + "/objection", "{\"reason\":" + json(REASON) + "}");
        awaitTask(objected, "task_considerObjection");
    }

    /** A document that extends limits, not decided yet. */
    private void extension() {
        LocalDate day = LocalDate.now(TimeZones.VIETNAM).minusDays(1);
        send(OFFICE, "POST", API + "/extensions", "{\"communes\":[\"" + WARD + "\"],\"meetingsFrom\":\"" + day + "\",\"meetingsTo\":\"" + day
                + "\",\"moreDays\":9,\"documentKind\":\"OFFICIAL_LETTER\",\"documentNumber\":" + json(NUMBER) + ",\"documentDate\":\"" + day
                + "\",\"reason\":" + json(REASON) + "}");
    }

    /** A change of the calendar and a workbook, not decided yet. */
    private void calendarChange() {
        LocalDate day = LocalDate.now(TimeZones.VIETNAM).plusMonths(8);
        LocalDate weekday = day.getDayOfWeek().getValue() > 5 ? day.plusDays(2) : day;
        send("quantri", "POST", "/camunda/api/calendar/changes", "{\"days\":[{\"day\":\"" + weekday + "\",\"kind\":\"OFF\",\"name\":" + json(DAY)
                + ",\"source\":" + json(REASON) + "}]}");
    }

    /** A workbook without faults that waits to be applied. */
    void rightWorkbook() {
        giveUp("task_fixWorkbook");
        TestWorkbook workbook = TestWorkbook.template().unit("99777", "Xã", "Xã", COMMUNE, "40")
                .cell("99777-1", "Xóm", CELL, "99777", 3, null).cell("99777-2", "Xóm", LONG_CELL, "99777", 3, null)
                .person("xau-1", NAME, "99777-1").person("xau-2", LONG_NAME, "99777-2");
        RawHttp.Answer uploaded = WebappSession.login(http, "quantri").upload("/camunda/api/organization/imports", FILE.replace(".pdf", ".xlsx"),
                workbook.bytes());
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
                tasks.createTaskQuery().taskDefinitionKey("task_applyWorkbook").count() == 1);
    }

    /** A workbook with faults. */
    void faultyWorkbook() {
        giveUp("task_applyWorkbook");
        TestWorkbook workbook = TestWorkbook.template().unit("99777", "Xã", "Xã", COMMUNE + "  " + HostileText.IMAGE, "40")
                .person("xau-1", "_x0000_" + HostileText.IMAGE + HostileText.TEMPLATE, "99777-1");
        RawHttp.Answer uploaded = WebappSession.login(http, "quantri").upload("/camunda/api/organization/imports", FILE.replace(".pdf", ".xlsx"),
                workbook.bytes());
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
                tasks.createTaskQuery().taskDefinitionKey("task_fixWorkbook").count() == 1);
    }

    private void giveUp(String step) {
        tasks.createTaskQuery().taskDefinitionKey(step).list().forEach(open ->
                send("quantri", "POST", ENGINE + "/task/" + open.getId() + "/complete", CANCEL));
    }

    private String awaitTask(Visit visit, String step) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(step).singleResult(), found -> found != null).getId();
    }

    /** Entered by the visitor, with a reason. */
    private Visit extra(String visitor) {
        Long cell = sql.sql("select id from party_unit where code = ?").param(WARD + "-2").query(Long.class).single();
        RawHttp.Answer added = send(visitor, "POST", API + "/visits", "{\"cellId\":" + cell + ",\"meetingAt\":\""
                + LocalDate.now(TimeZones.VIETNAM).minusDays(1) + "T19:30\",\"reason\":" + json(REASON) + "}");
        try {
            return visits.get(JSON.readTree(added.body()).path("id").asLong());
        } catch (JsonProcessingException e) {
            throw new AssertionError(added.body(), e);
        }
    }

    private RawHttp.Answer send(String user, String method, String address, String body) {
        RawHttp.Answer answer = WebappSession.login(http, user).send(method, address, body);
        assertThat(answer.status()).as(address + ": " + answer.body()).isLessThan(300);
        return answer;
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
