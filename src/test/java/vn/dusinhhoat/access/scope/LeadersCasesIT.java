package vn.dusinhhoat.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/**
 * Ruling B5 behind the board: the late work of a member of a Thường trực is in no list, count or single thing of the engine and
 * of Cockpit for who supervises; it is for the leader, the permanent deputy and the system's administrators.
 */
@RunningApplicationTest
class LeadersCasesIT {

    /** A ward of its own. */
    private static final String WARD = "17128";
    private static final String WEBAPP = "/camunda/api/engine/engine/default/";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/";
    private static final String JSON = "Content-Type: application/json";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;

    private RawHttp http;
    private String deputy;
    private String leader;
    private String clerk;

    @BeforeEach
    void people() {
        http = new RawHttp(port);
        deputy = member("thuongtruc-" + WARD, "m.role = 'Phó Bí thư Thường trực'");
        leader = member("thuongtruc-" + WARD, "m.role <> 'Phó Bí thư Thường trực'");
        clerk = member("office-" + WARD, "true");
        List.of(deputy, leader, clerk).forEach(user -> sql.sql("""
                insert into act_id_membership (user_id_, group_id_) values (?, 'supervisors') on conflict do nothing""").param(user).update());
    }

    @Test
    void aLeadersLateReportIsTheirsAndThePermanentDeputys() {
        Task late = open(fixture.visitOf(leader, LocalDate.now().minusDays(20), WARD + "-2"));
        for (String user : List.of("giamsat", clerk)) {
            assertThat(seen(user, late).values()).as(user + " " + seen(user, late)).containsOnly(false);
        }
        for (String user : List.of(leader, deputy, "quantri")) {
            assertThat(seen(user, late).values()).as(user + " " + seen(user, late)).containsOnly(true);
        }
    }

    @Test
    void everybodyElsesStaysWithWhoSupervises() {
        Task late = open(fixture.visitOf("dv-" + WARD + "-13", LocalDate.now().minusDays(20), WARD + "-2"));
        for (String user : List.of("giamsat", clerk, deputy)) {
            assertThat(seen(user, late).values()).as(user + " " + seen(user, late)).containsOnly(true);
        }
    }

    @Test
    void countsLeaveOutWhatListsLeaveOut() {
        Task late = open(fixture.visitOf(leader, LocalDate.now().minusDays(20), WARD + "-3"));
        for (String list : List.of("task", "process-instance", "job", "execution")) {
            String query = "?processDefinitionId=" + late.getProcessDefinitionId();
            int before = count("giamsat", list, query);
            assertThat(count("quantri", list, query)).as(list).isGreaterThan(before);
        }
        String statistics = get("giamsat", COCKPIT + "process-definition/statistics?maxResults=50").body();
        assertThat(statistics).contains("attendance-report").isNotEqualTo(get("quantri", COCKPIT + "process-definition/statistics?maxResults=50").body());
    }

    @Test
    void onceItIsSentTheBodysWorkOnItIsTheBodys() {
        Visit visit = fixture.visitOf(leader, LocalDate.now().minusDays(20), WARD + "-2");
        Task report = open(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        assertThat(WebappSession.login(http, leader).send("POST", WEBAPP + "task/" + report.getId() + "/submit-form", "{}", JSON).status()).isEqualTo(204);
        Task reception = Awaitility.await().until(() -> tasks.createTaskQuery().processInstanceId(report.getProcessInstanceId())
                .taskDefinitionKey("task_receiveReport").singleResult(), task -> task != null);
        assertThat(get("giamsat", WEBAPP + "task/" + reception.getId()).status()).isEqualTo(200);
        // Whichever leader has taken it.
        tasks.setAssignee(reception.getId(), deputy);
        assertThat(get("giamsat", WEBAPP + "task/" + reception.getId()).status()).isEqualTo(200);
        assertThat(get("giamsat", WEBAPP + "process-instance/" + report.getProcessInstanceId()).status()).isEqualTo(200);
    }

    @Test
    void whatIsOverIsToldByTheBoardOnly() {
        Task late = open(fixture.visitOf("dv-" + WARD + "-14", LocalDate.now().minusDays(20), WARD + "-2"));
        for (String list : List.of("history/process-instance", "history/task", "history/activity-instance", "history/job-log", "history/identity-link-log",
                "history/user-operation")) {
            RawHttp.Answer answer = get("giamsat", WEBAPP + list + "?maxResults=50&processInstanceId=" + late.getProcessInstanceId());
            assertThat(answer.body()).as(list).doesNotContain(late.getProcessInstanceId());
        }
    }

    /** Every way to the task and its case, by whether the user gets there. */
    private Map<String, Boolean> seen(String user, Task late) {
        String instance = late.getProcessInstanceId();
        Job job = management.createJobQuery().processInstanceId(instance).list().get(0);
        String parent = runtime.createProcessInstanceQuery().subProcessInstanceId(instance).singleResult().getId();
        Map<String, Boolean> seen = new TreeMap<>();
        List<String> ways = new ArrayList<>(List.of("task?taskId=" + late.getId(), "task/" + late.getId(), "task/" + late.getId() + "/identity-links",
                "task/" + late.getId() + "/deployed-form", "process-instance?processInstanceIds=" + instance, "process-instance/" + instance,
                "process-instance/" + instance + "/activity-instances", "execution?processInstanceId=" + instance, "job?processInstanceId=" + instance,
                "job/" + job.getId(), "process-instance/" + parent, "process-instance/" + parent + "/activity-instances",
                "event-subscription?processInstanceId=" + instance));
        for (String way : ways) {
            String whole = way.contains("?") ? way + "&maxResults=50" : way;
            seen.put(way, isThere(get(user, WEBAPP + whole)));
            seen.put("rest " + way, isThere(http.get("/engine-rest/" + whole, basic(user))));
        }
        seen.put("cockpit's list", session(user).send("POST", COCKPIT + "process-instance?firstResult=0&maxResults=200",
                "{\"processDefinitionId\":\"" + late.getProcessDefinitionId() + "\"}", JSON).body().contains(instance));
        seen.put("cockpit's called cases", get(user, COCKPIT + "process-instance/" + parent + "/called-process-instances").body().contains(instance));
        return seen;
    }

    private static boolean isThere(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        return answer.status() == 200 && !answer.body().equals("[]");
    }

    private int count(String user, String list, String query) {
        return Integer.parseInt(get(user, WEBAPP + list + "/count" + query).body().replaceAll("\\D", ""));
    }

    private RawHttp.Answer get(String user, String path) {
        return session(user).get(path);
    }

    private WebappSession session(String user) {
        return WebappSession.loginToCockpit(http, user);
    }

    private Task open(Visit visit) {
        return Awaitility.await().until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .processDefinitionKey("attendance-report").singleResult(), task -> task != null);
    }

    private String member(String group, String condition) {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.group_id = ? and %s order by m.id limit 1""".formatted(condition)).param(group).query(String.class).single();
    }

    private static String basic(String user) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":" + InstallationProperties.SAMPLE_PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
    }
}
