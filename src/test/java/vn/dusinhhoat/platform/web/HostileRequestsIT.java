package vn.dusinhhoat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.TimeZones;
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

    /** People of a ward of their own. */
    private static final String WARD = "16702";
    private static final String VISITOR = "dv-16702-12";
    private static final String RECEIVER = "dv-16702-1";
    private static final String BOARD = "dv-16702-4";
    private static final String OFFICE = "dv-16702-7";
    private static final String API = "/camunda/api/attendance";
    private static final String BOARD_API = "/camunda/api/supervision";
    private static final String EVENT = "select detail from visit_event where kind in ('URGED', 'ABSENCE_DECIDED', 'HANDED_OVER') order by id desc limit 1";
    private static final String ENGINE_TASK = "/camunda/api/engine/engine/default/task/";
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
    private Visit visit;

    /**
     * How a text gets in.
     *
     * @param called what every refusal calls it
     * @param send   sends a JSON value in the place of the text
     * @param kept   the text that holds it afterwards; null when it is a code or secret, which this never is
     */
    private record Row(String called, Function<String, RawHttp.Answer> send, Supplier<String> kept) {
    }

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    /** One change of the calendar at a time: the next one begins when this is given up. */
    @AfterEach
    void giveUpWhatWasBegun() {
        tasks.createTaskQuery().processDefinitionKey("calendar-change").list().forEach(open -> WebappSession.login(http, "quantri")
                .send("POST", ENGINE_TASK + open.getId() + "/complete", "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}"));
    }

    private Map<String, Supplier<Row>> rows() {
        Map<String, Supplier<Row>> rows = new HashMap<>(rowsOfVisits());
        rows.putAll(rowsOfReports());
        rows.putAll(rowsOfClerks());
        rows.putAll(rowsOfTheBoard());
        rows.putAll(rowsOfPlans());
        return rows;
    }

    private Map<String, Supplier<Row>> rowsOfVisits() {
        return Map.ofEntries(
                Map.entry("HostController.Objection.reason", () -> {
                    attended();
                    return row("nội dung cần xem lại", OFFICE, "POST", API + "/host/visits/" + visit.id() + "/objection",
                            "{\"reason\":%s}", "select host_objection from visit where id = " + visit.id());
                }),
                Map.entry("MyVisitsController.Extra.reason", () -> row("dự ngoài kế hoạch", VISITOR, "POST", API + "/visits",
                        "{\"cellId\":" + cell() + ",\"meetingAt\":\"" + today().plusDays(9) + "T19:30\",\"reason\":%s}",
                        "select detail from visit_event order by id desc limit 1")),
                Map.entry("MyVisitsController.Span.note", () -> row("lý do", VISITOR, "POST", API + "/visits/absence-days",
                        "{\"from\":\"" + today().plusDays(300) + "\",\"to\":\"" + today().plusDays(300) + "\",\"reason\":\"OTHER\",\"note\":%s}",
                        "select note from absence_entry order by id desc limit 1")),
                Map.entry("VisitChangeController.Move.reason", () -> onVisit("lý do đổi lịch", scheduled(), "/move",
                        "{\"meetingAt\":\"" + today().plusDays(21) + "T20:00\",\"reason\":%s}")),
                Map.entry("VisitChangeController.Absence.note", () -> {
                    scheduled();
                    return row("lý do", VISITOR, "POST", API + "/visits/" + visit.id() + "/absence", "{\"reason\":\"OTHER\",\"note\":%s}",
                            "select absence_note from visit where id = " + visit.id());
                }),
                Map.entry("VisitChangeController.NotHeld.note", () -> {
                    attended();
                    return onVisit("vì sao chi bộ không họp", visit, "/not-held", "{\"note\":%s}");
                }),
                Map.entry("VisitChangeController.Correction.reason", () -> onVisit("lý do đính chính", received(), "/correct", "{\"reason\":%s}")));
    }

    private Map<String, Supplier<Row>> rowsOfReports() {
        return Map.ofEntries(
                Map.entry("ReportFormController.PaperRequest.number", () -> row("số của bản giấy", VISITOR, "PUT", task(attended()) + "/paper",
                        "{\"day\":\"" + today() + "\",\"number\":%s}", "select paper_number from report where visit_id = " + visit.id())),
                Map.entry("ReportFormController.RemarkRequest.remark", () -> row("nhận xét", RECEIVER, "PUT", task(sent()) + "/remark",
                        "{\"remark\":%s}", "select remark from report where visit_id = " + visit.id())),
                Map.entry("ReportFormController.SupplementRequest.request", () -> row("nội dung đề nghị bổ sung", RECEIVER, "PUT",
                        task(sent()) + "/supplement-request", "{\"request\":%s}",
                        "select supplement_request from report where visit_id = " + visit.id())),
                Map.entry("TypingController.Paper.number", () -> {
                    attended();
                    return row("số của bản giấy", OFFICE, "POST", API + "/typing/" + visit.id() + "/paper",
                            "{\"arrival\":\"" + today() + "\",\"number\":%s}", "select paper_number from report where visit_id = " + visit.id());
                }));
    }

    private Map<String, Supplier<Row>> rowsOfClerks() {
        return Map.ofEntries(
                Map.entry("WantedExtension.communes", () -> row("xã, phường", OFFICE, "POST", API + "/extensions",
                        extension("[%s]", "\"1\"", "\"Lũ\""), null)),
                Map.entry("WantedExtension.documentNumber", () -> row("số, ký hiệu văn bản", OFFICE, "POST", API + "/extensions",
                        extension("[\"" + WARD + "\"]", "%s", "\"Lũ\""), "select document from limit_extension order by id desc limit 1")),
                Map.entry("WantedExtension.reason", () -> row("lý do", OFFICE, "POST", API + "/extensions",
                        extension("[\"" + WARD + "\"]", "\"1\"", "%s"), "select reason from limit_extension order by id desc limit 1")),
                Map.entry("CalendarController.WantedDay.name", () -> row("tên ngày", "quantri", "POST", "/camunda/api/calendar/changes",
                        calendarDay("%s", "\"Thông báo\""), "select name from calendar_change_day order by change_id desc limit 1")),
                Map.entry("CalendarController.WantedDay.source", () -> row("căn cứ", "quantri", "POST", "/camunda/api/calendar/changes",
                        calendarDay("\"Nghỉ\"", "%s"), "select source from calendar_change_day order by change_id desc limit 1")),
                Map.entry("AccountController.Chosen.userIds", () -> row("tài khoản", BOARD, "POST", "/camunda/api/access/accounts/codes",
                        "{\"userIds\":[%s]}", null)),
                Map.entry("DutyController.TableOnly.id", () -> row("bảng", "quantri", "POST", "/camunda/api/duties/tables", "{\"id\":%s}", null)),
                Map.entry("PasswordController.Request.userId", () -> password("tên đăng nhập", "{\"userId\":%s,\"code\":\"x\",\"password\":\"x\"}")),
                Map.entry("PasswordController.Request.code", () -> password("mã", "{\"userId\":\"x\",\"code\":%s,\"password\":\"x\"}")),
                Map.entry("PasswordController.Request.password", () -> password("đề nghị", "{\"userId\":\"x\",\"code\":\"x\",\"password\":%s}")));
    }

    private Map<String, Supplier<Row>> rowsOfTheBoard() {
        return Map.ofEntries(
                Map.entry("BoardQuery.unit", () -> row("đơn vị", OFFICE, "POST", BOARD_API + "/board", "{\"unit\":%s}", null)),
                Map.entry("BoardQuery.kind", () -> row("loại việc", OFFICE, "POST", BOARD_API + "/board", "{\"kind\":%s}", null)),
                Map.entry("BoardQuery.definitionId", () -> row("sơ đồ", OFFICE, "POST", BOARD_API + "/board", "{\"definitionId\":%s}", null)),
                Map.entry("ActionController.UrgeRequest.tasks", () -> chosen("/urge")),
                Map.entry("ActionController.ExtendRequest.tasks", () -> chosen("/extend")),
                Map.entry("ActionController.HandOverRequest.tasks", () -> chosen("/hand-over")),
                Map.entry("ActionController.ExcuseRequest.tasks", () -> chosen("/excuse")),
                Map.entry("ActionController.UrgeRequest.reason", () -> action("/urge", late(), "", EVENT)),
                Map.entry("ActionController.ExtendRequest.reason", () -> action("/extend", late(), "\"lastDay\":\"" + today().plusDays(20) + "\",",
                        "select reason from report_extension order by id desc limit 1")),
                Map.entry("ActionController.ExcuseRequest.reason", () -> action("/excuse", late(), "\"absence\":\"MISSION\",", EVENT)),
                Map.entry("ActionController.HandOverRequest.reason", () -> action("/hand-over", sent(), "\"to\":\"dv-16702-2\",", EVENT)),
                Map.entry("ActionController.HandOverRequest.to", () -> row("đồng chí nhận việc", OFFICE, "POST", BOARD_API + "/actions/hand-over",
                        "{\"tasks\":[\"" + openTask(sent()) + "\"],\"to\":%s}", null)));
    }

    private Row chosen(String action) {
        return row("việc được chọn", OFFICE, "POST", BOARD_API + "/actions" + action, "{\"tasks\":[%s]}", null);
    }

    private Row action(String action, Visit of, String more, String kept) {
        return row("lý do", OFFICE, "POST", BOARD_API + "/actions" + action,
                "{\"tasks\":[\"" + openTask(of) + "\"]," + more + "\"reason\":%s}", kept);
    }

    private Map<String, Supplier<Row>> rowsOfPlans() {
        String api = "/camunda/api/plans";
        return Map.ofEntries(
                Map.entry("MemberPlans.Typed.theme", () -> {
                    long line = line("WRITING", "DRAFT");
                    return plan("nội dung dự kiến", VISITOR, "PUT", api + "/" + planOf(line), "\"lines\":[{\"id\":" + line + ",\"theme\":%s}]",
                            "select theme from plan_line where id = " + line, "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("PlanController.Comments.comment", () -> {
                    long line = line("CHECKING", "SENT");
                    return plan("ý kiến", BOARD, "PUT", api + "/" + planOf(line) + "/comments", "\"comment\":%s",
                            "select board_comment from member_plan where id = " + planOf(line), "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("BoardSteps.LineComment.comment", () -> {
                    long line = line("CHECKING", "SENT");
                    return plan("ý kiến", BOARD, "PUT", api + "/" + planOf(line) + "/comments", "\"lines\":[{\"id\":" + line + ",\"comment\":%s}]",
                            "select board_comment from plan_line where id = " + line, "select row_version from member_plan where id = " + planOf(line));
                }),
                Map.entry("HostAgreements.TypedAnswer.note", () -> {
                    long line = line("COORDINATING", "SENT");
                    long request = sql.sql("select host_request_id from plan_line where id = ?").param(line).query(Long.class).single();
                    return plan("ý kiến", OFFICE, "PUT", api + "/requests/" + request, "\"lines\":[{\"id\":" + line + ",\"note\":%s}]",
                            "select host_note from plan_line where id = " + line, "select row_version from host_request where id = " + request);
                }),
                Map.entry("PlanController.Wanted.reason", () -> {
                    long line = line("IN_FORCE", "IN_FORCE");
                    return row("lý do điều chỉnh", VISITOR, "POST", api + "/" + planOf(line) + "/amendments", "{\"lines\":[" + line + "],\"reason\":%s}",
                            "select reason from plan_campaign order by id desc limit 1");
                }),
                Map.entry("CampaignController.Reason.reason", () -> {
                    long campaign = campaignOf(line("WRITING", "DRAFT"));
                    return row("lý do", BOARD, "POST", api + "/campaigns/" + campaign + "/end", "{\"reason\":%s}",
                            "select detail from plan_event where kind = 'ENDED' and plan_id is null and campaign_id = " + campaign);
                }),
                Map.entry("CampaignController.Note.note", () -> {
                    long campaign = campaignOf(line("OPINION", "SENT"));
                    return row("nội dung ý kiến", RECEIVER, "PUT", api + "/campaigns/" + campaign + "/opinion", "{\"note\":%s}",
                            "select opinion_note from plan_campaign where id = " + campaign);
                }),
                Map.entry("CampaignController.Opening.unit", () -> row("đơn vị", BOARD, "POST", api + "/campaigns", "{\"unit\":%s,\"year\":2031}", null)));
    }

    /** With the version that is true when it is sent. */
    private Row plan(String called, String user, String method, String address, String body, String kept, String version) {
        WebappSession session = WebappSession.login(http, user);
        return new Row(called, json -> session.send(method, address, "{\"version\":" + sql.sql(version).query(Long.class).single() + ","
                + body.replace("%s", json) + "}"), () -> sql.sql(kept).query(String.class).single());
    }

    /** A plan of the ward's visitor with one line, as the tables keep it. */
    private long line(String campaignState, String state) {
        Long campaign = sql.sql("""
                insert into plan_campaign (unit_id, year, kind, state, reason, started_at)
                select id, 2031, 'AMENDMENT', ?, 'Thử', now() from party_unit where code = ? returning id""").params(campaignState, WARD)
                .query(Long.class).single();
        Long plan = sql.sql("insert into member_plan (campaign_id, person_id, state) select ?, id, ? from person where user_id = ? returning id")
                .params(campaign, state, VISITOR).query(Long.class).single();
        Long request = sql.sql("""
                insert into host_request (campaign_id, unit_id, round, state, asked_at)
                select ?, id, 1, 'ASKED', now() from party_unit where code = ? returning id""").params(campaign, WARD).query(Long.class).single();
        return sql.sql("""
                insert into plan_line (plan_id, cadence, first_day, cell_id, meeting_at, state, host_request_id)
                values (?, 'MONTHLY', date '2031-02-01', ?, timestamptz '2031-02-03 12:30Z', ?, ?) returning id""")
                .params(plan, cell(), state, request).query(Long.class).single();
    }

    private long planOf(long line) {
        return sql.sql("select plan_id from plan_line where id = ?").param(line).query(Long.class).single();
    }

    private long campaignOf(long line) {
        return sql.sql("select campaign_id from member_plan where id = ?").param(planOf(line)).query(Long.class).single();
    }

    static Stream<String> texts() {
        return RequestTexts.inBodies().stream().map(RequestTexts::name).filter(text -> !SEARCHES.contains(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextIsRefusedByNameOrKeptAsText(String text) {
        assertThat(rows()).as("a row for every text of a request, also for a new one").containsKey(text);
        Row row = rows().get(text).get();
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
        API + "/visits/cells, name", BOARD_API + "/board, text"})
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
        RawHttp.Answer answer = WebappSession.login(http, VISITOR).send("POST", API + "/visits/" + scheduled().id() + "/correct", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("không đúng dạng").doesNotContain("Exception", "Unexpected");
    }

    @Test
    void bytesThatAreNoTextAreAnsweredWithASentence() {
        WebappSession session = WebappSession.login(http, VISITOR);
        byte[] half = "{\"reason\":\"\u00c3(\"}".getBytes(StandardCharsets.ISO_8859_1);
        RawHttp.Answer answer = http.sendBytes("POST", API + "/visits/" + scheduled().id() + "/correct", half,
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

    private Row row(String called, String user, String method, String address, String body, String kept) {
        WebappSession session = WebappSession.login(http, user);
        return new Row(called, json -> session.send(method, address, body.replace("%s", json)),
                kept == null ? null : () -> sql.sql(kept).query(String.class).single());
    }

    private Row onVisit(String called, Visit of, String action, String body) {
        return row(called, VISITOR, "POST", API + "/visits/" + of.id() + action, body,
                "select detail from visit_event where visit_id = " + of.id() + " order by id desc limit 1");
    }

    private Row password(String called, String body) {
        return new Row(called, json -> http.send("POST", "/account/password", body.replace("%s", json)), null);
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

    private static LocalDate today() {
        return LocalDate.now(TimeZones.VIETNAM);
    }

    private static String extension(String communes, String number, String reason) {
        return "{\"communes\":" + communes + ",\"meetingsFrom\":\"" + today() + "\",\"meetingsTo\":\"" + today() + "\",\"moreDays\":2,"
                + "\"documentKind\":\"OFFICIAL_LETTER\",\"documentNumber\":" + number + ",\"documentDate\":\"" + today() + "\",\"reason\":"
                + reason + "}";
    }

    private static String calendarDay(String name, String source) {
        LocalDate day = today().plusMonths(7);
        LocalDate weekday = day.getDayOfWeek().getValue() > 5 ? day.plusDays(2) : day;
        return "{\"days\":[{\"day\":\"" + weekday + "\",\"kind\":\"OFF\",\"name\":" + name + ",\"source\":" + source + "}]}";
    }

    private long cell() {
        return sql.sql("""
                select c.id from party_unit c join party_unit w on w.id = c.parent_id where w.code = ?
                  and c.id <> (select home_cell_id from person where user_id = ?) order by c.id limit 1""")
                .params(WARD, VISITOR).query(Long.class).single();
    }

    private Visit scheduled() {
        visit = fixture.visitOf(VISITOR, cell(), today().plusDays(20));
        return visit;
    }

    private Visit attended() {
        visit = fixture.visitOf(VISITOR, cell(), today().minusDays(1));
        awaitTask("task_writeReportOneDay");
        return visit;
    }

    private Visit sent() {
        attended();
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        complete(VISITOR, "task_writeReportOneDay");
        awaitTask("task_receiveReport");
        WebappSession.login(http, RECEIVER).send("POST", ENGINE_TASK + awaitTask("task_receiveReport") + "/claim",
                "{\"userId\":\"" + RECEIVER + "\"}");
        return visit;
    }

    private Visit received() {
        sent();
        complete(RECEIVER, "task_receiveReport");
        return visit;
    }

    private void complete(String user, String step) {
        String body = step.contains("receive") ? "{\"variables\":{\"receptionDecision\":{\"value\":\"RECEIVED\"}}}" : "{}";
        RawHttp.Answer done = WebappSession.login(http, user).send("POST", ENGINE_TASK + awaitTask(step) + "/submit-form", body);
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    private Visit late() {
        visit = fixture.visitOf(VISITOR, cell(), today().minusDays(20));
        awaitTask("task_writeReportOneDay");
        return visit;
    }

    private String task(Visit of) {
        return API + "/tasks/" + openTask(of);
    }

    private String openTask(Visit of) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(of.id())).list().get(0).getId();
    }

    private String awaitTask(String step) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(step).singleResult(), found -> found != null).getId();
    }
}
