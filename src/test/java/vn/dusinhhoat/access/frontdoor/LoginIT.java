package vn.dusinhhoat.access.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Logging in and out: rows S7, S8, S10, S11 and S17 of the threat list. */
@RunningApplicationTest
class LoginIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";

    @LocalServerPort
    private int port;
    @Autowired
    private IdentityService identities;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient sql;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    void s7WrongPasswordAndUnknownUserAndLockedUserGetTheSameAnswer() {
        accounts.createUser("bikhoa", "Bị Khóa", "mot-mat-khau-du-dai", List.of(SystemGroup.MEMBERS.id()));
        sql.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 hour' where id_ = 'bikhoa'").update();
        // Somebody of this test alone: after a wrong password the engine makes one wait.
        accounts.createUser("gonham", "Gõ Nhầm", "mot-mat-khau-du-dai", List.of(SystemGroup.MEMBERS.id()));
        RawHttp.Answer wrong = login("gonham", "sai-mat-khau-nay");
        RawHttp.Answer unknown = login("khongcoai", "sai-mat-khau-nay");
        RawHttp.Answer locked = login("bikhoa", "mot-mat-khau-du-dai");
        assertThat(List.of(wrong.status(), unknown.status(), locked.status())).containsOnly(401);
        assertThat(withoutTime(unknown)).isEqualTo(withoutTime(wrong));
        assertThat(withoutTime(locked)).isEqualTo(withoutTime(wrong));
    }

    @Test
    void s8TenWrongPasswordsLockUntilAnAdministratorUnlocks() {
        accounts.createUser("hayquen", "Hay Quên", "mot-mat-khau-du-dai", List.of(SystemGroup.MEMBERS.id()));
        for (int attempt = 0; attempt < 10; attempt++) {
            identities.checkPassword("hayquen", "sai-mat-khau-nay");
            // Between attempts the engine makes one wait; the waiting is not what is tested.
            sql.sql("update act_id_user set lock_exp_time_ = null where id_ = 'hayquen'").update();
        }
        assertThat(login("hayquen", "mot-mat-khau-du-dai").status()).isEqualTo(401);
        identities.unlockUser("hayquen");
        assertThat(login("hayquen", "mot-mat-khau-du-dai").status()).isEqualTo(200);
    }

    @Test
    void s10TheSessionChangesAtLoginAndEndsAtLogout() {
        String before = sessionId(http.get("/camunda/app/tasklist/default/").cookies());
        WebappSession user = WebappSession.login(http, "canboxa");
        String cookies = user.cookieLine();
        assertThat(sessionId(cookies)).isNotEqualTo(before);
        assertThat(user.get(TASKS).status()).isEqualTo(200);
        assertThat(user.send("POST", "/camunda/api/admin/auth/user/default/logout", "").status()).isIn(200, 204);
        assertThat(http.get(TASKS, "Cookie: " + cookies).status()).isEqualTo(401);
        assertThat(http.get("/camunda/api/organization/communes", "Cookie: " + cookies).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xã001", "a b", "../x", "<b>x</b>", "A", "-a", "a--b", "a@b.vn", "x'or'1"})
    void s17IdsOutsideTheTightPatternAreRefused(String id) {
        assertThatThrownBy(() -> identities.saveUser(identities.newUser(id))).hasMessageContaining("is not a valid resource identifier");
        assertThatThrownBy(() -> identities.saveGroup(identities.newGroup(id))).hasMessageContaining("is not a valid resource identifier");
    }

    @Test
    void s9AWeakPasswordIsRefusedAtTheDoorToo() {
        WebappSession user = WebappSession.login(http, "canboxa");
        RawHttp.Answer answer = user.send("PUT", "/camunda/api/engine/engine/default/user/canboxa/credentials",
                "{\"password\":\"matkhau123456\",\"authenticatedUserPassword\":\"" + InstallationProperties.SAMPLE_PASSWORD + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Mật khẩu mới chưa dùng được");
        assertThat(WebappSession.login(http, "canboxa").get(TASKS).status()).isEqualTo(200);
    }

    private RawHttp.Answer login(String user, String password) {
        RawHttp.Answer page = http.get("/camunda/app/tasklist/default/");
        Map<String, String> token = Map.of("token", page.header("X-XSRF-TOKEN"));
        return http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded", "Cookie: " + page.cookies(),
                "X-XSRF-TOKEN: " + token.get("token"));
    }

    private static String withoutTime(RawHttp.Answer answer) {
        return answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private static String sessionId(String cookies) {
        return cookies.replaceAll(".*JSESSIONID=([^;]+).*", "$1");
    }
}
