package vn.dusinhhoat.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.StoppableDatabase;
import vn.dusinhhoat.testing.TestDatabase;
import vn.dusinhhoat.testing.WebappSession;

/** Row O2 with a database that is really stopped: the node gets no more work, is not restarted, and works on by itself. */
class StoppedDatabaseIT {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void whileItIsStoppedTheNodeIsUnreadyButAliveAndThenWorksOn(@TempDir Path folder) throws Exception {
        try (StoppableDatabase database = new StoppableDatabase(folder, Map.of("archive_mode", "on", "archive_command", "false"));
             ApplicationProcess application = launch(folder, database)) {
            application.awaitReady();
            assertThat(application.inner().get(READINESS).status()).isEqualTo(200);
            assertThat(number(application, "dusinhhoat_backup_archived_seconds")).as("an archive that takes nothing").isPositive();

            database.stop();
            RawHttp.Answer unready = application.inner().get(READINESS);
            assertThat(unready.status()).isEqualTo(503);
            assertThat(unready.body()).as("no details").isEqualTo("{\"status\":\"DOWN\"}");
            RawHttp.Answer alive = application.inner().get(LIVENESS);
            assertThat(alive.status()).isEqualTo(200);
            assertThat(alive.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(application.inner().get("/actuator/prometheus").status()).as("numbers need no database").isEqualTo(200);

            database.start();
            Awaitility.await().atMost(LONGEST).until(() -> application.inner().get(READINESS).status() == 200);
            assertThat(WebappSession.login(application.http(), "canboxa").get("/camunda/api/engine/engine/default/task?maxResults=1").status()).isEqualTo(200);
            OwnerSql owner = new OwnerSql(database.address());
            owner.sql("update act_ru_job set duedate_ = now() - interval '1 minute' where handler_type_ = 'timer-start-event' and process_def_key_ = 'daily-notices'")
                    .update();
            Awaitility.await().atMost(LONGEST).until(() -> owner.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'daily-notices'")
                    .query(Integer.class).single() > 0);
        }
    }

    private static ApplicationProcess launch(Path folder, StoppableDatabase database) {
        return ApplicationProcess.launch(folder, Stream.concat(Stream.of(TestDatabase.settings(database.address())).map("--"::concat),
                Stream.of("--dusinhhoat.sample.enabled=true", "--dusinhhoat.sample.duties=false")).toArray(String[]::new));
    }

    private static double number(ApplicationProcess application, String name) {
        String line = Awaitility.await().atMost(LONGEST).until(() -> application.inner().get("/actuator/prometheus").body().lines()
                .filter(each -> each.startsWith(name + " ")).findFirst().orElse("NaN"), each -> !each.endsWith("NaN"));
        return Double.parseDouble(line.substring(name.length()));
    }
}
