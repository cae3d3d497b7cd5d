package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.TestDatabase;

/**
 * Rows T7 to T10, R1, R11 with real nodes on one PostgreSQL: afterwards each person has each period once, each with one
 * case, and none is missing.
 */
class DutyCycleFaultIT {

    private static final int MANY = 300;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String BEGIN = "{\"messageName\":\"attendance-cycle.begin\"}";

    @TempDir
    private static Path folder;

    @Test
    void killedInTheMiddleOfABatchAndGoneOnByTwoNodesWhileSomebodyStartsItByHand() throws Exception {
        String database = TestDatabase.create();
        ApplicationProcess first = launch(database);
        first.awaitReady();
        Awaitility.await().atMost(LONGEST).until(() -> count(database, "select count(*) from duty where visit_id is not null") > MANY);
        first.kill();
        String backup = TestDatabase.copyOf(database);
        int before = count(database, "select count(*) from duty where visit_id is not null");
        int owed = count(database, "select count(*) from duty");
        assertThat(owed).as("killed in the middle").isGreaterThan(before);
        try (ApplicationProcess one = launch(database); ApplicationProcess two = launch(database)) {
            one.awaitReady();
            two.awaitReady();
            Stream.of(one, two, one).parallel().forEach(DutyCycleFaultIT::beginByHand);
            Awaitility.await().atMost(LONGEST).until(() -> count(database, "select count(*) from duty where visit_id is null") == 0
                    && count(database, "select count(*) from duty_period") == 3);
            assertEachOnce(database);
            // Restarted, and started once more: nothing is left to do.
            int visits = count(database, "select count(*) from visit");
            beginByHand(two);
            Awaitility.await().atMost(LONGEST).until(() -> count(database, "select count(*) from act_hi_procinst where proc_def_key_ = 'attendance-cycle'"
                    + " and end_time_ is not null and start_time_ >= (select max(start_time_) from act_hi_procinst where proc_def_key_ = 'attendance-cycle')") == 1);
            assertThat(count(database, "select count(*) from visit")).isEqualTo(visits);
        }
        restored(backup);
    }

    /** The backup of the middle of the work is put back later: what was made since is made again, what was there is not. */
    private static void restored(String backup) throws Exception {
        try (ApplicationProcess node = launch(backup)) {
            node.awaitReady();
            beginByHand(node);
            Awaitility.await().atMost(LONGEST).until(() -> count(backup, "select count(*) from duty where visit_id is null") == 0
                    && count(backup, "select count(*) from duty_period") == 3);
            assertEachOnce(backup);
        }
    }

    private static void assertEachOnce(String database) throws SQLException {
        int people = count(database, """
                select count(distinct t.person_id) from post t join party_unit u on u.id = t.unit_id where u.level = 'COMMUNE'""");
        assertThat(count(database, "select count(*) from duty d join duty_period p on p.id = d.period_id where p.cadence = 'MONTHLY'")).isEqualTo(people);
        assertThat(count(database, "select count(*) from duty d join duty_period p on p.id = d.period_id where p.cadence = 'HALF_YEARLY'")).isEqualTo(68);
        assertThat(count(database, "select count(*) from (select 1 from duty group by person_id, period_id having count(*) > 1) twice")).isZero();
        assertThat(count(database, """
                select count(*) from duty d where (select count(*) from act_ru_execution e where e.business_key_ = d.visit_id::text
                                                   and e.parent_id_ is null and e.super_exec_ is null) <> 1""")).as("one case each").isZero();
        assertThat(count(database, """
                select count(*) from visit v where not exists (select 1 from duty d where d.visit_id = v.id)""")).as("visits of nobody's duty").isEqualTo(4);
        assertThat(count(database, "select count(*) from act_ru_incident")).isZero();
    }

    private static void beginByHand(ApplicationProcess node) {
        var answer = node.http().send("POST", "/engine-rest/message", BEGIN, "Content-Type: application/json", "Authorization: Basic "
                + Base64.getEncoder().encodeToString("quantri:Chi-bo-khu-dan-cu-2026".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    private static ApplicationProcess launch(String database) {
        return ApplicationProcess.launch(folder, Stream.concat(Stream.of(TestDatabase.settings(database)).map("--"::concat),
                Stream.of("--dusinhhoat.sample.enabled=true")).toArray(String[]::new));
    }

    private static int count(String database, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, TestDatabase.OWNER, "");
             Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
