package vn.dusinhhoat.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.access.scope.DoorTable.Door;
import vn.dusinhhoat.access.scope.DoorTable.Role;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Rows A1, A5, A6: every role at every door, asking for what is their unit's and what is another's ({@code doors.txt}). */
@RunningApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsMatrixIT {

    private static final String OWN = "16738";
    private static final String OTHER = "16744";
    private static final String WEBAPP = "/camunda/api/engine/engine/default/";
    private static final String ENGINE_REST = "/engine-rest/";
    private static final String UPLOAD = "{upload}";
    private static final String JSON = "Content-Type: application/json";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture visits;
    @Autowired
    private OrganizationFixture organization;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    private final Map<Role, String> logins = new EnumMap<>(Role.class);
    private final Map<Role, WebappSession> sessions = new EnumMap<>(Role.class);
    private RawHttp http;
    private DoorWorld own;
    private DoorWorld other;
    private String ended;

    @BeforeAll
    void build() {
        http = new RawHttp(port);
        own = new DoorWorld(OWN, http, sql, tasks, runtime, management, visits);
        other = new DoorWorld(OTHER, http, sql, tasks, runtime, management, visits);
        String district = district();
        String moved = moved();
        ended = organization.person(OrganizationFixture.newId("da-thoi-"), "Đồng chí Đã Thôi");
        organization.post(ended, OWN);
        organization.changed();
        samplePassword(district);
        samplePassword(moved);
        samplePassword(ended);
        own.build();
        other.build();
        own.shared(withoutUnit());
        other.shared(withoutUnit());
        who(district, moved);
        logins.forEach((role, user) -> sessions.put(role, role == Role.SP ? WebappSession.loginToCockpit(http, user)
                : WebappSession.login(http, user)));
    }

    @AfterAll
    void close() {
        DoorWorld.close(sql);
    }

    static List<Door> doors() {
        return DoorTable.read();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void everyRoleSeesWhatTheTableSays(Door door) {
        List<String> wrong = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        List<String> prefixes = door.path().startsWith("E/") ? List.of(WEBAPP, ENGINE_REST) : List.of("");
        for (Role role : Role.values()) {
            for (String prefix : prefixes) {
                char actual = letter(sees(door, role, prefix, own), sees(door, role, prefix, other));
                line.append(prefix.equals(ENGINE_REST) ? "" : actual + "  ");
                if (actual != door.seen().get(role)) {
                    wrong.add(role + " through " + prefix + " sees " + actual + ", not " + door.seen().get(role));
                }
            }
        }
        assertThat(wrong).as("%s%nall: %s", door, line).isEmpty();
    }

    @Test
    void everyEndpointOfOursHasItsLine() {
        Set<String> lines = doors().stream().map(door -> door.method() + " " + shape(door.path())).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("vn.dusinhhoat")) {
                info.getPatternValues().forEach(path -> info.getMethodsCondition().getMethods().forEach(verb ->
                        missing.add(verb + " " + shape(path))));
            }
        }));
        // Before anybody has logged in; FrontDoorIT and AccountIT ask these.
        missing.removeAll(Set.of("GET /welcome/sample", "POST /account/password"));
        assertThat(missing).isNotEmpty();
        missing.removeAll(lines);
        assertThat(missing).as("endpoints without a line in doors.txt").isEmpty();
    }

    @Test
    void whoHasLeftGetsInNowhere() {
        WebappSession before = WebappSession.login(http, ended);
        assertThat(before.get(WEBAPP + "task/count").status()).isEqualTo(200);
        organization.endPerson(ended, LocalDate.now().minusDays(1));
        organization.changed();
        assertThat(before.get("/camunda/api/attendance/visits").body()).doesNotContain("\"id\"");
        assertThat(http.get(ENGINE_REST + "task", basic(ended)).status()).isEqualTo(401);
        assertThat(http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + ended + "&password="
                + InstallationProperties.SAMPLE_PASSWORD, "Content-Type: application/x-www-form-urlencoded").status()).isIn(401, 403);
    }

    private boolean sees(Door door, Role role, String prefix, DoorWorld world) {
        String path = world.fillAddress(door.path().startsWith("E/") ? prefix + door.path().substring(2) : door.path());
        RawHttp.Answer answer = ask(door, role, prefix, path, door.body() == null ? null : world.fill(door.body()));
        if (answer.status() >= 500) {
            throw new AssertionError(role + " " + path + ": " + answer);
        }
        if (door.marker() == null) {
            return answer.status() != 404 && answer.status() != 403 && answer.status() != 401;
        }
        return answer.status() < 300 && holds(answer.body(), world.fill(door.marker()), path);
    }

    private RawHttp.Answer ask(Door door, Role role, String prefix, String path, String body) {
        if (UPLOAD.equals(body)) {
            return sessions.get(role).upload(path, "thu.exe", new byte[] {1, 2, 3});
        }
        // Lists without a limit are refused.
        String whole = !prefix.isEmpty() && door.marker() != null && !path.contains("/count")
                ? path + (path.contains("?") ? "&" : "?") + "maxResults=200" : path;
        return prefix.equals(ENGINE_REST)
                ? http.send(door.method(), whole, body, JSON, basic(logins.get(role)))
                : sessions.get(role).send(door.method(), whole, body, JSON);
    }

    /** A count counts when it is as large as said, "@" when there is anything at all; a list, when it holds the text. */
    private static boolean holds(String body, String marker, String path) {
        if (marker.equals("@")) {
            return !body.equals("{\"count\":0}") && !body.equals("[]");
        }
        return path.contains("/count?") ? body.contains("{\"count\":" + marker + "}") || body.matches("\\{\"count\":[1-9]\\d*\\}")
                : body.contains(marker);
    }

    private static char letter(boolean seesOwn, boolean seesOther) {
        return seesOwn ? seesOther ? 'b' : 'o' : seesOther ? 'x' : '-';
    }

    private static String shape(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("\\{[^{}/]*(\\{[^{}]*\\})?[^{}/]*\\}", "{}").replaceAll("/files/0$", "/files/{}")
                .replaceAll("/years/\\d+$", "/years/{}");
    }

    private void who(String district, String moved) {
        logins.put(Role.VI, own.value("visitor"));
        logins.put(Role.CO, own.value("colleague"));
        logins.put(Role.BO, own.member("organisationboard", 0));
        logins.put(Role.OF, own.member("office", 0));
        logins.put(Role.TT, own.member("thuongtruc", 0));
        // Taken, so that the form of the reception has somebody who may fill it in; it stays in its group's lists.
        tasks.setAssignee(own.value("receptionTask"), logins.get(Role.TT));
        logins.put(Role.DT, district);
        logins.put(Role.PT, VisitFixture.PROVINCE_RECEIVER);
        DoorWorld province = new DoorWorld("40", http, sql, tasks, runtime, management, visits);
        logins.put(Role.PB, province.member("organisationboard", 0));
        logins.put(Role.PO, province.member("office", 0));
        logins.put(Role.SC, own.member("office", 1));
        sql.sql("insert into act_id_membership (user_id_, group_id_) values (?, 'supervisors')").param(logins.get(Role.SC)).update();
        logins.put(Role.SP, "giamsat");
        logins.put(Role.AD, "quantri");
        logins.put(Role.MO, moved);
    }

    /** A district between the province and the one commune; its Thường trực has one member. */
    private String district() {
        String code = OrganizationFixture.newId("9800");
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select ?, 'DISTRICT', 'DISTRICT', 'Huyện Thử ' || ?, id, date '2025-07-01' from party_unit where code = '40'""")
                .params(code, code).update();
        sql.sql("""
                insert into body (unit_id, kind, name, group_id)
                select id, 'THUONG_TRUC', 'Thường trực Huyện ủy Thử', 'thuongtruc-' || code from party_unit where code = ?""").param(code).update();
        sql.sql("update party_unit set parent_id = (select id from party_unit where code = ?) where code = ?").params(code, OWN).update();
        String user = organization.person(OrganizationFixture.newId("thuong-truc-"), "Đồng chí Thường Trực Huyện");
        organization.member(user, "thuongtruc-" + code);
        return user;
    }

    private String moved() {
        String user = organization.person(OrganizationFixture.newId("chuyen-"), "Đồng chí Chuyển Công Tác");
        organization.member(user, "organisationboard-" + OWN);
        sql.sql("update body_member set valid_to = current_date - 1 where person_id = (select id from person where user_id = ?)").param(user).update();
        organization.member(user, "organisationboard-" + OTHER);
        return user;
    }

    private void samplePassword(String user) {
        sql.sql("update act_id_user u set pwd_ = s.pwd_, salt_ = s.salt_ from act_id_user s where s.id_ = 'canboxa' and u.id_ = ?")
                .param(user).update();
        sql.sql("update account set activated_at = now() where user_id = ?").param(user).update();
    }

    private Map<String, String> withoutUnit() {
        Map<String, String> values = new HashMap<>(Map.of("importTask", "00000000-0000-0000-0000-000000000000",
                "changeTask", "00000000-0000-0000-0000-000000000000"));
        values.put("import", sql.sql("""
                insert into organization_import (file_name, file, state, uploaded_by, uploaded_at)
                values ('thu.xlsx', '', 'CANCELLED', 'quantri', now()) returning id""").query(String.class).single());
        values.put("change", sql.sql("""
                insert into calendar_change (state, started_by, started_at, finished_at)
                values ('CANCELLED', 'quantri', now(), now()) returning id""").query(String.class).single());
        return values;
    }

    private static String basic(String user) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + InstallationProperties.SAMPLE_PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
    }
}
