package vn.dusinhhoat.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Only administrators change the calendar; for everybody else there is nothing. */
@RunningApplicationTest
class CalendarAccessIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"years", "years/2026", "changes/1", "changes/1/limits?unit=17971", "changes/tasks/x"})
    void othersFindNothing(String address) throws Exception {
        WebappSession clerk = WebappSession.login(new RawHttp(port), "thuongtructinh");
        assertThat(clerk.get("/camunda/api/calendar/" + address).status()).isEqualTo(404);
    }

    @Test
    void othersChangeNothing() throws Exception {
        WebappSession clerk = WebappSession.login(new RawHttp(port), "thuongtructinh");
        String days = "{\"days\":[{\"day\":\"2027-03-05\",\"kind\":\"OFF\",\"name\":\"x\",\"status\":\"OFFICIAL\",\"source\":\"x\"}]}";
        assertThat(clerk.send("POST", "/camunda/api/calendar/changes", days, "Content-Type: application/json").status()).isEqualTo(404);
    }

    @Test
    void anAdministratorIsToldWhatIsWrong() throws Exception {
        WebappSession admin = WebappSession.login(new RawHttp(port), "quantri");
        RawHttp.Answer refused = admin.send("POST", "/camunda/api/calendar/changes", "{\"days\":[{\"day\":\"2027-03-06\",\"kind\":\"OFF\",\"name\":\"x\",\"source\":\"x\"}]}",
                "Content-Type: application/json");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("vốn là ngày nghỉ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"years/1999", "years/2100", "changes/999999", "changes/999999/limits?unit=17971", "changes/tasks/none"})
    void whatIsNotThereIsNotThereForAdministratorsEither(String address) throws Exception {
        WebappSession admin = WebappSession.login(new RawHttp(port), "quantri");
        assertThat(admin.get("/camunda/api/calendar/" + address).status()).isEqualTo(404);
    }
}
