package vn.dusinhhoat.supervision.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import vn.dusinhhoat.testing.RawHttp;

/** A real Prometheus on loopback that asks the nodes every two seconds and evaluates rules as often. */
final class PrometheusProcess implements AutoCloseable {

    private static final String CONFIGURATION = """
            global: {scrape_interval: 2s, scrape_timeout: 2s, evaluation_interval: 2s}
            rule_files: [alerts.yml]
            scrape_configs:
              - job_name: du-sinh-hoat
                metrics_path: /actuator/prometheus
                file_sd_configs: [{files: [targets.json], refresh_interval: 1s}]
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final Process process;
    private final RawHttp http;

    /**
     * Starts it.
     *
     * @param folder holds {@code alerts.yml}
     * @throws AssertionError when there is no Prometheus on the PATH
     */
    PrometheusProcess(Path folder, int... managementPorts) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("prometheus.yml"), CONFIGURATION);
        watch(managementPorts);
        int port = freePort();
        this.process = start(folder, "prometheus", "--config.file=prometheus.yml", "--storage.tsdb.path=tsdb", "--web.listen-address=127.0.0.1:" + port);
        this.http = new RawHttp(port);
    }

    /** Runs promtool to its end; its output. */
    static String check(Path folder, String... arguments) throws IOException, InterruptedException {
        String[] command = IntStream.rangeClosed(0, arguments.length).mapToObj(n -> n == 0 ? "promtool" : arguments[n - 1]).toArray(String[]::new);
        Process promtool = start(folder, command);
        if (!promtool.waitFor(60, TimeUnit.SECONDS) || promtool.exitValue() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("promtool.log")));
        }
        return Files.readString(folder.resolve("promtool.log"));
    }

    private static Process start(Path folder, String... command) throws IOException {
        try {
            return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve(command[0] + ".log").toFile()).start();
        } catch (IOException e) {
            throw new AssertionError("The drill needs prometheus and promtool on the PATH: install the package \"prometheus\" (Debian, Ubuntu:"
                    + " apt-get install prometheus) or the archive of the project's own release", e);
        }
    }

    /** Names the nodes, by their inner ports. */
    void watch(int... managementPorts) throws IOException {
        Path written = Files.writeString(folder.resolve("targets.new"), json.writeValueAsString(List.of(Map.of("targets",
                IntStream.of(managementPorts).mapToObj(port -> "127.0.0.1:" + port).toList()))));
        Files.move(written, folder.resolve("targets.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What fires now: alerts with their summaries. */
    Map<String, String> firing() throws IOException {
        Map<String, String> firing = new TreeMap<>();
        for (JsonNode alert : ask("/api/v1/alerts").path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                firing.merge(alert.path("labels").path("alertname").asText(), alert.path("annotations").path("summary").asText(), (one, two) -> one + " " + two);
            }
        }
        return firing;
    }

    /** How many nodes answered when they were asked last. */
    long nodes() throws IOException {
        JsonNode targets = ask("/api/v1/targets?state=active").path("activeTargets");
        return IntStream.range(0, targets.size()).filter(n -> targets.get(n).path("health").asText().equals("up")).count();
    }

    private JsonNode ask(String path) throws IOException {
        RawHttp.Answer answer = http.get(path);
        if (answer.status() != 200) {
            throw new IOException("Prometheus answered " + answer.status());
        }
        return json.readTree(answer.body()).path("data");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
