package vn.dusinhhoat.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.files.TestFiles;
import vn.dusinhhoat.organization.register.TestWorkbook;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.CapturedLog;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/**
 * Row D5: every name, number, text and file name of this run carries a mark; afterwards the mark stands in no line of the
 * log, nowhere in the engine's tables but with its users, in no entry of the audit and in no number for alerts.
 */
@RunningApplicationTest
class NoPersonalDataIT {

    /** In every piece of personal data, and in nothing else. */
    private static final Pattern MARK = Pattern.compile("xqz|0919191907", Pattern.CASE_INSENSITIVE);
    private static final String PHONE = "0919191907";
    private static final String VISITOR = "dv-16756-5";
    private static final String RECEIVER = "dv-16756-1";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OWN_TASKS = "/camunda/api/attendance/tasks/";
    private static final String IMPORTS = "/camunda/api/organization/imports";
    /** The engine's own record of a person: it needs the name to show it. */
    private static final List<String> TABLES_OF_USERS = List.of("act_id_user");

    @LocalServerPort
    private int port;
    @LocalManagementPort
    private int managementPort;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final ObjectMapper json = new ObjectMapper();
    private RawHttp http;
    private CapturedLog log;

    @BeforeEach
    void markThePeople() {
        http = new RawHttp(port);
        for (String user : List.of(VISITOR, RECEIVER)) {
            sql.sql("update person set full_name = 'Đặng Thị Xqzhoten', phone = ?, email = 'xqzthu@example.vn' where user_id = ?")
                    .params(PHONE, user).update();
            sql.sql("update act_id_user set first_ = 'Xqzhoten', last_ = 'Đặng Thị', email_ = 'xqzthu@example.vn' where id_ = ?").param(user).update();
        }
        log = CapturedLog.begin();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    /** The search itself finds what it should: in the log, in the causes, in every kind of column. */
    @Test
    void theSearchFindsAMark() {
        LoggerFactory.getLogger("thu").warn("x", new IllegalStateException("y", new IllegalStateException("Đặng Thị XQZhoten")));
        assertThat(markedLines(log.text())).hasSize(1);
        sql.sql("insert into act_ge_bytearray (id_, name_, bytes_) values ('xqz-0', 'x', ?), ('thu-1', 'x', ?)")
                .params("a".getBytes(StandardCharsets.UTF_8), "Thị Xqzhoten".getBytes(StandardCharsets.UTF_8)).update();
        try {
            assertThat(markedRows()).hasEntrySatisfying("act_ge_bytearray", rows -> assertThat(rows).isGreaterThanOrEqualTo(2));
        } finally {
            sql.sql("delete from act_ge_bytearray where id_ in ('xqz-0', 'thu-1')").update();
        }
    }

    @Test
    void aFullRunLeavesNoNamesBehind() throws Exception {
        logins();
        searches();
        Visit visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1), "16756-2");
        WebappSession visitor = WebappSession.login(http, VISITOR);
        String task = awaitTask(visit);
        writeReport(visitor, task);
        brokenConstraint(visitor, task);
        strangersAndForeignInput(task);
        int version = json.readTree(visitor.get(OWN_TASKS + task).body()).path("version").asInt();
        visitor.send("PUT", OWN_TASKS + task + "/draft", draft("Chi bộ họp đúng giờ, Xqzbaocao.").replace("\"basedOn\":0", "\"basedOn\":" + version));
        RawHttp.Answer sent = visitor.send("POST", ENGINE + "/task/" + task + "/submit-form", "{}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
        receive(visit);
        importWithFaultsAndAFailingJob();
        assertThat(log.text()).as("the 500 was logged").contains("broken_for_a_test");
        assertNoMarks();
    }

    private void assertNoMarks() {
        assertThat(markedLines(log.text())).as("log").isEmpty();
        assertThat(markedRows()).as("tables of the engine and the audit").isEmpty();
        String numbers = new RawHttp(managementPort).get("/actuator/prometheus").body();
        assertThat(numbers).contains("http_server_requests_seconds_count").doesNotContain(VISITOR, RECEIVER, "quantri");
        assertThat(markedLines(numbers)).as("numbers for alerts").isEmpty();
    }

    private void logins() {
        RawHttp.Answer page = http.get("/camunda/app/tasklist/default/");
        for (String typed : List.of("Đặng Thị Xqzhoten", VISITOR)) {
            http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + typed + "&password=Xqzmatkhau",
                    "Content-Type: application/x-www-form-urlencoded", "Cookie: " + page.cookies(), "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN"));
        }
        sql.sql("update act_id_user set attempts_ = 0, lock_exp_time_ = null where id_ = ?").param(VISITOR).update();
        http.send("POST", "/account/password", "{\"userId\":\"Đặng Xqzhoten\",\"code\":\"XQZAA-AAAAA\",\"password\":\"Xqzmatkhau\"}");
        http.send("POST", "/account/password", "{\"userId\": Xqzhoten");
    }

    private void searches() {
        WebappSession admin = WebappSession.login(http, "quantri");
        String typed = "{\"name\":\"Xqzhoten\"}";
        assertThat(admin.send("POST", "/camunda/api/organization/people", typed).body()).contains("Xqzhoten");
        assertThat(admin.send("POST", "/camunda/api/access/accounts", typed).status()).isLessThan(500);
        assertThat(admin.send("POST", "/camunda/api/organization/people", "{\"name\":\"" + "Xqz".repeat(200) + "\"}").status()).isEqualTo(400);
        assertThat(admin.send("POST", "/camunda/api/organization/people", "{\"name\":Xqzhoten}").status()).isEqualTo(400);
        assertThat(admin.send("POST", "/camunda/api/organization/people", "{\"page\":\"Xqzhoten\"}").status()).isEqualTo(400);
        admin.get("/camunda/api/organization/cells?page=Xqzhoten");
        admin.get(ENGINE + "/user?firstNameLike=%25Xqz%25&sortBy=Xqz");
        WebappSession visitor = WebappSession.login(http, RECEIVER);
        assertThat(visitor.send("POST", "/camunda/api/attendance/assistants/candidates", typed).status()).isEqualTo(200);
    }

    private void writeReport(WebappSession visitor, String task) throws Exception {
        String draft = OWN_TASKS + task + "/draft";
        assertThat(visitor.send("PUT", draft, draft("Chi bộ họp đúng giờ, Xqzbaocao.")).status()).isEqualTo(200);
        for (String bad : List.of("{\"answers\":{\"summary\": Xqzbaocao", "{\"basedOn\":\"Xqz\",\"answers\":{}}", "{\"basedOn\":0,\"answers\":{\"xqz\":\"Xqz\"}}",
                "{\"basedOn\":1,\"answers\":{\"present\":\"Xqz\",\"summary\":\"" + "Xqz".repeat(3000) + "\"}}", "{\"basedOn\":0,\"answers\":{\"summary\":\"\\u0000Xqz\"}}")) {
            assertThat(visitor.send("PUT", draft, bad).status()).as(bad).isIn(200, 400, 409);
        }
        String files = OWN_TASKS + task + "/files";
        JsonNode file = json.readTree(visitor.upload(files, "Biên bản Xqztep.pdf", TestFiles.of("pdf")).body());
        assertThat(visitor.get(files + "/" + file.path("id").asLong()).status()).isEqualTo(200);
        assertThat(visitor.upload(files, "Xqztep.jpg", "<Xqz>".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(visitor.upload(files, "Xqztep.docx", "PK\u0003\u0004Xqz".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(visitor.upload(files, "Xqztep.pdf", TestFiles.pdf((20 << 20) + 1)).status()).isEqualTo(413);
    }

    /** The database refuses a row; its own words would quote the whole of it. */
    private void brokenConstraint(WebappSession visitor, String task) throws Exception {
        int version = json.readTree(visitor.get(OWN_TASKS + task).body()).path("version").asInt();
        broken("report", "content ->> 'summary' not like '%Xqzhong%'", () -> {
            RawHttp.Answer answer = visitor.send("PUT", OWN_TASKS + task + "/draft", draft("Xqzhong").replace("\"basedOn\":0", "\"basedOn\":" + version));
            assertThat(answer.status()).as(answer.body()).isEqualTo(500);
            assertThat(answer.body()).doesNotContainIgnoringCase("xqz");
            return null;
        });
    }

    private void strangersAndForeignInput(String task) {
        WebappSession stranger = WebappSession.login(http, "canbophuong");
        stranger.get(OWN_TASKS + task);
        stranger.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"Xqzhoten\"}");
        WebappSession visitor = WebappSession.login(http, VISITOR);
        visitor.send("POST", ENGINE + "/task/" + task + "/complete", "{\"variables\":{\"xqzbien\":{\"value\":\"Xqzgiatri\"}}}");
        visitor.send("POST", ENGINE + "/task/" + task + "/complete", "{\"variables\":{\"xqzbien\":{\"value\":\"Xqz\",\"type\":\"Object\"}}}");
        visitor.send("POST", ENGINE + "/task/" + task + "/complete", "{\"variables\": Xqz");
        visitor.send("POST", ENGINE + "/task/" + task + "/comment/create", "{\"message\":\"Xqzbinhluan\"}");
        visitor.send("POST", "/camunda/api/attendance/visits", "{\"cellId\":\"Xqz\",\"reason\":\"Xqzlydo\"}");
        visitor.send("POST", "/camunda/api/attendance/visits/1/absence", "{\"reason\":\"Xqz\",\"note\":\"Xqzghichu\"}");
        visitor.get("/camunda/api/attendance/Xqzhoten");
        visitor.get("/camunda/api/attendance/visits/Xqzhoten/story");
        WebappSession admin = WebappSession.login(http, "quantri");
        for (String process : List.of("organization-import", "calendar-change", "limit-extension")) {
            RawHttp.Answer started = admin.send("POST", ENGINE + "/process-definition/key/" + process + "/start",
                    "{\"businessKey\":\"Đặng Thị Xqzhoten\",\"variables\":{\"xqzbien\":{\"value\":\"Xqzgiatri\"}}}");
            assertThat(started.status()).as(process + started.body()).isGreaterThanOrEqualTo(400);
        }
        for (String process : List.of("attendance", "attendance-report", "report-correction")) {
            assertThat(admin.send("POST", ENGINE + "/process-definition/key/" + process + "/start", "{\"businessKey\":\"Đặng Thị Xqzhoten\"}").status())
                    .as(process).isEqualTo(400);
        }
        admin.send("POST", ENGINE + "/message", "{\"messageName\":\"Xqzten\",\"businessKey\":\"Xqzhoten\"}");
    }

    /** A text that the database refuses while the engine completes the task: the delegate's exception passes the engine. */
    private void receive(Visit visit) throws Exception {
        WebappSession receiver = WebappSession.login(http, RECEIVER);
        String reception = awaitTask(visit);
        assertThat(receiver.get(OWN_TASKS + reception).body()).contains("Xqzbaocao");
        assertThat(receiver.send("POST", ENGINE + "/task/" + reception + "/claim", "{\"userId\":\"" + RECEIVER + "\"}").status()).isEqualTo(204);
        assertThat(receiver.send("PUT", OWN_TASKS + reception + "/remark", "{\"remark\":\"Xqznhanxet\"}").status()).isEqualTo(200);
        String received = "{}";
        broken("report", "received_at is null or remark not like '%Xqznhanxet%'", () -> {
            assertThat(receiver.send("POST", ENGINE + "/task/" + reception + "/submit-form", received).status()).isEqualTo(500);
            return null;
        });
        RawHttp.Answer done = receiver.send("POST", ENGINE + "/task/" + reception + "/submit-form", received);
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    /** The faults of a workbook quote its cells; first the job that keeps them fails, then it succeeds. */
    private void importWithFaultsAndAFailingJob() throws Exception {
        WebappSession admin = WebappSession.login(http, "quantri");
        byte[] workbook = TestWorkbook.smallProvince().set(TestWorkbook.PEOPLE, 2, "Họ và tên", "Đặng Thị  Xqzhoten")
                .set(TestWorkbook.PEOPLE, 3, "Mã chi bộ nơi sinh hoạt", "Xqzma").bytes();
        assertThat(admin.upload(IMPORTS, "Xqztep.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8)).status()).isLessThan(500);
        admin.upload(IMPORTS, "Xqztep.xlsx", new byte[0]);
        cancelOpenImports(admin);
        long id = broken("organization_import_fault", "value not ilike '%xqz%'", () -> {
            RawHttp.Answer uploaded = admin.upload(IMPORTS, "Danh sách Xqztep.xlsx", workbook);
            assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(200);
            Job failed = Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> management.createJobQuery()
                    .processDefinitionKey("organization-import").withException().singleResult(), job -> job != null);
            assertThat(management.getJobExceptionStacktrace(failed.getId())).contains("broken_for_a_test");
            assertThat(markedRows()).as("while the job has failed").isEmpty();
            management.setJobDuedate(failed.getId(), null);
            return read(uploaded).path("id").asLong();
        });
        String task = Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> read(admin.get(IMPORTS + "/" + id)).path("taskId").asText(null),
                found -> found != null);
        assertThat(admin.get(IMPORTS + "/" + id + "/faults").body()).contains("Xqz");
        assertThat(admin.send("POST", ENGINE + "/task/" + task + "/submit-form", "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}").status())
                .isEqualTo(204);
    }

    private void cancelOpenImports(WebappSession admin) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            for (var task : tasks.createTaskQuery().processDefinitionKey("organization-import").list()) {
                admin.send("POST", ENGINE + "/task/" + task.getId() + "/submit-form", "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}");
            }
            return sql.sql("select count(*) from organization_import where state not in ('APPLIED', 'CANCELLED')").query(Integer.class).single() == 0;
        });
    }

    /** Typed names in an address would be kept by every proxy and browser on the way. */
    @Test
    void noSearchForPeopleTakesANameInTheAddress() {
        Map<String, List<String>> byName = new TreeMap<>();
        for (HandlerMethod endpoint : requestMappingHandlerMapping.getHandlerMethods().values()) {
            if (endpoint.hasMethodAnnotation(GetMapping.class)) {
                List<String> texts = java.util.Arrays.stream(endpoint.getMethodParameters())
                        .filter(each -> each.hasParameterAnnotation(RequestParam.class) && each.getParameterType() == String.class)
                        .map(each -> String.valueOf(each.getParameter().getName())).toList();
                if (!texts.isEmpty()) {
                    byName.put(endpoint.getBeanType().getSimpleName() + "." + endpoint.getMethod().getName(), texts);
                }
            }
        }
        // Names and codes of places only.
        assertThat(byName.keySet()).containsExactlyInAnyOrder("CalendarController.limits", "ExtensionController.communes",
                "ExtensionController.limits", "ImportController.changes", "LookupController.cells", "LookupController.communes");
    }

    private interface Work<T> {
        T run() throws Exception;
    }

    private <T> T broken(String table, String rule, Work<T> work) throws Exception {
        owner.sql("alter table " + table + " add constraint broken_for_a_test check (" + rule + ") not valid").update();
        try {
            return work.run();
        } finally {
            owner.sql("alter table " + table + " drop constraint broken_for_a_test").update();
        }
    }

    private static List<String> markedLines(String text) {
        return text.lines().filter(line -> MARK.matcher(line).find()).toList();
    }

    /** Tables with marked rows and how many, of all tables of the engine but those of its users, and of the audit. */
    private Map<String, Long> markedRows() {
        Map<String, Long> found = new TreeMap<>();
        List<String> tables = owner.sql("""
                select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and (relname like 'act\\_%' or relname = 'audit_event')""").query(String.class).list();
        for (String table : tables) {
            String row = table.equals("act_ge_bytearray") ? "concat_ws(' ', id_, name_, encode(bytes_, 'escape'))" : "t::text";
            long count = owner.sql("select count(*) from " + table + " t where " + row + " ~* ?").param(MARK.pattern()).query(Long.class).single();
            if (count > 0 && !TABLES_OF_USERS.contains(table)) {
                found.put(table, count);
            }
        }
        return found;
    }

    private static String draft(String summary) {
        return """
                {"basedOn":0,"answers":{"meetingKind":"REGULAR","startedAt":"19:30","endedAt":"21:00","present":"30",
                "required":"31","ownScore":"GOOD","recommendations":"NO","summary":"%s"}}""".formatted(summary);
    }

    private JsonNode read(RawHttp.Answer answer) throws Exception {
        return json.readTree(answer.body());
    }

    private String awaitTask(Visit visit) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(), found -> found != null).getId();
    }
}
