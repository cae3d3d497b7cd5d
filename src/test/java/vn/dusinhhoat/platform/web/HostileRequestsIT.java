package vn.dusinhhoat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.platform.web.HostileWard.API;
import static vn.dusinhhoat.platform.web.HostileWard.BOARD;
import static vn.dusinhhoat.platform.web.HostileWard.ENGINE_TASK;
import static vn.dusinhhoat.platform.web.HostileWard.VISITOR;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.Typed;
import vn.dusinhhoat.platform.Typed.Shape;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RequestTexts;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/**
 * Rows C9 and C12 at every text of our own requests. The texts are found in the controllers; {@link #rows()} says how
 * each is sent and where it is kept, so that a new one without a row fails.
 */
@RunningApplicationTest
class HostileRequestsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Half a character can only be sent as a number. */
    private static final ObjectMapper ASCII = new ObjectMapper(
            new JsonFactory().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true));
    private static final String LONG_ONE = String.join(" ", HostileText.TEMPLATE, HostileText.IMAGE, HostileText.BREAKS, HostileText.REVERSED,
            HostileText.DECOMPOSED, HostileText.FORMULA, HostileText.EXPRESSION, HostileText.CONTROLS, HostileText.SQL);

    /** May be empty: then there is none. */
    private static final List<String> OPTIONAL = List.of("ReportFormController.RemarkRequest.remark", "ReportFormController.SupplementRequest.request",
            "ActionController.UrgeRequest.reason",
            "MemberPlans.Typed.theme", "PlanController.Comments.comment", "BoardSteps.LineComment.comment", "HostAgreements.TypedAnswer.note",
            "CampaignController.Note.note");

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    private RawHttp http;
    private HostileWard ward;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
        ward = new HostileWard(http, fixture, tasks, sql);
    }

    /** One change of the calendar at a time: the next one begins when this is given up. */
    @AfterEach
    void giveUpWhatWasBegun() {
        tasks.createTaskQuery().processDefinitionKey("calendar-change").list().forEach(open -> WebappSession.login(http, "quantri")
                .send("POST", ENGINE_TASK + open.getId() + "/complete", "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}"));
    }

    private Map<String, Supplier<TextRow>> rows() {
        VisitTexts visits = new VisitTexts(ward);
        Map<String, Supplier<TextRow>> rows = new HashMap<>(visits.ofVisits());
        rows.putAll(visits.ofReports());
        rows.putAll(new ClerkTexts(ward).rows());
        rows.putAll(new BoardTexts(ward).rows());
        rows.putAll(new PlanTexts(ward, sql).rows());
        return rows;
    }

    static Stream<String> texts() {
        return RequestTexts.inBodies().stream().map(RequestTexts::name).filter(text -> !SEARCHES.contains(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextIsRefusedByNameOrKeptAsText(String text) {
        assertThat(rows()).as("a row for every text of a request, also for a new one").containsKey(text);
        TextRow row = rows().get(text).get();
        Stream.concat(HostileText.broken(), Stream.of(HostileText.LONG, HostileText.VERY_LONG)).forEach(refused -> {
            RawHttp.Answer answer = row.send().apply(json(refused));
            assertSentence(answer, row.called());
        });
        if (row.kept() == null) {
            assertThat(row.send().apply(json(HostileText.SHORT)).status()).isIn(400, 404);
            return;
        }
        assertSentence(row.send().apply(json(HostileText.INVISIBLE)), OPTIONAL.contains(text) ? null : "");
        Shape shape = shapeOf(text);
        String sent = row.send().apply(json(LONG_ONE)).status() < 300 ? LONG_ONE : HostileText.SHORT;
        if (sent.equals(HostileText.SHORT)) {
            RawHttp.Answer answer = row.send().apply(json(sent));
            assertThat(answer.status()).as(answer.body()).isLessThan(300);
        }
        assertThat(row.kept().get()).contains(shape == Shape.LINE ? OutsideText.line(sent, "") : OutsideText.lines(sent, ""))
                .contains("{{7*7}}").doesNotContain("\u202E", "\r", "\u0007");
    }

    /** Names that are looked for come in the body and are kept nowhere. */
    private static final List<String> SEARCHES = List.of("Search.name", "AccountController.Wanted.name", "BoardQuery.text");

    @ParameterizedTest
    @CsvSource({"/camunda/api/organization/people, name", "/camunda/api/access/accounts, name", API + "/assistants/candidates, name",
        API + "/visits/cells, name", BoardTexts.BOARD_API + "/board, text"})
    void aSearchIsATextToo(String address, String field) {
        WebappSession session = WebappSession.login(http, BOARD);
        HostileText.shownAsTyped().values().forEach(text -> assertThat(session.send("POST", address, "{\"" + field + "\":" + json(text) + "}").status())
                .as(text).isIn(200, 400));
        Stream.concat(HostileText.broken(), Stream.of(HostileText.VERY_LONG)).forEach(text ->
                assertSentence(session.send("POST", address, "{\"" + field + "\":" + json(text) + "}"), ""));
        assertThat(session.send("POST", address, "{\"" + field + "\":[\"a\"]}").status()).isEqualTo(400);
    }

    @Test
    void everyTextSaysWhatItIsCalled() {
        assertThat(RequestTexts.inBodies()).allSatisfy(text -> assertThat(text.isAnnotationPresent(Typed.class)).as(RequestTexts.name(text)).isTrue());
        assertThat(texts()).as("no row for what is no longer there").containsExactlyInAnyOrderElementsOf(rows().keySet());
        assertThat(RequestTexts.otherShapesInBodies()).as("answers of the form are taken in by DraftIntake")
                .containsExactly("Drafts.Typed.answers: JsonNode", "TypingController.Paper.answers: JsonNode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"reason\":", "[]", "\"x\"", "7", "{\"reason\":{\"a\":1}}", "{\"reason\":[\"a\"]}", "{\"reason\":\"a\u0000\"}",
        "{\"reason\":\"\u0001\"}", "<reason/>"})
    void whatIsNoRequestIsAnsweredWithASentence(String body) {
        RawHttp.Answer answer = WebappSession.login(http, VISITOR).send("POST", API + "/visits/" + ward.scheduled().id() + "/correct", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("không đúng dạng").doesNotContain("Exception", "Unexpected");
    }

    @Test
    void bytesThatAreNoTextAreAnsweredWithASentence() {
        WebappSession session = WebappSession.login(http, VISITOR);
        byte[] half = "{\"reason\":\"\u00c3(\"}".getBytes(StandardCharsets.ISO_8859_1);
        RawHttp.Answer answer = http.sendBytes("POST", API + "/visits/" + ward.scheduled().id() + "/correct", half,
                "Cookie: " + session.cookieLine(), "X-XSRF-TOKEN: " + session.cookieLine().replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("không đúng dạng");
    }

    /** Where questions go, by the name found in the controller. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("CalendarController.limits.unit", "/camunda/api/calendar/changes/999999/limits?unit="),
            Map.entry("ExtensionController.communes.name", API + "/extensions/communes?name="),
            Map.entry("ExtensionController.limits.unit", API + "/extensions/tasks/x/limits?unit="),
            Map.entry("ImportController.changes.unit", "/camunda/api/organization/imports/999999/changes?unit="),
            Map.entry("LookupController.cells.name", "/camunda/api/organization/cells?name="),
            Map.entry("LookupController.communes.name", "/camunda/api/organization/communes?name="));

    static Stream<String> questions() {
        return RequestTexts.inQuestions().stream();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionIsATextToo(String question) {
        assertThat(QUESTIONS).as("a row for every text of a question, also for a new one").containsKey(question);
        String address = QUESTIONS.get(question);
        for (String user : List.of(BOARD, "quantri")) {
            WebappSession session = WebappSession.login(http, user);
            Stream.concat(HostileText.shownAsTyped().values().stream(), HostileText.broken()).forEach(text -> {
                RawHttp.Answer answer = session.get(address + URLEncoder.encode(text, StandardCharsets.UTF_8));
                assertThat(answer.status()).as(user + " " + text + " " + answer.body()).isIn(200, 400, 404);
            });
            assertThat(session.get(address + "x".repeat(1_000)).status()).isIn(200, 400, 404);
            assertThat(session.get(address + "%00").status()).isEqualTo(400);
        }
    }

    private static void assertSentence(RawHttp.Answer answer, String called) {
        if (called == null && answer.status() < 300) {
            return;
        }
        // A clean text of a list's key is none of the list: not found.
        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        try {
            JsonNode body = JSON.readTree(answer.body());
            assertThat(body.path("type").asText()).isEqualTo("RuleViolation");
            assertThat(body.path("message").asText().toLowerCase(Locale.ROOT)).contains(called == null ? "" : called).hasSizeLessThan(300);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static Shape shapeOf(String text) {
        RecordComponent component = RequestTexts.inBodies().stream().filter(each -> RequestTexts.name(each).equals(text)).findFirst().orElseThrow();
        return component.getAnnotation(Typed.class).as();
    }

    private static String json(String text) {
        try {
            return OutsideText.isBroken(text) ? ASCII.writeValueAsString(text) : JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

}
