package vn.dusinhhoat.organization.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Look-ups through HTTP: everybody within their own units. */
@RunningApplicationTest
class LookupIT {

    private static final String PEOPLE = "/camunda/api/organization/people";

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Test
    void aMemberFindsTheOwnCommuneOnly() throws Exception {
        // A ward to which no other test adds people.
        assertThat(find("canbophuong", "communes", "").path("items").findValuesAsText("name")).containsExactly("Phường Trường Vinh");
        assertThat(find("canbophuong", "people", "").path("items").findValuesAsText("code"))
                .isNotEmpty().allMatch(code -> code.startsWith("16690-"));
    }

    @Test
    void leadersOfTheProvinceAndAdministratorsFindAll() throws Exception {
        assertThat(find("thuongtructinh", "communes", "Trường Vinh").path("items").findValuesAsText("name"))
                .containsExactly("Phường Trường Vinh");
        assertThat(find("quantri", "communes", "").path("more").asBoolean()).isTrue();
    }

    @Test
    void aMemberOfTheProvinceIsNoLeaderOfTheCommunes() throws Exception {
        assertThat(find("tinhuyvien", "communes", "").path("items")).isEmpty();
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        WebappSession user = WebappSession.login(new RawHttp(port), "canboxa");
        assertThat(user.send("POST", PEOPLE, "{\"page\":-1}").status()).isEqualTo(400);
        assertThat(user.send("POST", PEOPLE, "{\"page\":\"x\"}").status()).isEqualTo(400);
        assertThat(user.send("POST", PEOPLE, "{\"name\":\"" + "x".repeat(300) + "\"}").body()).contains("tối đa 200 ký tự");
    }

    private JsonNode find(String userId, String what, String name) throws Exception {
        WebappSession user = WebappSession.login(new RawHttp(port), userId);
        // People are looked for in the body, places in the address.
        RawHttp.Answer answer = what.equals("people") ? user.send("POST", PEOPLE, "{\"name\":\"" + name + "\"}")
                : user.get("/camunda/api/organization/" + what + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
