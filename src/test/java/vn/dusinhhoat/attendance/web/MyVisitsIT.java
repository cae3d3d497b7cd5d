package vn.dusinhhoat.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** One's own visits through HTTP; nobody else's. */
@RunningApplicationTest
class MyVisitsIT {

    private static final String VISITS = "/camunda/api/attendance/visits";
    /** People whom no other test uses. */
    private static final String VISITOR = "dv-17971-26";
    private static final String OTHER = "dv-17971-25";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private MovableClock clock;

    private RawHttp http;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @Test
    void aSentReportIsTakenBackByItsVisitorOnly() throws Exception {
        Visit visit = sent();
        WebappSession visitor = WebappSession.login(http, VISITOR);
        JsonNode line = new ObjectMapper().readTree(visitor.get(VISITS).body()).get("items").get(0);
        assertThat(line.get("id").asLong()).isEqualTo(visit.id());
        assertThat(line.get("mayWithdraw").asBoolean()).isTrue();
        assertThat(line.get("receiver").asText()).isEqualTo("Thường trực Đảng ủy xã Kim Liên");
        assertThat(visitor.get(VISITS + "/" + visit.id() + "/story").body()).contains("Gửi báo cáo: Đã gửi", "\"who\":\"Đồng chí ", "\"who\":\"Hệ thống\"").doesNotContain("liên xóm");

        WebappSession other = WebappSession.login(http, OTHER);
        assertThat(other.get(VISITS).body()).doesNotContain("\"id\":" + visit.id());
        assertThat(other.get(VISITS + "/" + visit.id() + "/story").status()).isEqualTo(404);
        assertThat(other.send("POST", VISITS + "/" + visit.id() + "/withdraw", "").status()).isEqualTo(404);

        RawHttp.Answer taken = visitor.send("POST", VISITS + "/" + visit.id() + "/withdraw", "");
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).contains("Rút lại để sửa").contains("\"mayWithdraw\":false");
        assertThat(visitor.send("POST", VISITS + "/" + visit.id() + "/withdraw", "").status()).isEqualTo(400);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).singleResult().getAssignee())
                .isEqualTo(VISITOR);

        String supplement = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).singleResult().getId();
        clock.moveTo(fixture.reportOf(visit).limitAt().plusSeconds(60));
        assertThat(visitor.send("PUT", "/camunda/api/attendance/tasks/" + supplement + "/draft",
                "{\"basedOn\":" + fixture.reportOf(visit).draftVersion() + ",\"answers\":{}}").body())
                .as("the first submission decided").contains("\"late\":false");
    }

    @Test
    void thePageAnswersByItsFolder() {
        assertThat(http.get("/camunda/visits").status()).isEqualTo(302);
        assertThat(http.get("/camunda/visits/").body()).contains("Lượt dự của tôi");
        assertThat(http.get(VISITS).status()).isEqualTo(401);
    }

    private Visit sent() {
        // Yesterday: the limit still lies ahead and its timer is not at work while the report is sent.
        Visit visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        String task = Awaitility.await().until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .taskAssignee(VISITOR).singleResult(), found -> found != null).getId();
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        tasks.complete(task);
        return visit;
    }
}
