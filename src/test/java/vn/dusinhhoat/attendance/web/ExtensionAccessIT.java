package vn.dusinhhoat.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Only staff and administrators extend limits, staff for their own unit and below; for everybody else there is nothing. */
@RunningApplicationTest
class ExtensionAccessIT {

    private static final String ADDRESS = "/camunda/api/attendance/extensions";
    private static final String OFFICE = "dv-17971-7";
    private static final String ELSEWHERE = "dv-16690-7";
    private static final String JSON = "Content-Type: application/json";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;

    @ParameterizedTest
    @ValueSource(strings = {"", "/communes", "/communes?name=kim", "/1", "/tasks/x", "/tasks/x/limits?unit=17971"})
    void othersFindNothing(String address) throws Exception {
        for (String person : new String[] {"canboxa", "thuongtructinh"}) {
            assertThat(session(person).get(ADDRESS + address).status()).isEqualTo(404);
        }
    }

    @Test
    void othersExtendNothing() throws Exception {
        assertThat(session("canboxa").send("POST", ADDRESS, body("17971", "5"), JSON).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/999999", "/abc", "/tasks/none", "/tasks/none/limits?unit=17971"})
    void whatIsNotThereIsNotThereForAdministratorsEither(String address) throws Exception {
        assertThat(session("quantri").get(ADDRESS + address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"17971, 0, 400, từ 1 đến 60", "16690, 5, 404, ngoài phạm vi của đồng chí"})
    void staffAreToldWhatIsWrong(String commune, String days, int status, String sentence) throws Exception {
        RawHttp.Answer refused = session(OFFICE).send("POST", ADDRESS, body(commune, days), JSON);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.body()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"communes\":\"17971\"}", "{\"moreDays\":\"x\"}", "{\"meetingsFrom\":\"31/02/2026\"}"})
    void whatIsNoExtensionIsRefused(String body) throws Exception {
        assertThat(session(OFFICE).send("POST", ADDRESS, body, JSON).status()).isEqualTo(400);
    }

    @Test
    void whatOneCommuneExtendsIsNothingForAnother() throws Exception {
        WebappSession office = session(OFFICE);
        RawHttp.Answer started = office.send("POST", ADDRESS, body("17971", "5"), JSON);
        assertThat(started.status()).isEqualTo(200);
        long id = sql.sql("select max(id) from limit_extension where started_by = :user").param("user", OFFICE).query(Long.class).single();
        String task = sql.sql("""
                select t.id_ from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_
                where t.task_def_key_ = 'task_confirmExtension' and c.business_key_ = :key""")
                .param("key", String.valueOf(id)).query(String.class).single();
        assertThat(office.get(ADDRESS + "/" + id).body()).contains(task);
        assertThat(office.get(ADDRESS + "/tasks/" + task).body()).contains("Xã Kim Liên", "Công văn số 12-CV/TU");
        WebappSession elsewhere = session(ELSEWHERE);
        assertThat(elsewhere.get(ADDRESS).status()).isEqualTo(200);
        assertThat(elsewhere.get(ADDRESS).body()).doesNotContain("12-CV/TU");
        for (String address : new String[] {"/" + id, "/tasks/" + task, "/tasks/" + task + "/limits?unit=17971"}) {
            assertThat(elsewhere.get(ADDRESS + address).status()).isEqualTo(404);
        }
        assertThat(office.send("POST", "/camunda/api/engine/engine/default/task/" + task + "/complete",
                "{\"variables\":{\"decision\":{\"value\":\"CANCEL\"}}}", JSON).status()).isEqualTo(204);
        assertThat(office.get(ADDRESS + "/" + id).body()).contains("CANCELLED");
    }

    private WebappSession session(String userId) throws Exception {
        return WebappSession.login(new RawHttp(port), userId);
    }

    private static String body(String commune, String days) {
        java.time.LocalDate day = java.time.LocalDate.now();
        return """
                {"communes":["%s"],"meetingsFrom":"%s","meetingsTo":"%s","moreDays":%s,"documentKind":"OFFICIAL_LETTER",
                 "documentNumber":"12-CV/TU","documentDate":"%s","reason":"Lũ lụt"}""".formatted(commune, day, day, days, day.minusDays(2));
    }
}
