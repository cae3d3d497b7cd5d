package vn.dusinhhoat.access.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** The front door against the running application: rows S1 to S5, S13 to S16, S18 and S19 of the threat list. */
@RunningApplicationTest
class FrontDoorIT {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH");
    private static final List<String> CLOSED = List.of(
            "/engine-rest/task", "/engine-rest/user", "/engine-rest/deployment/create", "/engine-rest/history/task",
            "/engine-rest/process-definition/key/attendance/start",
            "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/user",
            "/camunda/api/engine/engine/default/deployment/create",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
            "/camunda/api/attendance/tasks/1", "/camunda/api/attendance/tasks/1/draft",
            "/camunda/api/organization/people", "/camunda/api/organization/cells?name=x",
            "/camunda/api/access/roles", "/camunda/api/access/accounts", "/camunda/api/access/accounts/codes",
            "/camunda/api/access/accounts/canboxa/unlock");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    @LocalServerPort
    private int port;
    @LocalManagementPort
    private int managementPort;
    @Autowired
    private IdentityService identities;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    static Stream<String> closedPaths() {
        return CLOSED.stream();
    }

    @ParameterizedTest
    @MethodSource("closedPaths")
    void s1AnonymousGetsNothing(String path) {
        for (String method : METHODS) {
            RawHttp.Answer answer = http.send(method, path, method.equals("GET") ? null : "{}");
            assertThat(answer.status()).as(method + " " + path).isIn(400, 401, 403, 404, 405);
            assertHarmless(answer);
        }
    }

    static Stream<String> trickedPaths() {
        return CLOSED.stream().flatMap(path -> {
            int cut = path.indexOf('/', 1);
            String prefix = path.substring(0, cut);
            String rest = path.substring(cut);
            return Stream.of(prefix + ";x" + rest, prefix + ";a=b" + rest, prefix + "%3B" + rest, prefix + "%2f" + rest.substring(1),
                    prefix + "/%2e" + rest, "/" + prefix + rest, prefix + "/" + rest, prefix + "/." + rest,
                    prefix + "/x/.." + rest, path + "/", path.replaceFirst("(\\?|$)", ";jsessionid=1$1"), path + "%00", prefix.toUpperCase() + rest,
                    path + "%0a", prefix + "%5c" + rest.substring(1));
        });
    }

    @ParameterizedTest
    @MethodSource("trickedPaths")
    void s2PathTricksOpenNothing(String path) {
        for (String method : List.of("GET", "POST")) {
            RawHttp.Answer answer = http.send(method, path, method.equals("GET") ? null : "{}");
            assertThat(answer.status()).as(method + " " + path).isIn(400, 401, 403, 404, 405);
            assertHarmless(answer);
        }
    }

    @Test
    void s1EngineRestNeedsAPasswordOnEveryCall() {
        assertThat(http.get("/engine-rest/task", basic("giamsat", "sai-mat-khau")).status()).isEqualTo(401);
        RawHttp.Answer tasks = http.get("/engine-rest/task?maxResults=10",
                basic("canboxa", InstallationProperties.SAMPLE_PASSWORD));
        assertThat(tasks.status()).as(tasks.body()).isEqualTo(200);
        assertThat(tasks.header("Cache-Control")).contains("no-store");
        assertThat(http.get("/engine-rest/task", basic("canboxa", InstallationProperties.SAMPLE_PASSWORD)).status())
                .as("a list without an end").isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/x/user/create",
        "/camunda/app/admin/default/setup/"})
    void s4NobodyCreatesTheFirstAdministratorFromOutside(String path) {
        String admin = "{\"profile\":{\"id\":\"ke-la\",\"firstName\":\"x\",\"lastName\":\"y\"},\"credentials\":{\"password\":\"x\"}}";
        List<String> members = identities.createUserQuery().memberOfGroup("camunda-admin").list().stream()
                .map(org.camunda.bpm.engine.identity.User::getId).toList();
        members.forEach(member -> identities.deleteMembership(member, "camunda-admin"));
        try {
            assertThat(http.send("POST", path, admin).status()).isIn(401, 403);
            assertThat(identities.createUserQuery().userId("ke-la").count()).isZero();
        } finally {
            members.forEach(member -> identities.createMembership(member, "camunda-admin"));
        }
    }

    @Test
    void s5NoUserOfTheVendorsDemo() {
        assertThat(identities.createUserQuery().userIdIn("demo", "john", "mary", "peter", "admin").count()).isZero();
        assertThat(http.get("/h2-console").status()).isIn(403, 404);
    }

    @Test
    void s13EveryCookieIsProtected() {
        List<RawHttp.Answer> answers = List.of(http.get("/camunda/app/tasklist/default/"),
                http.get("/camunda/api/engine/engine/default/task"), http.get("/"));
        assertThat(answers.get(0).headers("Set-Cookie")).isNotEmpty();
        for (RawHttp.Answer answer : answers) {
            for (String cookie : answer.headers("Set-Cookie")) {
                assertThat(cookie).containsIgnoringCase("Secure").containsIgnoringCase("SameSite=Lax");
                if (!cookie.startsWith("XSRF-TOKEN")) {
                    assertThat(cookie).containsIgnoringCase("HttpOnly");
                }
            }
        }
    }

    @Test
    void s14ChangesNeedTheTokenAndEngineRestIgnoresTheSession() {
        WebappSession user = WebappSession.login(http, "canboxa");
        assertThat(http.get("/engine-rest/task", "Cookie: " + user.cookieLine()).status()).isEqualTo(401);
        RawHttp.Answer forged = http.send("POST", "/camunda/api/engine/engine/default/task", "{}",
                "Cookie: " + user.cookieLine(), "X-XSRF-TOKEN: stale");
        assertThat(forged.status()).isEqualTo(403);
        assertThat(user.get("/camunda/api/engine/engine/default/task").status()).as("the session has ended").isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/welcome/sample", "/khong-co", "/camunda/khong-co", "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/task", "/engine-rest/task", "/camunda/;x/api", "/error",
        "/camunda/components/v1/form.css"})
    void s15EveryAnswerCarriesTheSecurityHeaders(String path) {
        RawHttp.Answer answer = http.get(path);
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'").contains("object-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("Referrer-Policy")).isNotEmpty();
        if (path.startsWith("/camunda/api") || path.startsWith("/engine-rest")) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void s16FiftyPageLoadsAtOnceEachHaveTheirOwnNonce() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(50);
        try {
            List<Future<RawHttp.Answer>> loads = IntStream.range(0, 200)
                    .mapToObj(n -> browsers.submit(() -> http.get("/camunda/app/tasklist/default/"))).toList();
            for (Future<RawHttp.Answer> load : loads) {
                Matcher nonce = NONCE.matcher(load.get().header("Content-Security-Policy"));
                assertThat(nonce.find()).isTrue();
                assertThat(load.get().body()).contains("nonce=\"" + nonce.group(1) + "\"");
            }
        } finally {
            browsers.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/khong-co", "/camunda/api/engine/engine/default/khong-co",
        "/camunda/api/engine/engine/default/task?sortBy=x'", "/camunda/api/engine/engine/khong-co/task",
        "/camunda/api/attendance/tasks/khong-co", "/camunda/api/attendance/khong-co", "/engine-rest/khong-co"})
    void s18ErrorsTellNothingOfTheInside(String path) {
        assertHarmless(http.get(path));
        assertHarmless(WebappSession.login(http, "canboxa").get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/khong-co", "/camunda/khong-co", "/welcome/khong-co", "/camunda/api/attendance/khong-co"})
    void s18APersonGetsAVietnamesePage(String path) {
        RawHttp.Answer answer = WebappSession.login(http, "canboxa").send("GET", path, null, "Accept: text/html");
        assertThat(answer.status()).isIn(403, 404);
        assertThat(answer.body()).contains("Không mở được trang này", "lang=\"vi\"");
        assertHarmless(answer);
    }

    @Test
    void s18EvenWhatIsNoRequestAtAllGetsNoServerVersion() {
        for (String path : List.of("/|", "/a b", "/%zz", "/{}", "khong-co-gach-cheo")) {
            RawHttp.Answer answer = http.get(path, "Accept: text/html");
            assertThat(answer.status()).as(path).isIn(400, 403, 404);
            assertHarmless(answer);
        }
    }

    @Test
    void s18BrokenJsonIsRefusedWithoutAWordOfTheInside() {
        WebappSession user = WebappSession.login(http, "canboxa");
        for (String body : List.of("{", "[]", "{\"basedOn\":\"x\"}", "\u0000")) {
            RawHttp.Answer answer = user.send("PUT", "/camunda/api/attendance/tasks/1/draft", body);
            assertThat(answer.status()).isIn(400, 404);
            assertHarmless(answer);
        }
    }

    /** What Cockpit itself asks when somebody opens a diagram or a table. */
    @ParameterizedTest
    @ValueSource(strings = {"process-definition?key=attendance&sortBy=version&sortOrder=desc&withoutTenantId=true",
        "decision-definition?key=duty&sortBy=version&sortOrder=desc"})
    void c13CockpitGetsTheVersionsThatItAsksForWithoutALimit(String question) {
        String list = "/camunda/api/engine/engine/default/" + question;
        RawHttp.Answer answer = WebappSession.loginToCockpit(http, "giamsat").get(list);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"version\":1");
        assertThat(WebappSession.loginToCockpit(http, "giamsat").get("/camunda/api/engine/engine/default/task").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/health", "/health/readiness", "/health/liveness", "/prometheus", "/env", "/heapdump", "/loggers", "/mappings", "/beans"})
    void s19ActuatorIsNotOnThePublicPort(String endpoint) {
        assertThat(http.get("/actuator" + endpoint).status()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/env", "/heapdump", "/loggers", "/mappings", "/beans", "/configprops"})
    void s19OnlyHealthIsOnTheInnerPort(String endpoint) {
        RawHttp inner = new RawHttp(managementPort);
        assertThat(inner.get("/actuator" + endpoint).status()).isIn(401, 403, 404);
        assertThat(inner.get("/actuator/health/readiness").body()).contains("UP").doesNotContain("PostgreSQL");
    }

    /** A port that is open to other machines answers at every address of the loopback too. */
    @Test
    void s19TheInnerPortIsForThisMachineOnly() {
        assertThatThrownBy(() -> new Socket("127.0.0.2", managementPort).close()).isInstanceOf(IOException.class);
    }

    @Test
    void o1NumbersForAlertsAreOnTheInnerPort() {
        Awaitility.await().until(() -> new RawHttp(managementPort).get("/actuator/prometheus").body(), numbers ->
                numbers.contains("dusinhhoat_incidents{process=\"attendance\"}"));
        assertThat(new RawHttp(managementPort).get("/actuator/prometheus").body()).contains("dusinhhoat_tasks_late{level=\"COMMUNE\"}",
                "dusinhhoat_jobs_acquisition_conflicts_total", "dusinhhoat_jobs_attempts_failed_total", "dusinhhoat_history_uncleaned",
                "dusinhhoat_jobs_due_oldest_seconds", "dusinhhoat_notices_unsent_oldest_seconds", "dusinhhoat_clock_offset_seconds");
    }

    private static String basic(String user, String password) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
    }

    private static void assertHarmless(RawHttp.Answer answer) {
        assertThat(answer.body()).doesNotContain("at org.", "at java.", "Exception:", "select ", "SELECT ", "Apache Tomcat",
                "vn.dusinhhoat", "jdbc:");
        assertThat(answer.headers("Server")).isEmpty();
    }
}
