package vn.dusinhhoat.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Rows A2–A4, C8: what nobody may do with a task, through the webapps' door and through the one for other systems. */
@RunningApplicationTest
class TaskDoorsIT {

    /** A ward of its own. */
    private static final String VISITOR = "dv-16750-5";
    private static final String RECEIVER = "dv-16750-1";
    private static final String OTHER_RECEIVER = "dv-16750-2";
    private static final String STRANGER = "dv-16756-1";
    private static final String DUE = "{\"name\":\"Việc khác\",\"due\":\"2030-01-01T00:00:00.000+0700\"}";

    /** How a request comes in. */
    enum Door { WEBAPP, ENGINE_REST }

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;

    private final ObjectMapper json = new ObjectMapper();
    private RawHttp http;
    private Visit visit;
    private Task report;

    @BeforeEach
    void openReport() {
        http = new RawHttp(port);
        visit = fixture.visitOf(VISITOR, LocalDate.now().minusDays(1));
        report = Awaitility.await().until(() -> openTask("task_writeReportOneDay"), task -> task != null);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void nobodyElseReadsOrTouchesAPersonalTask(Door door) throws IOException {
        for (String other : List.of(STRANGER, RECEIVER)) {
            assertThat(get(door, other, "task/" + report.getId()).status()).as(other).isEqualTo(404);
            for (String part : List.of("form", "deployed-form", "form-variables", "variables", "localVariables", "identity-links")) {
                assertThat(get(door, other, "task/" + report.getId() + "/" + part).status()).as(other + " " + part).isEqualTo(404);
            }
            for (String action : List.of("complete", "submit-form", "resolve", "bpmnError", "unclaim")) {
                assertRefused(post(door, other, action, action.equals("bpmnError") ? "{\"errorCode\":\"x\"}" : "{}"), 403, 404);
            }
            assertRefused(post(door, other, "claim", "{\"userId\":\"" + other + "\"}"), 404);
            assertThat(get(door, other, "task/count?assignee=" + VISITOR).body()).isEqualTo("{\"count\":0}");
        }
        assertUntouched(VISITOR);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void theAssigneeHandsNothingOnAndMovesNoLimit(Door door) throws IOException {
        assertRefused(post(door, VISITOR, "assignee", "{\"userId\":\"" + RECEIVER + "\"}"), 403);
        assertRefused(post(door, VISITOR, "delegate", "{\"userId\":\"" + RECEIVER + "\"}"), 403);
        assertRefused(post(door, VISITOR, "identity-links", "{\"userId\":\"" + RECEIVER + "\",\"type\":\"candidate\"}"), 403);
        assertRefused(post(door, VISITOR, "unclaim", "{}"), 403);
        assertRefused(post(door, VISITOR, "resolve", "{}"), 403);
        assertRefused(post(door, VISITOR, "bpmnError", "{\"errorCode\":\"x\"}"), 403);
        assertRefused(post(door, VISITOR, "bpmnEscalation", "{\"escalationCode\":\"x\"}"), 403);
        assertRefused(send(door, VISITOR, "PUT", "task/" + report.getId(), DUE), 403, 404);
        assertRefused(send(door, VISITOR, "PUT", "task/" + report.getId() + "/variables/reportPath",
                "{\"value\":\"THREE_DAYS\",\"type\":\"String\"}"), 403);
        assertRefused(post(door, VISITOR, "variables", "{\"modifications\":{\"x\":{\"value\":1}}}"), 403);
        assertThat(send(door, VISITOR, "POST", "task/create", "{\"name\":\"Việc tự đặt\"}").status()).isEqualTo(403);
        assertUntouched(VISITOR);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void completionBringsNoOtherVariables(Door door) throws IOException {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        for (String variables : List.of("\"la\":{\"value\":\"x\"}", "\"receiverGroup\":{\"value\":\"dangbo-16750\",\"type\":\"String\"}",
                "\"reported\":{\"value\":false,\"type\":\"Boolean\"}", "\"meeting\":{\"value\":\"che bean\",\"type\":\"String\"}",
                "\"o\":{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/json\"}}",
                "\"x\":{\"value\":\"<a/>\",\"type\":\"Xml\"}", "\"n\":{\"value\":null,\"type\":\"Null\"}")) {
            for (String action : List.of("complete", "submit-form")) {
                assertRefused(post(door, VISITOR, action, "{\"variables\":{" + variables + "}}"), 400);
            }
        }
        assertUntouched(VISITOR);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aBodysTaskIsTakenForOneselfAndDoneByItsTaker(Door door) throws IOException {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        assertThat(post(door, VISITOR, "complete", "{}").status()).isEqualTo(204);
        report = Awaitility.await().until(() -> openTask("task_receiveReport"), task -> task != null);

        assertRefused(post(door, RECEIVER, "claim", "{\"userId\":\"" + STRANGER + "\"}"), 403);
        assertRefused(post(door, RECEIVER, "claim", "{\"userId\":\"" + OTHER_RECEIVER + "\"}"), 403);
        assertRefused(post(door, RECEIVER, "complete", "{}"), 403);
        assertRefused(post(door, RECEIVER, "submit-form", "{}"), 403);
        assertUntouched(null);

        assertThat(post(door, RECEIVER, "claim", "{\"userId\":\"" + RECEIVER + "\"}").status()).isEqualTo(204);
        assertRefused(post(door, OTHER_RECEIVER, "claim", "{\"userId\":\"" + OTHER_RECEIVER + "\"}"), 403);
        assertRefused(post(door, OTHER_RECEIVER, "complete", "{}"), 403);
        assertRefused(post(door, OTHER_RECEIVER, "unclaim", "{}"), 403);
        for (String value : List.of("7,\"type\":\"Integer\"", "\"{}\",\"type\":\"Json\"", "true,\"type\":\"Boolean\"")) {
            assertRefused(post(door, RECEIVER, "complete", "{\"variables\":{\"receptionDecision\":{\"value\":" + value + "}}}"), 400);
        }
        assertUntouched(RECEIVER);

        assertThat(post(door, RECEIVER, "unclaim", "{}").status()).isEqualTo(204);
        assertUntouched(null);
        assertThat(post(door, OTHER_RECEIVER, "claim", "{\"userId\":\"" + OTHER_RECEIVER + "\"}").status()).isEqualTo(204);
        assertThat(post(door, OTHER_RECEIVER, "submit-form",
                "{\"variables\":{\"receptionDecision\":{\"value\":\"RECEIVED\",\"type\":\"String\"}}}").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void casesStartByTheirFormAndWithoutVariables(Door door) throws IOException {
        String clerk = "dv-16750-4";
        assertThat(send(door, clerk, "POST", "process-definition/key/attendance/start", "{\"businessKey\":\"1\"}").status()).isEqualTo(404);
        assertRefused(send(door, clerk, "POST", "process-definition/key/limit-extension/start", "{\"businessKey\":\"1\"}"), 403);
        assertRefused(send(door, clerk, "POST", "process-definition/key/limit-extension/submit-form",
                "{\"businessKey\":\"1\",\"variables\":{\"initiator\":{\"value\":\"" + STRANGER + "\"}}}"), 400);
        assertThat(send(door, clerk, "POST", "message", "{\"messageName\":\"x\"}").status()).isBetween(400, 403);
        assertThat(runtime.createProcessInstanceQuery().variableValueEquals("initiator", STRANGER).count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void objectsAreRefusedForAdministratorsToo(Door door) throws IOException {
        String path = "process-instance/" + report.getProcessInstanceId() + "/variables/x";
        for (String value : List.of("{\"value\":\"[]\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"value\":\"{}\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"vn.dusinhhoat.Bat\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"value\":\"eA==\",\"type\":\"Bytes\"}", "{\"value\":\"<a/>\",\"type\":\"Xml\"}")) {
            RawHttp.Answer answer = send(door, "quantri", "PUT", path, value);
            assertThat(answer.status()).as(value + answer.body()).isEqualTo(400);
        }
        assertThat(runtime.getVariable(report.getProcessInstanceId(), "x")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void noAdministratorMovesALimitOnItsOwn(Door door) throws IOException {
        Job timer = management.createJobQuery().processInstanceId(report.getProcessInstanceId()).timers().list().get(0);
        assertPointsToExtending(send(door, "quantri", "PUT", "job/" + timer.getId() + "/duedate", "{\"duedate\":\"2030-01-01T00:00:00.000+0700\"}"));
        assertPointsToExtending(send(door, "quantri", "PUT", "job/" + timer.getId() + "/duedate", "{\"duedate\":null}"));
        assertPointsToExtending(send(door, "quantri", "POST", "job/" + timer.getId() + "/duedate/recalculate", "{}"));
        assertPointsToExtending(send(door, "quantri", "PUT", "job/" + timer.getId() + "/retries",
                "{\"retries\":3,\"dueDate\":\"2030-01-01T00:00:00.000+0700\"}"));
        assertPointsToExtending(send(door, "quantri", "PUT", "job-definition/" + timer.getJobDefinitionId() + "/retries",
                "{\"retries\":3,\"dueDate\":\"2030-01-01T00:00:00.000+0700\"}"));
        assertPointsToExtending(send(door, "quantri", "POST", "job/retries",
                "{\"jobIds\":[\"" + timer.getId() + "\"],\"retries\":3,\"dueDate\":\"2030-01-01T00:00:00.000+0700\"}"));
        assertPointsToExtending(send(door, "quantri", "PUT", "task/" + report.getId(), DUE));
        assertUntouched(VISITOR);
        assertThat(management.createJobQuery().jobId(timer.getId()).singleResult().getDuedate()).isEqualTo(timer.getDuedate());
        // Trying again what has failed is another thing.
        assertThat(send(door, "quantri", "PUT", "job/" + timer.getId() + "/retries", "{\"retries\":5}").status()).isEqualTo(204);
    }

    private void assertPointsToExtending(RawHttp.Answer answer) throws IOException {
        assertRefused(answer, 403);
        assertThat(answer.body()).contains("Gia hạn");
    }

    private Task openTask(String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(element)
                .initializeFormKeys().singleResult();
    }

    private void assertRefused(RawHttp.Answer answer, Integer... statuses) throws IOException {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        JsonNode error = json.readTree(answer.body());
        assertThat(error.path("type").asText()).as(answer.body()).isEqualTo("RuleViolation");
        assertThat(error.path("message").asText()).as(answer.body()).matches("(?s)\\p{Lu}.*: .*\\.");
    }

    private void assertUntouched(String assignee) {
        Task now = tasks.createTaskQuery().taskId(report.getId()).singleResult();
        assertThat(now).isNotNull();
        assertThat(now.getAssignee()).isEqualTo(assignee);
        assertThat(now.getName()).isEqualTo(report.getName());
        assertThat(now.getDueDate()).isEqualTo(report.getDueDate());
        assertThat(runtime.getVariables(now.getExecutionId())).doesNotContainKeys("la", "meeting", "o", "x", "n")
                .doesNotContainEntry("receiverGroup", "dangbo-16750");
    }

    private RawHttp.Answer get(Door door, String user, String path) {
        return send(door, user, "GET", path, null);
    }

    private RawHttp.Answer post(Door door, String user, String action, String body) {
        return send(door, user, "POST", "task/" + report.getId() + "/" + action, body);
    }

    private RawHttp.Answer send(Door door, String user, String method, String path, String body) {
        if (door == Door.WEBAPP) {
            return WebappSession.login(http, user).send(method, "/camunda/api/engine/engine/default/" + path, body);
        }
        String login = Base64.getEncoder().encodeToString((user + ":" + InstallationProperties.SAMPLE_PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        return http.send(method, "/engine-rest/" + path, body, "Authorization: Basic " + login, "Content-Type: application/json");
    }
}
