package vn.dusinhhoat.access.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RequestTexts;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Rows C9, C11, C12 and C14 at the engine's own doors, at the login and in names of files. */
@RunningApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class HostileDoorsIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String VISITOR = "dv-16702-13";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper ASCII = new ObjectMapper(new JsonFactory().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true));
    private static final String ONE_LINE = String.join(" ", HostileText.TEMPLATE, HostileText.IMAGE, HostileText.BREAKS, HostileText.DECOMPOSED,
            HostileText.REVERSED);

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    /** A text of the engine's: how it is sent, and where it is kept. */
    private record Door(String user, String method, String address, String body, String kept) {
    }

    private Map<String, Door> doors() {
        Map<String, Door> doors = new LinkedHashMap<>();
        doors.put("filter", new Door("quantri", "POST", ENGINE + "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":%s,\"owner\":\"quantri\",\"query\":{},\"properties\":{}}",
                "select name_ from act_ru_filter where owner_ = 'quantri' order by length(name_) desc limit 1"));
        doors.put("group", new Door("quantri", "POST", ENGINE + "/group/create", "{\"id\":\"thunghiemchu\",\"name\":%s,\"type\":\"WORKFLOW\"}",
                "select name_ from act_id_group where id_ = 'thunghiemchu'"));
        doors.put("tenant", new Door("quantri", "POST", ENGINE + "/tenant/create", "{\"id\":\"thunghiemchu\",\"name\":%s}",
                "select name_ from act_id_tenant where id_ = 'thunghiemchu'"));
        doors.put("first name", new Door("quantri", "POST", ENGINE + "/user/create", "{\"profile\":{\"id\":\"thunghiemchu\",\"firstName\":%s,"
                + "\"lastName\":\"x\"},\"credentials\":{\"password\":\"mot-cau-dai-de-nho\"}}",
                "select first_ from act_id_user where id_ = 'thunghiemchu'"));
        doors.put("comment", new Door("quantri", "POST", ENGINE + "/task/" + openTask() + "/comment/create", "{\"message\":%s}",
                "select convert_from(full_msg_, 'UTF8') from act_hi_comment order by time_ desc limit 1"));
        return doors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter", "group", "tenant", "first name", "comment"})
    void atTheEnginesDoorsATextIsRefusedByNameOrKeptAsText(String which) throws Exception {
        Door door = doors().get(which);
        WebappSession session = WebappSession.login(http, door.user());
        try {
            for (String refused : List.of(HostileText.NUL, HostileText.HALF, HostileText.LONG, HostileText.VERY_LONG)) {
                RawHttp.Answer answer = session.send(door.method(), door.address(), door.body().replace("%s", json(refused)));
                assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                assertThat(JSON.readTree(answer.body()).path("message").asText()).startsWith("Phần \"").endsWith(".");
            }
            RawHttp.Answer answer = session.send(door.method(), door.address(), door.body().replace("%s", json(ONE_LINE)));
            assertThat(answer.status()).as(answer.body()).isIn(200, 204);
            String expected = which.equals("comment") ? OutsideText.lines(ONE_LINE, "") : OutsideText.line(ONE_LINE, "");
            assertThat(sql.sql(door.kept()).query(String.class).single()).isEqualTo(expected);
        } finally {
            sql.sql("delete from act_ru_filter where owner_ = 'quantri' and name_ like '%{{7%'").update();
            sql.sql("delete from act_ru_authorization where resource_id_ = 'thunghiemchu' or user_id_ = 'thunghiemchu' or group_id_ = 'thunghiemchu'").update();
            sql.sql("delete from act_id_group where id_ = 'thunghiemchu'").update();
            sql.sql("delete from act_id_tenant where id_ = 'thunghiemchu'").update();
            sql.sql("delete from act_id_user where id_ = 'thunghiemchu'").update();
        }
    }

    /** A case begins with its form; what somebody writes as its business key begins nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"calendar-change", "organization-import", "limit-extension"})
    void aBusinessKeyIsAnId(String model) {
        WebappSession session = WebappSession.login(http, "quantri");
        long before = count(model);
        Stream.concat(HostileText.shownAsTyped().values().stream(), Stream.concat(HostileText.broken(), Stream.of(HostileText.LONG))).forEach(key -> {
            for (String action : List.of("start", "submit-form")) {
                RawHttp.Answer answer = session.send("POST", ENGINE + "/process-definition/key/" + model + "/" + action,
                        "{\"businessKey\":" + json(key) + ",\"variables\":{}}");
                assertThat(answer.status()).as(key + ": " + answer.body()).isBetween(400, 404);
            }
        });
        assertThat(count(model)).isEqualTo(before);
    }

    /** C9: a value longer than its column, or none that the database takes. */
    @Test
    void aVariableIsRefusedWithASentence() throws Exception {
        WebappSession visitor = WebappSession.login(http, VISITOR);
        String task = openTask();
        for (String value : List.of(HostileText.NUL, HostileText.HALF, HostileText.LONG)) {
            for (String action : List.of("submit-form", "complete")) {
                RawHttp.Answer answer = visitor.send("POST", ENGINE + "/task/" + task + "/" + action,
                        "{\"variables\":{\"decision\":{\"value\":" + json(value) + ",\"type\":\"String\"}}}");
                assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                assertThat(JSON.readTree(answer.body()).path("type").asText()).isEqualTo("RuleViolation");
            }
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    static Stream<String> names() {
        return Stream.concat(HostileText.shownAsTyped().values().stream(), Stream.of(HostileText.NUL, "quantri\r\n2026 INFO gia mạo", "x".repeat(5_000)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void atTheLoginANameIsANameAndOneLineOfTheLog(String name, CapturedOutput output) {
        RawHttp.Answer page = http.get("/camunda/app/tasklist/default/");
        RawHttp.Answer form = http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password=x",
                "Content-Type: application/x-www-form-urlencoded", "Cookie: " + page.cookies(),
                "X-XSRF-TOKEN: " + page.cookies().replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1"));
        assertThat(form.status()).as(form.body()).isIn(400, 401);
        RawHttp.Answer basic = http.get("/engine-rest/task?maxResults=1", "Authorization: Basic "
                + Base64.getEncoder().encodeToString((name + ":x").getBytes(StandardCharsets.UTF_8)));
        assertThat(basic.status()).as(basic.body()).isIn(400, 401);
        assertThat(output.getAll().lines()).noneMatch(line -> line.startsWith("2026 INFO") || line.startsWith("2026-01-01T00:00:00.000"));
    }

    @Test
    void uploadsAreKnown() {
        assertThat(RequestTexts.uploads()).as("a row below for every upload, also for a new one")
                .containsExactly("ImportController.replaceFile", "ImportController.upload", "ReportFileController.add");
    }

    @Test
    void aFileKeepsAHarmlessNameOnItsWayInAndOut() throws Exception {
        WebappSession visitor = WebappSession.login(http, VISITOR);
        String files = "/camunda/api/attendance/tasks/" + openTask() + "/files";
        for (String text : HostileText.shownAsTyped().values()) {
            // As browsers write it: quotes and breaks coded.
            String name = text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A").replace("\u0007", "") + ".pdf";
            RawHttp.Answer added = visitor.upload(files, name, "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
            assertThat(added.status()).as(name + " " + added.body()).isEqualTo(200);
            JsonNode file = JSON.readTree(added.body());
            String kept = file.path("name").asText();
            assertThat(kept).endsWith(".pdf").doesNotContain("/", "\\", "<", ">", "\"", "\r", "\n", "\u202E", "\u200B");
            assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
            RawHttp.Answer download = visitor.get(files + "/" + file.path("id").asLong());
            assertThat(download.status()).isEqualTo(200);
            assertThat(download.header("Content-Disposition")).startsWith("attachment; filename=").contains("filename*=UTF-8''");
            assertThat(download.header("Content-Type")).startsWith("application/octet-stream");
            assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(download.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x=1"));
            visitor.send("DELETE", files + "/" + file.path("id").asLong(), null);
        }
    }

    @Test
    void aWorkbookKeepsAHarmlessName() throws Exception {
        WebappSession admin = WebappSession.login(http, "quantri");
        String imports = "/camunda/api/organization/imports";
        RawHttp.Answer uploaded = admin.upload(imports, "../../<img src=x>{{7*7}}\u202E" + HostileText.DECOMPOSED + ".xlsx", new byte[] {1, 2, 3});
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
        long id = JSON.readTree(uploaded.body()).path("id").asLong();
        String task = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> JSON.readTree(admin.get(imports + "/" + id).body())
                .path("taskId").asText(""), found -> !found.isEmpty() && !found.equals("null"));
        assertThat(nameOf(id)).isEqualTo("_img src=x_{{7_7}}Đề nghị sửa đường Trưng Nữ Vương.xlsx");
        assertThat(admin.upload(imports + "/" + id + "/file", "a\u202E".repeat(300) + ".xlsx", new byte[] {1}).status()).isEqualTo(200);
        assertThat(nameOf(id)).isEqualTo("a".repeat(250) + ".xlsx");
        for (String download : List.of("/imports/" + id + "/faults.xlsx", "/template.xlsx", "/current.xlsx")) {
            RawHttp.Answer answer = admin.get("/camunda/api/organization" + download);
            assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(admin.send("POST", ENGINE + "/task/" + task + "/complete", "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}").status())
                .isEqualTo(204);
    }

    private String nameOf(long importId) {
        return sql.sql("select file_name from organization_import where id = ?").param(importId).query(String.class).single();
    }

    private long count(String model) {
        return sql.sql("select count(*) from act_hi_procinst where proc_def_key_ = ?").param(model).query(Long.class).single();
    }

    private String openTask() {
        long cell = sql.sql("""
                select c.id from party_unit c join party_unit w on w.id = c.parent_id where w.code = '16702'
                  and c.id <> (select home_cell_id from person where user_id = ?) order by c.id limit 1""")
                .param(VISITOR).query(Long.class).single();
        Visit visit = fixture.visitOf(VISITOR, cell, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(), found -> found != null).getId();
    }

    private static String json(String text) {
        try {
            return OutsideText.isBroken(text) ? ASCII.writeValueAsString(text) : JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
