package vn.dusinhhoat.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Accounts through HTTP: code, first password, lock, end. Rows S7, S8, S9 and S11 of the threat list. */
@RunningApplicationTest
class AccountIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";
    private static final String ACCOUNTS = "/camunda/api/access/accounts";
    private static final String PASSWORD = "một câu dài dễ nhớ";
    private static final String DOES_NOT_FIT = "Tên đăng nhập hoặc mã không đúng, hoặc mã đã hết hạn";

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;
    @Autowired
    private OrganizationFixture organization;
    @Autowired
    private IdentityService identities;
    @Autowired
    private MovableClock clock;

    private RawHttp http;
    private String worker;
    private WebappSession clerk;

    @BeforeEach
    void people() throws Exception {
        http = new RawHttp(port);
        worker = organization.person(OrganizationFixture.newId("quamang-"), "Cao Thị Qua Mạng");
        organization.post(worker, "17971");
        String clerkId = organization.person(OrganizationFixture.newId("thuky-"), "Mai Văn Thư Ký");
        organization.post(clerkId, "17971");
        organization.member(clerkId, "organisationboard-17971");
        organization.changed();
        assertThat(setPassword(clerkId, issue(WebappSession.login(http, "quantri"), clerkId), PASSWORD).status()).isEqualTo(204);
        clerk = WebappSession.login(http, clerkId, PASSWORD);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void fromTheClerksCodeToTheFirstTask() throws Exception {
        assertThat(clerk.get("/camunda/api/access/roles").body()).isEqualTo("{\"clerk\":true,\"administrator\":false}");
        assertThat(states()).containsExactly("Chưa cấp mã");
        String code = issue(clerk, worker);
        assertThat(states()).containsExactly("Đã cấp mã");
        RawHttp.Answer weak = setPassword(worker, code, "ngan");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.body()).contains("Mật khẩu mới chưa dùng được");
        RawHttp.Answer done = setPassword(worker, code, PASSWORD);
        assertThat(done.status()).isEqualTo(204);
        assertThat(done.header("Cache-Control")).contains("no-store");
        assertThat(WebappSession.login(http, worker, PASSWORD).get(TASKS).status()).isEqualTo(200);
        assertThat(states()).containsExactly("Đang sử dụng");
    }

    @Test
    void s7UnknownLoginWrongCodeAndUsedCodeGetTheSameAnswerInSimilarTime() throws Exception {
        String code = issue(clerk, worker);
        setPassword(worker, code, PASSWORD);
        RawHttp.Answer used = setPassword(worker, code, PASSWORD);
        String next = issue(clerk, worker);
        RawHttp.Answer wrong = setPassword(worker, "AAAAA-AAAAA", PASSWORD);
        RawHttp.Answer unknown = setPassword("khong-co-ai", next, PASSWORD);
        RawHttp.Answer handMade = setPassword("quantri", next, PASSWORD);
        assertThat(List.of(used.status(), wrong.status(), unknown.status(), handMade.status())).containsOnly(400);
        assertThat(List.of(used.body(), wrong.body(), unknown.body(), handMade.body())).allMatch(body -> body.contains(DOES_NOT_FIT))
                .containsOnly(unknown.body());
        assertThat(setPassword(null, null, null).body()).contains(DOES_NOT_FIT);
        long known = medianMillis(worker);
        long stranger = medianMillis("khong-co-ai");
        assertThat(Math.abs(known - stranger)).as(known + " and " + stranger + " ms").isLessThan(25);
    }

    @Test
    void s8TheClerkUnlocks() throws Exception {
        setPassword(worker, issue(clerk, worker), PASSWORD);
        for (int attempt = 0; attempt < 10; attempt++) {
            identities.checkPassword(worker, "sai-mat-khau-nay");
            clock.moveTo(clock.instant().plus(Duration.ofSeconds(61)));
        }
        clock.reset();
        assertThat(http.get("/engine-rest/task?maxResults=1", basic(worker, PASSWORD)).status()).isEqualTo(401);
        assertThat(states()).containsExactly("Đang khóa");
        assertThat(clerk.send("POST", ACCOUNTS + "/" + worker + "/unlock", "").status()).isEqualTo(204);
        assertThat(http.get("/engine-rest/task?maxResults=1", basic(worker, PASSWORD)).status()).isEqualTo(200);
    }

    @Test
    void s11WhoHasEndedIsOutWithinAMinute() throws Exception {
        setPassword(worker, issue(clerk, worker), PASSWORD);
        WebappSession open = WebappSession.login(http, worker, PASSWORD);
        assertThat(open.get(TASKS).status()).isEqualTo(200);
        organization.endPerson(worker, LocalDate.now(clock).minusDays(1));
        organization.changed();
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(60)));
        assertThat(open.get(TASKS).status()).isEqualTo(401);
        assertThat(open.send("POST", "/camunda/api/organization/people", "{}").status()).isEqualTo(401);
        assertThat(http.get("/engine-rest/task?maxResults=1", basic(worker, PASSWORD)).status()).isEqualTo(401);
    }

    @Test
    void whoIsNoClerkGetsASentenceAndNobodysNames() {
        WebappSession member = WebappSession.login(http, "canboxa");
        assertThat(member.get("/camunda/api/access/roles").body()).isEqualTo("{\"clerk\":false,\"administrator\":false}");
        assertThat(member.send("POST", ACCOUNTS, "{}").status()).isEqualTo(404);
        assertThat(member.send("POST", ACCOUNTS, "{}").body()).contains("dành cho cán bộ Ban Tổ chức, Văn phòng cấp ủy").doesNotContain("Qua Mạng");
        assertThat(member.send("POST", ACCOUNTS + "/codes", "{\"userIds\":[\"" + worker + "\"]}").status()).isEqualTo(404);
        assertThat(clerk.send("POST", ACCOUNTS + "/codes", "{}").body()).contains("Chưa chọn tài khoản nào");
        assertThat(clerk.send("POST", ACCOUNTS, "{\"state\":\"x\"}").status()).isEqualTo(400);
        assertThat(http.send("POST", ACCOUNTS + "/codes", "{}", "Cookie: " + clerk.cookieLine(), "X-XSRF-TOKEN: x").status())
                .isEqualTo(403);
    }

    private List<String> states() throws Exception {
        return json.readTree(clerk.send("POST", ACCOUNTS, "{\"name\":\"" + worker + "\"}").body()).path("items").findValuesAsText("label");
    }

    private String issue(WebappSession by, String userId) throws Exception {
        RawHttp.Answer answer = by.send("POST", ACCOUNTS + "/codes", "{\"userIds\":[\"" + userId + "\"]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode issued = json.readTree(answer.body()).get(0);
        return issued.path("code").asText();
    }

    private RawHttp.Answer setPassword(String userId, String code, String password) throws Exception {
        return http.send("POST", "/account/password", json.writeValueAsString(userId == null
                ? Map.of() : Map.of("userId", userId, "code", code, "password", password)));
    }

    private long medianMillis(String userId) throws Exception {
        long[] times = new long[21];
        for (int n = 0; n < times.length; n++) {
            long begin = System.nanoTime();
            setPassword(userId, "BBBBB-BBBBB", PASSWORD);
            times[n] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length / 2]).toMillis();
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password)
                .getBytes(StandardCharsets.UTF_8));
    }
}
