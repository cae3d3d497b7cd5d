package vn.dusinhhoat.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** The doors that the report form uses, through HTTP with the job executor on: messages, versions, other people's tasks. */
@RunningApplicationTest
class ReportFormIT {

    /** People of a ward of their own: the browser tests of the same application count the tasks of theirs. */
    private static final String VISITOR = "dv-16681-5";
    private static final String RECEIVER = "dv-16681-1";
    private static final String ENGINE_TASK = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private MovableClock clock;

    private final ObjectMapper json = new ObjectMapper();
    private RawHttp http;
    private WebappSession visitor;
    private Visit visit;
    private String task;

    @BeforeEach
    void openReport() {
        http = new RawHttp(port);
        visitor = WebappSession.login(http, VISITOR);
        visit = fixture.visitOf(VISITOR, LocalDate.now().minusDays(1));
        task = awaitTask();
    }

    @Test
    void aRefusalIsOneVietnameseSentenceWithHttp400() throws Exception {
        for (String action : List.of("complete", "submit-form")) {
            RawHttp.Answer answer = visitor.send("POST", ENGINE_TASK + task + "/" + action, "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(json.readTree(answer.body())).isEqualTo(json.readTree(
                    "{\"type\":\"RuleViolation\",\"message\":\"Đề nghị đồng chí chọn loại buổi sinh hoạt.\"}"));
        }
        assertThat(fixture.reportOf(visit).submittedAt()).isNull();
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void draftTellsWhatIsMissingAndKeepsWhatIsWrong() throws Exception {
        JsonNode saved = json.readTree(draft(visitor, 0, ReportAnswers.EMPTY.with("meetingKind", "REGULAR")
                .with("startedAt", "tối").with("summary", "<img src=x onerror=alert(1)>")).body());
        assertThat(saved.path("version").asInt()).isEqualTo(1);
        assertThat(saved.path("problems").findValuesAsText("field")).contains("startedAt", "present").doesNotContain("summary");
        JsonNode view = json.readTree(visitor.get("/camunda/api/attendance/tasks/" + task).body());
        assertThat(view.path("answers").path("startedAt").asText()).isEqualTo("tối");
        assertThat(view.path("savedAt").asText()).isNotEmpty();
    }

    /** A form opened before the limit and sent after it says what is recorded. */
    @Test
    void savingTellsWhetherSendingNowIsLate() throws Exception {
        assertThat(json.readTree(draft(visitor, 0, VisitFixture.COMPLETE).body()).path("late").asBoolean(true)).isFalse();
        clock.moveTo(fixture.reportOf(visit).limitAt().plusMillis(500));
        try {
            assertThat(json.readTree(draft(visitor, 1, VisitFixture.COMPLETE).body()).path("late").asBoolean(true))
                    .as("the last second of the last day").isFalse();
            clock.moveTo(fixture.reportOf(visit).limitAt().plusSeconds(2));
            assertThat(json.readTree(draft(visitor, 2, VisitFixture.COMPLETE).body()).path("late").asBoolean()).isTrue();
        } finally {
            clock.reset();
        }
    }

    @Test
    void twoDevicesNeverOverwriteEachOtherSilently() throws Exception {
        assertThat(draft(visitor, 0, VisitFixture.COMPLETE).status()).isEqualTo(200);
        RawHttp.Answer stale = draft(visitor, 0, summary("Từ máy khác"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("thiết bị khác");
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE);
    }

    @Test
    void ofManySavingsAtOnceFromOneVersionExactlyOneWins() throws Exception {
        ExecutorService devices = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> savings = IntStream.range(0, 8)
                    .mapToObj(n -> devices.submit(() -> draft(visitor, 0, summary("Máy " + n)).status())).toList();
            int won = 0;
            for (Future<Integer> saving : savings) {
                assertThat(saving.get()).isIn(200, 409);
                won += saving.get() == 200 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(fixture.reportOf(visit).draftVersion()).isEqualTo(1);
        } finally {
            devices.shutdownNow();
        }
    }

    @Test
    void completingTwiceAtOnceSendsOneReport() throws Exception {
        draft(visitor, 0, VisitFixture.COMPLETE);
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            List<Future<RawHttp.Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(n -> clicks.submit(() -> visitor.send("POST", ENGINE_TASK + task + "/submit-form", "{}"))).toList();
            int sent = 0;
            for (Future<RawHttp.Answer> answer : answers) {
                if (answer.get().status() == 204) {
                    sent++;
                } else {
                    assertThat(answer.get().body()).matches("(?s).*(vừa được xử lý ở nơi khác|Báo cáo này đã gửi).*");
                }
            }
            assertThat(sent).isEqualTo(1);
            assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED);
        } finally {
            clicks.shutdownNow();
        }
    }

    @Test
    void otherPeopleSeeAndTouchNothing() {
        for (String stranger : List.of(VisitFixture.PROVINCE_MEMBER, VisitFixture.COMMUNE_RECEIVER)) {
            WebappSession other = WebappSession.login(http, stranger);
            assertThat(other.get("/camunda/api/attendance/tasks/" + task).status()).isEqualTo(404);
            assertThat(draft(other, 0, VisitFixture.COMPLETE).status()).isEqualTo(404);
            assertThat(other.send("PUT", "/camunda/api/attendance/tasks/" + task + "/remark", "{\"remark\":\"x\"}").status())
                    .isEqualTo(404);
            RawHttp.Answer completed = other.send("POST", ENGINE_TASK + task + "/submit-form", "{}");
            assertThat(completed.status()).isBetween(400, 499);
            assertThat(completed.body()).contains("vừa được xử lý ở nơi khác");
        }
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_STARTED);
    }

    @Test
    void receiversReadBeforeClaimingButWriteOnlyAfter() throws Exception {
        draft(visitor, 0, VisitFixture.COMPLETE);
        visitor.send("POST", ENGINE_TASK + task + "/submit-form", "{}");
        String reception = awaitTask();
        WebappSession receiver = WebappSession.login(http, RECEIVER);
        JsonNode view = json.readTree(receiver.get("/camunda/api/attendance/tasks/" + reception).body());
        assertThat(view.path("mine").asBoolean()).isFalse();
        assertThat(view.path("story")).hasSizeGreaterThanOrEqualTo(4);
        String remark = "/camunda/api/attendance/tasks/" + reception + "/remark";
        assertThat(receiver.send("PUT", remark, "{\"remark\":\"Tốt\"}").status()).isEqualTo(404);
        assertThat(receiver.send("POST", ENGINE_TASK + reception + "/claim",
                "{\"userId\":\"" + RECEIVER + "\"}").status()).isEqualTo(204);
        assertThat(receiver.send("PUT", remark, "{\"remark\":\"" + "x".repeat(2001) + "\"}").status()).isEqualTo(400);
        assertThat(receiver.send("PUT", remark, "{\"remark\":\"Tốt\"}").status()).isEqualTo(200);
        assertThat(receiver.send("POST", ENGINE_TASK + reception + "/submit-form", "{}").status()).isEqualTo(204);
        assertThat(fixture.reportOf(visit).remark()).isEqualTo("Tốt");
    }

    @Test
    void aTextOfTwentyThousandCharactersWorksAndOneMoreIsRefusedWithASentence() throws Exception {
        assertThat(draft(visitor, 0, summary("ộ".repeat(20_000))).status()).isEqualTo(200);
        RawHttp.Answer tooLong = draft(visitor, 1, summary("ộ".repeat(20_001)));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("20.000 ký tự");
        assertThat(fixture.reportOf(visit).answers().text("summary")).hasSize(20_000);
    }

    /** Nothing is half stored: the version stays where it was. */
    @Test
    void whatDoesNotFitTheFormIsRefusedAsAWhole() throws Exception {
        assertThat(draft(visitor, 0, VisitFixture.COMPLETE).status()).isEqualTo(200);
        for (String hostile : List.of("\"text\"", "[]", "7", "null", "{\"approved\":\"x\"}", "{\"summary\":{\"a\":\"b\"}}",
                "{\"recommendationRows\":[{\"content\":[\"x\"]}]}", "{\"summary\":\"Mới\",\"visitorScore\":[]}",
                "{\"summary\":" + "[".repeat(900) + "]".repeat(900) + "}")) {
            RawHttp.Answer refused = visitor.send("PUT", "/camunda/api/attendance/tasks/" + task + "/draft",
                    "{\"basedOn\":1,\"answers\":" + hostile + "}");
            assertThat(refused.status()).as(hostile).isEqualTo(400);
            assertThat(json.readTree(refused.body()).path("message").asText()).as(hostile).contains("tải lại trang");
        }
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE);
        assertThat(fixture.reportOf(visit).draftVersion()).isEqualTo(1);
    }

    @Test
    void rowsAndScoresComeBackAsTypedWithTheirProblemsAndSum() throws Exception {
        ReportAnswers typed = VisitFixture.COMPLETE.with("recommendations", "YES")
                .with("recommendationRows", List.of(Map.of("kind", "OPINION", "content", "Ổn", "area", "ROADS"), Map.of("content", "Sửa đường")))
                .with("visitorScore", Map.of("preparation", "15", "turnout", "15", "discussion", "20,5", "duration", "10", "minutes", "10",
                        "principles", "10", "lastResolution", "10"));
        JsonNode saved = json.readTree(draft(visitor, 0, typed).body());
        assertThat(saved.path("problems").findValuesAsText("field"))
                .containsExactly("recommendationRows[1].kind", "recommendationRows[1].area");
        assertThat(saved.at("/scores/visitorScore/points").asText()).isEqualTo("90.5");
        assertThat(saved.at("/scores/visitorScore/level").asText()).isEqualTo("Tốt");
        JsonNode view = json.readTree(visitor.get("/camunda/api/attendance/tasks/" + task).body());
        assertThat(view.at("/answers/recommendationRows/1/content").asText()).isEqualTo("Sửa đường");
        assertThat(view.at("/form/scores/visitorScore/level").asText()).isEqualTo("Tốt");
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(typed);
    }

    private RawHttp.Answer draft(WebappSession user, int basedOn, ReportAnswers answers) {
        try {
            return user.send("PUT", "/camunda/api/attendance/tasks/" + task + "/draft",
                    "{\"basedOn\":" + basedOn + ",\"answers\":" + json.writeValueAsString(answers) + "}");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReportAnswers summary(String text) {
        return VisitFixture.COMPLETE.with("summary", text);
    }

    private String awaitTask() {
        Task found = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(), each -> each != null);
        return found.getId();
    }
}
