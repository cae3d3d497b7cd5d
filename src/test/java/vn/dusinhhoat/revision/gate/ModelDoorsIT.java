package vn.dusinhhoat.revision.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** The gate at the doors through which an administrator can bring models: refused in Vietnamese, nothing stored. */
@RunningApplicationTest
class ModelDoorsIT {

    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=ranh";
    private static final int EVERY = 8;

    /** How a deployment comes in. */
    enum Door { WEBAPP, ENGINE_REST }

    @LocalServerPort
    private int port;
    @Autowired
    private RepositoryService repository;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Door.class)
    void badModelsAreRefused(Door door) throws Exception {
        long before = repository.createDeploymentQuery().count();
        List<BadModels.BadModel> all = BadModels.all();
        List<BadModels.BadModel> sample = IntStream.range(0, all.size()).filter(n -> n % EVERY == 0 || n > all.size() - 5).mapToObj(all::get).toList();
        for (BadModels.BadModel bad : sample) {
            RawHttp.Answer answer = deploy(door, "quantri", bad.resources());
            assertThat(answer.status()).as(bad.toString() + answer.body()).isEqualTo(400);
            JsonNode error = json.readTree(answer.body());
            assertThat(error.path("message").asText()).contains(bad.where(), bad.told(), "Cách sửa: ");
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void onlyAdministratorsDeploy(Door door) {
        for (String user : List.of("canboxa", "thuongtructinh", "dv-17971-4")) {
            assertThat(deploy(door, user, BadModels.bundle("attendance-report")).status()).as(user).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void fiftyMegabytesAreRefusedAndTheNodeLives(Door door) {
        long before = repository.createDeploymentQuery().count();
        try {
            assertThat(deploy(door, "quantri", Map.of("attendance-report.bpmn", new byte[50 * 1024 * 1024])).status()).isEqualTo(413);
        } catch (UncheckedIOException hungUp) {
            // The node answers and hangs up long before all of it has come.
            assertThat(hungUp.getCause()).isInstanceOf(SocketException.class);
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(new RawHttp(port).get("/").status()).isIn(200, 302);
    }

    private RawHttp.Answer deploy(Door door, String user, Map<String, byte[]> resources) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--ranh\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nthử\r\n".getBytes(StandardCharsets.UTF_8));
        resources.forEach((name, content) -> {
            body.writeBytes(("--ranh\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        RawHttp http = new RawHttp(port);
        if (door == Door.WEBAPP) {
            return WebappSession.login(http, user).sendBytes("POST", "/camunda/api/engine/engine/default/deployment/create", body.toByteArray(), MULTIPART);
        }
        String login = Base64.getEncoder().encodeToString((user + ":" + InstallationProperties.SAMPLE_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return http.sendBytes("POST", "/engine-rest/deployment/create", body.toByteArray(), MULTIPART, "Authorization: Basic " + login);
    }
}
