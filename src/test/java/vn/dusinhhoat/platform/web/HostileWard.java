package vn.dusinhhoat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** People of a ward of their own, and the visit they are writing about. */
class HostileWard {

    static final String WARD = "16702";
    static final String VISITOR = "dv-16702-12";
    static final String RECEIVER = "dv-16702-1";
    static final String BOARD = "dv-16702-4";
    static final String OFFICE = "dv-16702-7";
    static final String API = "/camunda/api/attendance";
    static final String ENGINE_TASK = "/camunda/api/engine/engine/default/task/";

    private final RawHttp http;
    private final VisitFixture fixture;
    private final TaskService tasks;
    private final JdbcClient sql;
    private Visit visit;

    HostileWard(RawHttp http, VisitFixture fixture, TaskService tasks, JdbcClient sql) {
        this.http = http;
        this.fixture = fixture;
        this.tasks = tasks;
        this.sql = sql;
    }

    WebappSession login(String user) {
        return WebappSession.login(http, user);
    }

    Visit visit() {
        return visit;
    }

    TextRow row(String called, String user, String method, String address, String body, String kept) {
        WebappSession session = WebappSession.login(http, user);
        return new TextRow(called, json -> session.send(method, address, body.replace("%s", json)),
                kept == null ? null : () -> sql.sql(kept).query(String.class).single());
    }

    TextRow onVisit(String called, Visit of, String action, String body) {
        return row(called, VISITOR, "POST", API + "/visits/" + of.id() + action, body,
                "select detail from visit_event where visit_id = " + of.id() + " order by id desc limit 1");
    }

    TextRow password(String called, String body) {
        return new TextRow(called, json -> http.send("POST", "/account/password", body.replace("%s", json)), null);
    }

    long cell() {
        return sql.sql("""
                select c.id from party_unit c join party_unit w on w.id = c.parent_id where w.code = ?
                  and c.id <> (select home_cell_id from person where user_id = ?) order by c.id limit 1""")
                .params(WARD, VISITOR).query(Long.class).single();
    }

    Visit scheduled() {
        visit = fixture.visitOf(VISITOR, cell(), today().plusDays(20));
        return visit;
    }

    Visit attended() {
        visit = fixture.visitOf(VISITOR, cell(), today().minusDays(1));
        awaitTask("task_writeReportOneDay");
        return visit;
    }

    Visit sent() {
        attended();
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        complete(VISITOR, "task_writeReportOneDay");
        awaitTask("task_receiveReport");
        WebappSession.login(http, RECEIVER).send("POST", ENGINE_TASK + awaitTask("task_receiveReport") + "/claim",
                "{\"userId\":\"" + RECEIVER + "\"}");
        return visit;
    }

    Visit received() {
        sent();
        complete(RECEIVER, "task_receiveReport");
        return visit;
    }

    private void complete(String user, String step) {
        String body = step.contains("receive") ? "{\"variables\":{\"receptionDecision\":{\"value\":\"RECEIVED\"}}}" : "{}";
        RawHttp.Answer done = WebappSession.login(http, user).send("POST", ENGINE_TASK + awaitTask(step) + "/submit-form", body);
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    Visit late() {
        visit = fixture.visitOf(VISITOR, cell(), today().minusDays(20));
        awaitTask("task_writeReportOneDay");
        return visit;
    }

    String task(Visit of) {
        return API + "/tasks/" + openTask(of);
    }

    String openTask(Visit of) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(of.id())).list().get(0).getId();
    }

    private String awaitTask(String step) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(step).singleResult(), found -> found != null).getId();
    }

    static LocalDate today() {
        return LocalDate.now(TimeZones.VIETNAM);
    }
}
