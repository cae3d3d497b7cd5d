package vn.dusinhhoat.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.files.TestFiles;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;
import vn.dusinhhoat.testing.WebappSession;

/** Files of a report through HTTP: what may be attached, who gets at it, what stays of a version that was sent. */
@RunningApplicationTest
class ReportFilesIT {

    /** People of a ward of their own. */
    private static final String VISITOR = "dv-16732-5";
    private static final String RECEIVER = "dv-16732-1";
    private static final String ENGINE_TASK = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    private int port;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private Reports reports;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    private final ObjectMapper json = new ObjectMapper();
    private RawHttp http;
    private WebappSession visitor;
    private Visit visit;
    private String task;

    @BeforeEach
    void openReport() {
        http = new RawHttp(port);
        visitor = WebappSession.login(http, VISITOR);
        visit = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        task = awaitTask();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "xlsx", "jpg", "png", "heic"})
    void everyAllowedKindGoesInAndComesOutUnchanged(String ending) throws Exception {
        byte[] content = TestFiles.of(ending);
        RawHttp.Answer added = visitor.upload(files(task), "Biên bản tháng 4 (ký)." + ending, content);
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        JsonNode file = json.readTree(added.body());
        assertThat(file.path("name").asText()).isEqualTo("Biên bản tháng 4 (ký)." + ending);
        assertThat(file.path("size").asInt()).isEqualTo(content.length);
        assertThat(sql.sql("select content from report_file where id = ?").param(file.path("id").asLong())
                .query((row, n) -> row.getBytes(1)).single()).isEqualTo(content);
        RawHttp.Answer download = visitor.get(files(task) + "/" + file.path("id").asLong());
        assertThat(download.status()).isEqualTo(200);
        assertThat(download.header("Content-Length")).isEqualTo(String.valueOf(content.length));
        assertThat(download.header("Content-Type")).startsWith("application/octet-stream");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Cache-Control")).isEqualTo("no-store");
        assertThat(download.header("Content-Disposition")).startsWith("attachment;")
                .contains("filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20th%C3%A1ng%204%20%28k%C3%BD%29." + ending);
    }

    @Test
    void aRefusedFileIsOneSentenceAndNothingStored() throws Exception {
        RawHttp.Answer wrong = visitor.upload(files(task), "ảnh.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(json.readTree(wrong.body()).path("message").asText()).isEqualTo("Nội dung tệp \"ảnh.jpg\" không phải là jpg"
                + " hoặc tệp đã hỏng: mở tệp bằng đúng phần mềm, lưu lại rồi đính kèm.");
        assertThat(visitor.upload(files(task), "x.pdf", TestFiles.pdf((20 << 20) + 1)).status()).isEqualTo(413);
        assertThat(visitor.upload(files(task), "x.pdf", new byte[0]).status()).isEqualTo(400);
        assertThat(count()).isZero();
        assertThat(visitor.upload(files(task), "x.pdf", TestFiles.pdf(20 << 20)).status()).as("20 MB to the byte").isEqualTo(200);
    }

    @Test
    void aHostileNameBecomesAHarmlessOne() throws Exception {
        String decomposed = Normalizer.normalize("Đề nghị", Normalizer.Form.NFD);
        String name = json.readTree(visitor.upload(files(task), "../../" + decomposed + "\u202Egpj.pdf", TestFiles.of("pdf")).body())
                .path("name").asText();
        assertThat(name).isEqualTo("Đề nghịgpj.pdf");
        assertThat(json.readTree(visitor.upload(files(task), "ộ".repeat(2_000) + ".pdf", TestFiles.of("pdf")).body())
                .path("name").asText()).hasSize(200).endsWith("ộ.pdf");
        // A line break that a form would send coded; it must not become a header.
        RawHttp.Answer broken = visitor.upload(files(task), "a%0D%0ASet-Cookie: x=1.pdf", TestFiles.of("pdf"));
        RawHttp.Answer download = visitor.get(files(task) + "/" + json.readTree(broken.body()).path("id").asLong());
        assertThat(download.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x=1"));
        assertThat(download.headers("Content-Disposition")).hasSize(1);
    }

    @Test
    void tenFilesAndNoMoreAlsoWhenSentAtOnce() throws Exception {
        ExecutorService devices = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> uploads = IntStream.range(0, 14).mapToObj(n -> devices.submit(() ->
                    visitor.upload(files(task), n + ".pdf", TestFiles.of("pdf")).status())).toList();
            int stored = 0;
            for (Future<Integer> upload : uploads) {
                stored += upload.get() == 200 ? 1 : 0;
            }
            assertThat(stored).isEqualTo(10);
            assertThat(visitor.upload(files(task), "x.pdf", TestFiles.of("pdf")).body()).contains("đã có 10 tệp kèm theo");
        } finally {
            devices.shutdownNow();
        }
    }

    @Test
    void strangersFindNothing() throws Exception {
        long file = add("Biên bản.pdf");
        for (String stranger : List.of(VisitFixture.PROVINCE_MEMBER, VisitFixture.COMMUNE_RECEIVER, RECEIVER)) {
            WebappSession other = WebappSession.login(http, stranger);
            assertThat(other.get(files(task) + "/" + file).status()).isEqualTo(404);
            assertThat(other.get(ofVisit() + "/" + file).status()).isEqualTo(404);
            assertThat(other.get(ofVisit()).status()).isEqualTo(404);
            assertThat(other.send("DELETE", files(task) + "/" + file, null).status()).isEqualTo(404);
            assertThat(other.upload(files(task), "x.pdf", TestFiles.of("pdf")).status()).isEqualTo(404);
        }
        assertThat(http.get(files(task) + "/" + file).status()).isEqualTo(401);
        assertThat(count()).isEqualTo(1);
    }

    /** The right to one report is no right to the files of another. */
    @Test
    void aFileOfAnotherReportIsNotThere() throws Exception {
        long file = add("Biên bản.pdf");
        Visit other = fixture.visitOf(VISITOR, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        visit = other;
        String otherTask = awaitTask();
        assertThat(visitor.get(files(otherTask) + "/" + file).status()).isEqualTo(404);
        assertThat(visitor.get(ofVisit() + "/" + file).status()).isEqualTo(404);
        assertThat(visitor.send("DELETE", files(otherTask) + "/" + file, null).status()).isEqualTo(200);
        assertThat(sql.sql("select count(*) from report_file where id = ?").param(file).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aSentReportKeepsItsFilesAndTheReceiverReadsThem() throws Exception {
        long sent = add("Biên bản.pdf");
        long never = add("nhầm.pdf");
        assertThat(visitor.send("DELETE", files(task) + "/" + never, null).status()).isEqualTo(200);
        assertThat(sql.sql("select count(*) from report_file where id = ?").param(never).query(Integer.class).single()).isZero();
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        assertThat(visitor.send("POST", ENGINE_TASK + task + "/submit-form", "{}").status()).isEqualTo(204);

        WebappSession receiver = WebappSession.login(http, RECEIVER);
        String reception = awaitTask();
        assertThat(json.readTree(receiver.get("/camunda/api/attendance/tasks/" + reception).body()).at("/form/files/0/name").asText())
                .isEqualTo("Biên bản.pdf");
        assertThat(receiver.get(files(reception) + "/" + sent).body()).isEqualTo(new String(TestFiles.of("pdf"), StandardCharsets.US_ASCII));
        assertThat(receiver.upload(files(reception), "x.pdf", TestFiles.of("pdf")).status()).isEqualTo(404);
        assertThat(receiver.send("DELETE", files(reception) + "/" + sent, null).status()).isEqualTo(404);
        assertThat(visitor.get(ofVisit()).body()).contains("Biên bản.pdf");
        assertThat(visitor.get(ofVisit() + "/" + sent).status()).isEqualTo(200);

        reports.withdraw(visit.id(), VISITOR);
        String again = awaitTask();
        assertThat(visitor.send("DELETE", files(again) + "/" + sent, null).status()).isEqualTo(200);
        assertThat(visitor.get(ofVisit()).body()).isEqualTo("[]");
        assertThat(sql.sql("select count(*) from report_version_file where file_id = ?").param(sent).query(Integer.class).single()).isEqualTo(1);
        assertThat(visitor.get(ofVisit() + "/" + sent).status()).as("kept with the version that was sent").isEqualTo(200);

        // Nothing is sent in time: the version before counts again, with its file and without what was added since.
        add(again, "mới.pdf");
        reports.keepSent(visit.id());
        assertThat(visitor.get(ofVisit()).body()).contains("Biên bản.pdf").doesNotContain("mới.pdf");
    }

    /** Situation C16: a wrong file was sent, taken back and left out. */
    @Test
    void whatWasTakenBackIsNoLongerTheReceivers() throws Exception {
        long wrong = add("gửi nhầm.pdf");
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        visitor.send("POST", ENGINE_TASK + task + "/submit-form", "{}");
        awaitTask();
        reports.withdraw(visit.id(), VISITOR);
        String again = awaitTask();
        visitor.send("DELETE", files(again) + "/" + wrong, null);
        assertThat(visitor.send("POST", ENGINE_TASK + again + "/submit-form", "{}").status()).isEqualTo(204);
        WebappSession receiver = WebappSession.login(http, RECEIVER);
        String reception = awaitTask();
        assertThat(receiver.get("/camunda/api/attendance/tasks/" + reception).status()).isEqualTo(200);
        assertThat(receiver.get(files(reception) + "/" + wrong).status()).isEqualTo(404);
        assertThat(visitor.get(ofVisit() + "/" + wrong).status()).isEqualTo(200);
    }

    private long add(String name) throws Exception {
        return add(task, name);
    }

    private long add(String toTask, String name) throws Exception {
        return json.readTree(visitor.upload(files(toTask), name, TestFiles.of("pdf")).body()).path("id").asLong();
    }

    private int count() {
        return sql.sql("select count(*) from report_file where visit_id = ?").param(visit.id()).query(Integer.class).single();
    }

    private static String files(String ofTask) {
        return "/camunda/api/attendance/tasks/" + ofTask + "/files";
    }

    private String ofVisit() {
        return "/camunda/api/attendance/visits/" + visit.id() + "/files";
    }

    private String awaitTask() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(), found -> found != null).getId();
    }
}
