package vn.dusinhhoat.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Who reaches what of the pages beside Tasklist: one's own, one's commune's, one's receiver's; the rest does not exist. */
@RunningApplicationTest
class SituationsAccessIT {

    private static final String API = "/camunda/api/attendance";
    private static final String VISITOR = "dv-17971-9";
    private static final String CLERK = "dv-17971-8";
    private static final List<String> STRANGERS = List.of("canbophuong", "tinhuyvien", "dv-17971-29");

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/agree|{}",
        "/move|{\"meetingAt\":\"2026-12-20T19:30\",\"reason\":\"Đổi\"}",
        "/absence|{\"reason\":\"SICK\"}",
        "/not-held|{\"note\":\"Hoãn\"}",
        "/withdraw|{}",
        "/correct|{\"reason\":\"Nhầm\"}",
    })
    void anothersVisitCannotBeChanged(String action, String body) {
        Visit visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).plusDays(30));
        for (String stranger : STRANGERS) {
            assertThat(WebappSession.login(http, stranger).send("POST", API + "/visits/" + visit.id() + action, body).status())
                    .as(stranger).isEqualTo(404);
        }
    }

    @Test
    void aReportIsTypedByItsAssistantOrTheReceiversClerkOnly() throws Exception {
        Visit visit = openReport();
        String address = API + "/typing/" + visit.id();
        for (String stranger : STRANGERS) {
            WebappSession session = WebappSession.login(http, stranger);
            assertThat(session.get(API + "/typing").body()).as(stranger).doesNotContain("\"id\":" + visit.id() + ",");
            for (String read : List.of(address, address + "/paper")) {
                assertThat(session.get(read).status()).as(stranger + read).isEqualTo(404);
            }
            assertThat(session.send("PUT", address + "/draft", "{\"basedOn\":0,\"answers\":{}}").status()).isEqualTo(404);
            assertThat(session.send("POST", address + "/hand-over", "").status()).isEqualTo(404);
            assertThat(session.send("POST", address + "/paper", "{\"arrival\":\"2026-11-24\",\"number\":\"5\"}").status()).isEqualTo(404);
        }
        WebappSession clerk = WebappSession.login(http, CLERK);
        assertThat(clerk.get(address).status()).as("a clerk is no assistant").isEqualTo(404);
        JsonNode paper = new ObjectMapper().readTree(clerk.get(address + "/paper").body());
        assertThat(paper.path("visitor").asText()).isNotBlank();
        assertThat(paper.path("answers")).as("nothing of the visitor's own draft").isEmpty();
        assertThat(clerk.send("POST", address + "/paper", "{\"answers\":[1],\"number\":\"5\"}").status()).isEqualTo(400);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_STARTED);
    }

    @Test
    void hostsSeeNamesAndDatesOfTheirOwnCellsAndNoReport() {
        Visit visit = openReport();
        String month = YearMonth.from(visit.meetingDay()).toString();
        WebappSession host = WebappSession.login(http, CLERK);
        assertThat(host.get(API + "/host/visits?month=" + month).body()).contains("\"id\":" + visit.id()).doesNotContain("summary");
        for (String stranger : STRANGERS) {
            WebappSession session = WebappSession.login(http, stranger);
            assertThat(session.get(API + "/host/visits?month=" + month).body()).as(stranger).contains("\"items\":[]");
            assertThat(session.send("POST", API + "/host/visits/" + visit.id() + "/objection", "{\"reason\":\"x\"}").status()).isEqualTo(404);
            assertThat(session.get(API + "/meetings").body()).contains("\"cells\":[]");
            assertThat(session.send("PUT", API + "/meetings/" + fixture.cell(2) + "/usual-day", "{\"day\":3,\"time\":\"19:30\"}").status())
                    .isEqualTo(404);
        }
        assertThat(host.get(API + "/host/visits?month=2026-13").status()).isEqualTo(400);
    }

    @Test
    void whoIsNobodyIsToldSo() {
        WebappSession administrator = WebappSession.login(http, "quantri");
        RawHttp.Answer answer = administrator.send("POST", API + "/visits", "{\"cellId\":1,\"meetingAt\":\"2026-12-20T19:30\",\"reason\":\"x\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("không gắn với đồng chí nào");
        assertThat(http.get(API + "/typing").status()).isEqualTo(401);
        assertThat(http.get(API + "/host/visits").status()).isEqualTo(401);
    }

    private Visit openReport() {
        Visit visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_writeReportOneDay").count() == 1);
        return visit;
    }
}
