package vn.dusinhhoat.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.TestDatabase;

/**
 * Row R18 with two real nodes on one PostgreSQL and a real mail server: the node that sends is killed after the server has
 * taken a mail and before that is stored. By itself: {@code mvn verify -Dit.test=NoticeFaultIT -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false -Dexec.skip=true}.
 */
class NoticeFaultIT {

    private static final int MAILS = 5;
    private static final long LOCK = 18;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Nobody is told of a meeting so many days before by the table of moments. */
    private static final int DAYS_AHEAD = 9;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String database = TestDatabase.create();
    private Connection owner;

    @BeforeEach
    void begin() throws SQLException {
        mail.start();
        owner = DriverManager.getConnection(database, TestDatabase.OWNER, "");
    }

    @AfterEach
    void end() throws SQLException {
        owner.close();
        mail.stop();
    }

    @Test
    void killedBetweenTheServersAnswerAndTheCommitOneMailComesTwiceAsTheSame(@TempDir Path folder) throws Exception {
        Map<String, ApplicationProcess> nodes = Map.of("node-a", launch(folder, "node-a"), "node-b", launch(folder, "node-b"));
        try {
            nodes.values().forEach(ApplicationProcess::awaitReady);
            write();
            letNothingBeMarkedAsSent();
            run("update act_ru_job set duedate_ = now() where handler_type_ = 'timer-start-event' and process_def_key_ = 'daily-notices'");
            Awaitility.await().atMost(LONGEST).until(() -> sender() != null && count("select count(*) from act_ru_job where handler_cfg_ like 'timer_batchLost%'") == 1);
            assertThat(mail.getReceivedMessages()).as("taken by the server").hasSize(1);
            assertThat(count("select count(*) from notice where state = 'WAITING'")).as("stored as sent").isEqualTo(MAILS);

            nodes.get(sender()).kill();
            run("select pg_advisory_unlock(" + LOCK + ")");
            Awaitility.await().atMost(LONGEST).until(() -> sender() == null);
            assertThat(count("select count(*) from notice where state = 'WAITING'")).isEqualTo(MAILS);
            // The ten minutes are over after which the run goes on without the batch.
            run("update act_ru_job set duedate_ = now() where handler_cfg_ like 'timer_batchLost%'");
            Awaitility.await().atMost(LONGEST).until(() -> count("select count(*) from notice where state = 'SENT'") == MAILS
                    && count("select count(*) from act_ru_execution where business_key_ is null and proc_def_id_ like 'daily-notices:%'") == 0);
            assertThat(mailsById()).hasSize(MAILS);
            assertThat(mailsById().values()).as("one twice, the others once").containsExactlyInAnyOrder(2L, 1L, 1L, 1L, 1L);
            assertThat(count("select count(*) from act_ru_incident")).isZero();
        } finally {
            for (ApplicationProcess node : nodes.values()) {
                node.close();
            }
        }
    }

    private ApplicationProcess launch(Path folder, String name) {
        return ApplicationProcess.launch(folder, Stream.concat(Stream.of(TestDatabase.settings(database)).map("--"::concat),
                Stream.of("--dusinhhoat.sample.enabled=true", "--dusinhhoat.sample.duties=false", "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.getSmtp().getPort(), "--dusinhhoat.notices.quiet-from=00:00", "--dusinhhoat.notices.quiet-until=00:00",
                        "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name)).toArray(String[]::new));
    }

    /** Notices about visits to come, of people who have an address; nobody else has one. */
    private void write() throws SQLException {
        run("update person set email = null where email is not null");
        run("""
                with visitor as (
                    update person set email = user_id || '@nhac-viec.example.vn' where id in (
                        select person_id from post where valid_to is null order by person_id limit %d) returning id, home_cell_id),
                visited as (
                    insert into visit (person_id, cell_id, meeting_at, state)
                    select p.id, (select min(c.id) from party_unit c where c.level = 'CELL' and c.id <> p.home_cell_id),
                           date_trunc('day', now()) + interval '%d days 12 hours', 'SCHEDULED' from visitor p returning id, person_id, meeting_at)
                insert into notice (kind, person_id, visit_id, day, days_off, state, message_id, written_at, next_attempt_at)
                select 'BEFORE_MEETING', person_id, id, (meeting_at at time zone 'Asia/Ho_Chi_Minh')::date, %d, 'WAITING',
                       'thu-' || id || '@nhac-viec.example.vn', now(), now() from visited""".formatted(MAILS, DAYS_AHEAD, DAYS_AHEAD));
        assertThat(count("select count(*) from notice")).isEqualTo(MAILS);
    }

    /** The mail is handed over, and its node waits for us before it may store that. */
    private void letNothingBeMarkedAsSent() throws SQLException {
        run("select pg_advisory_lock(" + LOCK + ")");
        run("create function wait_for_the_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(" + LOCK
                + "); return new; end $$");
        run("create trigger wait_for_the_test before update on notice for each row when (new.state = 'SENT') execute function wait_for_the_test()");
    }

    /** Name of the node that waits for us; null when none does. */
    private String sender() throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet found = statement.executeQuery("""
                select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where l.locktype = 'advisory' and l.objid = %d and not l.granted""".formatted(LOCK))) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private Map<String, Long> mailsById() throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (MimeMessage each : mail.getReceivedMessages()) {
            ids.add(each.getMessageID());
        }
        return ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    private void run(String command) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    private int count(String question) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
