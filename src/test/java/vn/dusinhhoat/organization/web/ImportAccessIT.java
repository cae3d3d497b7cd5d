package vn.dusinhhoat.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Only administrators import and export the organisation; for everybody else there is nothing. */
@RunningApplicationTest
class ImportAccessIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"template.xlsx", "current.xlsx", "imports", "imports/1", "imports/1/faults", "imports/1/faults.xlsx",
        "imports/1/changes?unit=17971", "imports/tasks/x"})
    void othersFindNothing(String address) throws Exception {
        WebappSession clerk = WebappSession.login(new RawHttp(port), "thuongtructinh");
        assertThat(clerk.get("/camunda/api/organization/" + address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imports/999999", "imports/999999/faults", "imports/999999/faults.xlsx",
        "imports/999999/changes?unit=17971", "imports/tasks/none"})
    void whatIsNotThereIsNotThereForAdministratorsEither(String address) throws Exception {
        WebappSession admin = WebappSession.login(new RawHttp(port), "quantri");
        assertThat(admin.get("/camunda/api/organization/" + address).status()).isEqualTo(404);
    }
}
