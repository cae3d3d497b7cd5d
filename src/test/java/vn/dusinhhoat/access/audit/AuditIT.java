package vn.dusinhhoat.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.files.TestFiles;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Row D2: logins, refusals and reads, as they come through the doors. */
@RunningApplicationTest
class AuditIT {

    /** People of a ward of their own. */
    private static final String VISITOR = "dv-16750-5";
    private static final String RECEIVER = "dv-16750-1";
    private static final String PASSWORD = "mot-mat-khau-du-dai";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/";
    private static final String OWN_TASKS = "/camunda/api/attendance/tasks/";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private Accounts accounts;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private FilterRegistrationBean<DoorAuditFilter> doorAudit;
    @Autowired
    @Qualifier("loginRate")
    private FilterRegistrationBean<?> loginRate;

    private final ObjectMapper json = new ObjectMapper();
    private RawHttp http;
    private long before;

    @BeforeEach
    void begin() {
        http = new RawHttp(port);
        before = sql.sql("select coalesce(max(id), 0) from audit_event").query(Long.class).single();
    }

    @Test
    void loginsAndLogouts() {
        String user = account();
        WebappSession session = WebappSession.login(http, user, PASSWORD);
        session.send("POST", "/camunda/api/admin/auth/user/default/logout", "");
        assertThat(written()).containsExactly("LOGIN " + user + " account " + user + " DONE tasklist", "LOGOUT " + user + " account " + user + " DONE null");
        assertThat(sql.sql("select distinct remote_address from audit_event where id > ?").param(before).query(String.class).single())
                .isEqualTo("127.0.0.1");
    }

    /** A password typed into the field for the name must not become an entry. */
    @Test
    void loginsThatFailSayWhyAndKeepNothingThatIsNoUserId() {
        String user = account();
        String locked = account();
        sql.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 hour' where id_ = ?").param(locked).update();
        login(user, "sai");
        login("Mật khẩu của tôi", "sai");
        login(locked, PASSWORD);
        http.get("/engine-rest/task", basic(locked, "sai"));
        http.get("/engine-rest/task", basic("ai-do", "sai"));
        http.get("/engine-rest/task", "Authorization: Basic %%%");
        http.get("/engine-rest/task");
        assertThat(written()).containsExactly("LOGIN null account " + user + " REFUSED tasklist WRONG_PASSWORD",
                "LOGIN null null null REFUSED tasklist UNKNOWN_USER", "LOGIN null account " + locked + " REFUSED tasklist LOCKED",
                "LOGIN null account " + locked + " REFUSED engine-rest LOCKED", "LOGIN null null null REFUSED engine-rest UNKNOWN_USER",
                "LOGIN null null null REFUSED engine-rest UNKNOWN_USER");
    }

    @Test
    void refusalsAtOwnDoorsAndAtTheEngines() throws Exception {
        Visit visit = visit();
        String task = awaitTask(visit);
        WebappSession stranger = WebappSession.login(http, "canbophuong");
        begin();
        stranger.get(OWN_TASKS + task);
        stranger.send("POST", TASKS + task + "/claim", "{\"userId\":\"canbophuong\"}");
        stranger.send("POST", "/camunda/api/engine/engine/default/deployment/create", "x", "Content-Type: multipart/form-data; boundary=x");
        stranger.send("POST", "/camunda/api/attendance/visits", "{\"reason\":\"Nguyễn Văn Ước\"}");
        stranger.send("GET", "/camunda/api/engine/engine/default/user/nguyen-van-uoc/profile?x=Nguyen", null);
        stranger.get("/camunda/api/attendance/nguyen-van-uoc");
        http.send("POST", "/account/password", "{\"userId\":\"canboxa\",\"code\":\"AAAAA-AAAAA\",\"password\":\"x\"}");
        assertThat(written()).contains("REFUSAL canbophuong tasks " + task + " REFUSED 404 GET /camunda/api/attendance/tasks/{}",
                "REFUSAL canbophuong task " + task + " REFUSED 404 POST /camunda/api/engine/engine/default/task/{}/claim",
                "REFUSAL canbophuong null null REFUSED 400 POST /camunda/api/attendance/visits",
                "REFUSAL canbophuong null null REFUSED 404 GET /camunda/api/engine/engine/default/user/{}/profile",
                "REFUSAL null null null REFUSED 400 POST /account/password")
                .anyMatch(line -> line.matches("REFUSAL canbophuong null null REFUSED 40[03] POST /camunda/api/engine/engine/default/deployment/create"))
                .anyMatch(line -> line.matches("REFUSAL canbophuong null null REFUSED 404 GET /camunda/api/(attendance|\\{})/\\{}"));
        assertThat(String.join("\n", written())).doesNotContain("uoc", "Ước");
    }

    @Test
    void whoHasReadWhichReportAndFile() throws Exception {
        Visit visit = visit();
        String task = awaitTask(visit);
        WebappSession visitor = WebappSession.login(http, VISITOR);
        long file = json.readTree(visitor.upload(OWN_TASKS + task + "/files", "Biên bản.pdf", TestFiles.of("pdf")).body()).path("id").asLong();
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        assertThat(visitor.send("POST", TASKS + task + "/submit-form", "{}").status()).isEqualTo(204);
        String reception = awaitTask(visit);
        WebappSession receiver = WebappSession.login(http, RECEIVER);
        begin();
        assertThat(receiver.get(OWN_TASKS + reception).status()).isEqualTo(200);
        assertThat(receiver.get(OWN_TASKS + reception + "/files/" + file).status()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/attendance/visits/" + visit.id() + "/files/" + file).status()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/attendance/visits/" + visit.id() + "/story").status()).isEqualTo(200);
        assertThat(readersOf(visit)).containsExactly(RECEIVER + " report", RECEIVER + " file " + file, VISITOR + " file " + file, VISITOR + " story");
    }

    /** What cannot be written down is not read. */
    @Test
    void aReadThatCannotBeWrittenDownIsRefused() throws Exception {
        Visit visit = visit();
        String task = awaitTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        WebappSession visitor = WebappSession.login(http, VISITOR);
        owner.sql("alter table audit_event add constraint broken check (kind <> 'READ') not valid").update();
        try {
            RawHttp.Answer answer = visitor.get(OWN_TASKS + task);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Chi bộ họp đúng giờ");
        } finally {
            owner.sql("alter table audit_event drop constraint broken").update();
        }
        assertThat(visitor.get(OWN_TASKS + task).body()).contains("Chi bộ họp đúng giờ");
    }

    @Test
    void whoHasTakenAwayTheWholeOrganization() {
        WebappSession administrator = WebappSession.login(http, "quantri");
        begin();
        assertThat(administrator.get("/camunda/api/organization/current.xlsx").status()).isEqualTo(200);
        assertThat(written()).containsExactly("READ quantri organization null DONE current.xlsx");
    }

    @Test
    void whatIsTooMuchForADoor() throws Exception {
        WebappSession session = WebappSession.login(http, "canbophuong");
        begin();
        assertThat(session.send("POST", "/camunda/api/attendance/visits", "{\"reason\":\"" + "x".repeat(3 << 20) + "\"}").status()).isEqualTo(413);
        assertThat(written()).hasSize(1).first().asString().startsWith("REFUSAL").endsWith("REFUSED 413 POST /camunda/api/attendance/visits");
    }

    /** Nobody here guesses often enough: what the limit answers is put in its place; that it stands inside is in the order. */
    @Test
    void whoGuessesTooOften() throws Exception {
        assertThat(doorAudit.getOrder()).isLessThan(loginRate.getOrder());
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/camunda/api/admin/auth/user/default/login/tasklist");
        doorAudit.getFilter().doFilter(request, new MockHttpServletResponse(),
                (in, out) -> ((HttpServletResponse) out).setStatus(HttpStatus.TOO_MANY_REQUESTS.value()));
        assertThat(written()).hasSize(1).first().asString().startsWith("REFUSAL null").contains("REFUSED 429 POST /camunda/api/admin/auth/user/");
    }

    @Test
    void unlockingAnAccount() {
        String locked = account();
        sql.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 hour' where id_ = ?").param(locked).update();
        WebappSession administrator = WebappSession.login(http, "quantri");
        begin();
        assertThat(administrator.send("POST", "/camunda/api/engine/engine/default/user/" + locked + "/unlock", "").status()).isEqualTo(204);
        assertThat(written()).isNotEmpty().allMatch(line -> line.startsWith("RIGHTS_CHANGE quantri user"));
    }

    private String account() {
        String user = OrganizationFixture.newId("kiem-toan-");
        accounts.createUser(user, "Kiểm Toán", PASSWORD, List.of(SystemGroup.MEMBERS.id()));
        return user;
    }

    private Visit visit() {
        return fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1), "16750-2");
    }

    private void login(String user, String password) {
        RawHttp.Answer page = http.get("/camunda/app/tasklist/default/");
        http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + user + "&password=" + password,
                "Content-Type: application/x-www-form-urlencoded", "Cookie: " + page.cookies(), "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN"));
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> written() {
        return sql.sql("""
                select concat_ws(' ', kind, coalesce(actor, 'null'), coalesce(subject_type, 'null'), coalesce(subject_id, 'null'), outcome,
                    coalesce(detail, 'null')) from audit_event where id > ? order by id""").param(before).query(String.class).list();
    }

    private List<String> readersOf(Visit visit) {
        return sql.sql("select actor || ' ' || detail from audit_event where kind = 'READ' and subject_type = 'visit' and subject_id = ? order by id")
                .param(String.valueOf(visit.id())).query(String.class).list();
    }

    private String awaitTask(Visit visit) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(), found -> found != null).getId();
    }
}
