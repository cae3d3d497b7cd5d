package vn.dusinhhoat.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** The board through the door that Cockpit uses; which role gets what is in {@code doors.txt}. */
@RunningApplicationTest
class BoardAccessIT {

    private static final String API = "/camunda/api/supervision";
    private static final String COMMUNE = "17011";
    private static final String VISITOR = "dv-17011-12";
    private static final String OFFICE = "dv-17011-7";
    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    void oneRequestAnswersTheWholeScreen() {
        Task late = lateReport();
        JsonNode view = json(supervisor().send("POST", API + "/board", "{\"unit\":\"" + COMMUNE + "\",\"kind\":\"REPORT\",\"when\":\"LATE\"}"));
        JsonNode row = StreamSupport.stream(view.at("/rows/items").spliterator(), false)
                .filter(item -> item.path("taskId").asText().equals(late.getId())).findFirst().orElseThrow();
        assertThat(row.path("who").asText()).isEqualTo(sql.sql("select full_name from person where user_id = ?").param(VISITOR).query(String.class).single());
        assertThat(row.path("subject").asText()).contains("họp ", "đồng chí ");
        assertThat(row.path("dueText").asText()).startsWith("Quá hạn ");
        assertThat(row.path("dueAt").asText()).endsWith("T23:59:59+07:00");
        assertThat(row.path("actions")).as("who only looks").isEmpty();
        assertThat(view.at("/scope/mayAct").asBoolean()).isFalse();
        assertThat(view.path("system").isNull()).as("for administrators").isTrue();
        assertThat(view.at("/trend/months")).hasSize(12);
        assertThat(view.path("steps")).hasSize(5);
        JsonNode forAdministrators = json(WebappSession.login(http, "quantri").send("POST", API + "/board", "{}"));
        assertThat(forAdministrators.at("/system/items")).hasSize(6);
        JsonNode rowsOnly = json(supervisor().send("POST", API + "/board", "{\"rowsOnly\":true}"));
        assertThat(rowsOnly.path("units").isNull() && rowsOnly.path("trend").isNull()).isTrue();
    }

    @Test
    void badgesAndStoryBelongToTheDiagram() {
        Task late = lateReport();
        JsonNode badges = json(supervisor().get(API + "/definitions/" + late.getProcessDefinitionId() + "/badges"));
        assertThat(badges.path("elements").findValuesAsText("element")).contains("task_writeReportOneDay");
        JsonNode story = json(supervisor().get(API + "/cases/" + late.getProcessInstanceId()));
        assertThat(story.at("/limits/0/reason").asText()).startsWith("Họp ");
        assertThat(story.path("taken").findValuesAsText("kind")).contains("REPORT_OPENED", "LIMIT_PASSED");
        assertThat(story.at("/coming/0/certain").asBoolean()).isTrue();
        assertThat(supervisor().get(API + "/cases/none").status()).isEqualTo(404);
    }

    @Test
    void staffActAndTheAuditHasWho() {
        Task late = lateReport();
        JsonNode done = json(WebappSession.login(http, OFFICE).send("POST", API + "/actions/urge", "{\"tasks\":[\"" + late.getId() + "\"]}"));
        assertThat(done.path("done").asInt()).isEqualTo(1);
        assertThat(sql.sql("select detail from audit_event where actor = ? and kind = 'SUPERVISION' order by id desc limit 1").param(OFFICE)
                .query(String.class).single()).isEqualTo("URGE task_writeReportOneDay");
        RawHttp.Answer refused = supervisor().send("POST", API + "/actions/urge", "{\"tasks\":[\"" + late.getId() + "\"]}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("cán bộ ban tổ chức");
        RawHttp.Answer preview = WebappSession.login(http, OFFICE).send("POST", API + "/actions/extend/preview",
                "{\"tasks\":[\"" + late.getId() + "\"],\"lastDay\":\"" + LocalDate.now(TimeZones.VIETNAM).plusDays(15) + "\"}");
        assertThat(json(preview).at("/rows/0/effectLabel").asText()).isNotBlank();
    }

    @Test
    void aFileIsWrittenDown() {
        lateReport();
        RawHttp.Answer file = supervisor().send("POST", API + "/export", "{\"unit\":\"" + COMMUNE + "\"}");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers("Content-Disposition").get(0)).contains("attachment", "theo-doi-don-doc.xlsx");
        assertThat(file.headers("Content-Type").get(0)).contains("spreadsheetml");
        assertThat(sql.sql("select detail from audit_event where actor = 'giamsat' and kind = 'READ' order by id desc limit 1").query(String.class).single())
                .startsWith("board.xlsx rows=");
    }

    /** Limits move by our own action only, task and timer together. */
    @ParameterizedTest
    @ValueSource(strings = {"giamsat", OFFICE, "quantri"})
    void nobodyMovesADueDateInTheEngine(String user) {
        Task late = lateReport();
        WebappSession session = user.equals("giamsat") ? supervisor() : WebappSession.login(http, user);
        String engine = "/camunda/api/engine/engine/default/";
        String job = management.createJobQuery().processInstanceId(late.getProcessInstanceId()).list().get(0).getId();
        assertThat(session.send("PUT", engine + "job/" + job + "/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0700\"}", "Content-Type: application/json").status())
                .isIn(403, 404);
        assertThat(session.send("POST", engine + "job/" + job + "/duedate/recalculate", "{}", "Content-Type: application/json").status()).isIn(403, 404);
        assertThat(session.send("PUT", engine + "task/" + late.getId(), "{\"due\":\"2030-01-01T00:00:00.000+0700\"}", "Content-Type: application/json").status())
                .isIn(403, 404);
        assertThat(tasks.createTaskQuery().taskId(late.getId()).singleResult().getDueDate()).isEqualTo(late.getDueDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"page\":-1}", "{\"page\":201}", "{\"sort\":\"NAME\"}", "{\"when\":\"x\"}", "{\"step\":\"x\"}", "{\"kind\":\"x\"}", "[]", "null"})
    void whatIsNoQuestionIsRefused(String body) {
        assertThat(supervisor().send("POST", API + "/board", body).status()).isEqualTo(400);
    }

    private WebappSession supervisor() {
        return WebappSession.loginToCockpit(http, "giamsat");
    }

    /** Late, and its first step taken. */
    private Task lateReport() {
        Visit visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(20), COMMUNE + "-2");
        Task task = Awaitility.await().until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .taskDefinitionKey("task_writeReportOneDay").singleResult(), found -> found != null);
        Awaitility.await().until(() -> sql.sql("select count(*) from report where visit_id = ? and ladder_step = 'LATE'").param(visit.id())
                .query(Integer.class).single() == 1);
        return task;
    }

    private static JsonNode json(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
