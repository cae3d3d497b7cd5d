package vn.dusinhhoat.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** The embedded database keeps what was acknowledged, whatever happens to the application. */
class KilledApplicationIT {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String ANSWERS = """
            {"basedOn":0,"answers":{"meetingKind":"REGULAR","startedAt":"19:30","endedAt":"21:00","present":"30",
            "required":"31","ownScore":"GOOD","recommendations":"NO","summary":"Họp đủ, đúng giờ; mở rộng đường liên xóm."}}""";
    private static final Pattern DATABASE_PORT = Pattern.compile("ready on loopback port (\\d+)");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void anAcknowledgedReportSurvivesKillNineAndNoServerIsLeftBehind(@TempDir Path folder) throws Exception {
        String data = "--dusinhhoat.data-directory=" + folder.resolve("data");
        try (ApplicationProcess first = ApplicationProcess.launch(folder, data, "--dusinhhoat.sample.duties=false")) {
            first.awaitReady();
            assertDurableCommits(first);
            submitReport(first.http());
            first.kill();
        }
        assertThat(serversOf(folder)).as("the orphan that the next start has to deal with").isNotEmpty();

        try (ApplicationProcess second = ApplicationProcess.launch(folder, data, "--dusinhhoat.sample.duties=false")) {
            Duration afterKill = second.awaitReady();
            assertThat(second.text()).contains("of an earlier run").doesNotContain("Sample province loaded");
            assertReportIsThere(second.http());
            second.stop();
            assertThat(serversOf(folder)).as("servers left after an orderly stop").isEmpty();

            try (ApplicationProcess third = ApplicationProcess.launch(folder, data, "--dusinhhoat.sample.duties=false")) {
                Duration usual = third.awaitReady();
                assertThat(afterKill).isLessThan(usual.plusSeconds(8));
            }
        }
    }

    @Test
    void oneDataFolderBelongsToOneApplication(@TempDir Path folder) throws Exception {
        String data = "--dusinhhoat.data-directory=" + folder.resolve("data");
        try (ApplicationProcess first = ApplicationProcess.launch(folder, data, "--dusinhhoat.sample.duties=false")) {
            first.awaitReady();
            assertThat(ApplicationProcess.launch(folder, data, "--dusinhhoat.sample.duties=false").awaitRefusal())
                    .contains("Một ứng dụng khác đang chạy với thư mục dữ liệu");
            assertThat(first.http().get("/").status()).isEqualTo(200);
        }
    }

    private void submitReport(RawHttp http) {
        WebappSession visitor = WebappSession.login(http, "canboxa");
        String task = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> firstTask(visitor), id -> id != null);
        RawHttp.Answer draft = visitor.send("PUT", "/camunda/api/attendance/tasks/" + task + "/draft", ANSWERS);
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        assertThat(visitor.send("POST", TASKS + "/" + task + "/submit-form", "{}").status()).isEqualTo(204);
    }

    private void assertReportIsThere(RawHttp http) throws Exception {
        WebappSession receiver = WebappSession.login(http, "thuongtrucxa");
        String task = firstTask(receiver);
        RawHttp.Answer answer = receiver.get("/camunda/api/attendance/tasks/" + task);
        assertThat(answer.status()).as("task %s: %s", task, answer.body()).isEqualTo(200);
        JsonNode report = json.readTree(answer.body());
        assertThat(report.path("answers").path("summary").asText()).isEqualTo("Họp đủ, đúng giờ; mở rộng đường liên xóm.");
        assertThat(report.path("state").asText()).isEqualTo("Đã gửi, đúng hạn");
    }

    private String firstTask(WebappSession user) throws Exception {
        JsonNode tasks = json.readTree(user.get(TASKS + "?maxResults=10&processDefinitionKey=attendance-report").body());
        return tasks.isEmpty() ? null : tasks.get(0).path("id").asText();
    }

    private static void assertDurableCommits(ApplicationProcess application) throws SQLException {
        Matcher port = DATABASE_PORT.matcher(application.text());
        assertThat(port.find()).isTrue();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/postgres", "postgres", "");
             Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet shown = statement.executeQuery("show " + setting)) {
                    shown.next();
                    assertThat(shown.getString(1)).as(setting).isEqualTo("on");
                }
            }
            assertTwoRolesAndASilentLog(statement);
        }
    }

    /** Rows D2 and D5 in the default installation: another role than the owner's, and no row in the server's log. */
    private static void assertTwoRolesAndASilentLog(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                select (select string_agg(distinct tableowner, ',') from pg_tables where schemaname = 'public'),
                       (select string_agg(distinct usename, ',') from pg_stat_activity where application_name = 'du-sinh-hoat'),
                       has_table_privilege('dusinhhoat_app', 'audit_event', 'UPDATE, DELETE, TRUNCATE'),
                       current_setting('log_error_verbosity') || ' ' || current_setting('log_min_error_statement')""")) {
            found.next();
            assertThat(found.getString(1)).isEqualTo("dusinhhoat");
            assertThat(found.getString(2)).isEqualTo("dusinhhoat_app");
            assertThat(found.getBoolean(3)).isFalse();
            assertThat(found.getString(4)).isEqualTo("terse panic");
        }
    }

    /** PostgreSQL processes whose binaries or data lie in the folder. */
    private static java.util.List<ProcessHandle> serversOf(Path folder) {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)
                .filter(each -> each.info().command().orElse("").startsWith(folder.toString())).toList();
    }
}
