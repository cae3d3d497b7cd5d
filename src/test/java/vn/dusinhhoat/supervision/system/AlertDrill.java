package vn.dusinhhoat.supervision.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.notification.mail.RefusingServer;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.revision.gate.BadModels;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.StoppableDatabase;
import vn.dusinhhoat.testing.TestDatabase;

/**
 * Row O3: each fault that an alert is for is made in the running application, a real Prometheus evaluates the shipped rules,
 * and after each fault exactly its alerts fire, and none once it is mended. Not part of the tests:
 * {@code mvn test -Dtest=AlertDrill -Dexec.skip=true}, with prometheus and promtool on the PATH.
 *
 * <p>What cannot be waited for: the two pauses "for" of the rules are ten seconds here (their true length is tested by
 * promtool in alerts-test.yml), and what is to be minutes, an hour or a day old is set back in the database. The database says
 * another time, and of its archive another age, by a function and a view that stand before its own for the application's role.
 * The numbers are read when the drill has made its fault, not up to a minute later; while the database is stopped they keep
 * their own pace, so that five minutes are five minutes there.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"dusinhhoat.sample.enabled=true",
    "dusinhhoat.sample.duties=false", "management.server.port=0", "management.prometheus.metrics.export.enabled=true",
    "dusinhhoat.notices.quiet-from=00:00", "dusinhhoat.notices.quiet-until=00:00"})
@Import(VisitFixture.class)
class AlertDrill {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDrill.class);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration LONGEST_WITHOUT_DATABASE = Duration.ofMinutes(8);
    private static final String TESTS = "vn/dusinhhoat/supervision/system/alerts-test.yml";
    private static final String DAILY_NOTICES = "handler_type_ = 'timer-start-event' and process_def_key_ = 'daily-notices'";
    private static final int MAIL_PORT = freePort();

    private static Path folder;
    private static StoppableDatabase database;

    @LocalServerPort
    private int port;
    @LocalManagementPort
    private int managementPort;
    @Autowired
    private Gauges gauges;
    @Autowired
    private LimitTimerCheck check;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private ManagementService management;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JobExecutor jobExecutor;
    @Autowired
    private HikariDataSource connections;

    private final List<String> record = new ArrayList<>();
    private OwnerSql owner;
    private PrometheusProcess prometheus;

    private interface Work {
        void run() throws Exception;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) throws IOException, SQLException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "alert-drill");
        // Takes segments, that is, throws them away, as long as the file beside it is there.
        Path archiver = Files.writeString(folder.resolve("archiver"), "#!/bin/sh\ntest -f " + archive() + "\n");
        Files.setPosixFilePermissions(archiver, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(archive());
        database = new StoppableDatabase(folder, Map.of("archive_mode", "on", "archive_command", archiver.toString()));
        // What the drill puts into its schema stands before the server's own.
        database.administer("alter role " + TestDatabase.APPLICATION + " set search_path = drill, public, pg_catalog");
        Stream.of(TestDatabase.settings(database.address())).map(each -> each.split("=", 2)).forEach(each -> registry.add(each[0], () -> each[1]));
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL_PORT);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void everyAlertFiresAndEnds() throws Exception {
        Files.copy(AlertRules.FILE, folder.resolve("alerts.yml"));
        Files.writeString(folder.resolve("alerts-test.yml"), new ClassPathResource(TESTS)
                .getContentAsString(StandardCharsets.UTF_8));
        LOG.info(PrometheusProcess.check(folder, "test", "rules", "alerts-test.yml"));
        Files.writeString(folder.resolve("alerts.yml"), AlertRules.text(AlertRules.FILE).replaceAll("for: (1h|2m)", "for: 10s"));
        owner = new OwnerSql(database.address());
        try (PrometheusProcess running = new PrometheusProcess(folder, managementPort)) {
            prometheus = running;
            deployments();
            jobs();
            mails();
            limits();
            logins();
            clock();
            backup();
            stoppedDatabase();
            lostNode();
        }
        assertThat(record).hasSameSizeAs(AlertRules.all());
        record.forEach(LOG::info);
    }

    private void deployments() throws Exception {
        drill(Set.of("Deployment"), "an administrator deploys a model", () -> {
            anHourPasses();
            expect(Set.of(), LONGEST, true);
            identities.setAuthentication("quantri", List.of("camunda-admin"));
            DeploymentBuilder model = repository.createDeployment().name("thử");
            BadModels.bundle("calendar-change").forEach((name, content) -> model.addInputStream(name, new ByteArrayInputStream(content)));
            model.deploy();
            identities.clearAuthentication();
        }, "an hour passes (audit set back)", this::anHourPasses);
    }

    private void anHourPasses() {
        setAuditBack("61 minutes");
    }

    private void setAuditBack(String time) {
        owner.sql("alter table audit_event disable trigger audit_event_append_only").update();
        owner.sql("update audit_event set at = at - interval '" + time + "'").update();
        owner.sql("alter table audit_event enable trigger audit_event_append_only").update();
    }

    private void jobs() throws Exception {
        drill(Set.of("FailedJob", "Incident"), "a job fails at every attempt (reports cannot be written; pauses cut short)", () -> {
            owner.sql("alter table report add constraint broken_for_the_drill check (false) not valid").update();
            fixture.visitOf(fixture.newWorker(), today().minusDays(1));
            Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> {
                owner.sql("update act_ru_job set duedate_ = now() where exception_stack_id_ is not null and retries_ > 0 and lock_owner_ is null").update();
                return management.createJobQuery().noRetriesLeft().count() == 1;
            });
        }, "cause mended, job retried as in Cockpit", () -> {
            owner.sql("alter table report drop constraint broken_for_the_drill").update();
            management.setJobRetries(management.createJobQuery().noRetriesLeft().singleResult().getId(), 1);
        });
        String timer = timerOf(fixture.visitOf(fixture.newWorker(), today().plusDays(9)));
        drill(Set.of("Suspended"), "somebody suspends a job", () -> management.suspendJobById(timer), "activated again",
                () -> management.activateJobById(timer));
        drill(Set.of("NobodyDoesTheJobs"), "the job executor is off, a job is due for six minutes (set back)", () -> {
            jobExecutor.shutdown();
            owner.sql("update act_ru_job set duedate_ = now() - interval '6 minutes' where id_ = ?").param(timer).update();
            assertThat(health("readiness")).isEqualTo(503);
        }, "on again, the job is done", jobExecutor::start);
    }

    private String timerOf(Visit visit) {
        return owner.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and j.handler_cfg_ = 'timer_meetingEvening'""").param(String.valueOf(visit.id())).query(String.class).single();
    }

    private void mails() throws Exception {
        RefusingServer refusing = new RefusingServer(MAIL_PORT, "MAIL", "421 nothing now");
        GreenMail taking = new GreenMail(new ServerSetup(MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        drill(Set.of("MailsWait"), "the mail server refuses, a mail is due for 16 minutes (set back)", () -> {
            owner.sql("update person set email = 'ai-do@example.vn' where user_id = ?").param(VisitFixture.PROVINCE_MEMBER).update();
            owner.sql("""
                    insert into notice (kind, person_id, unit_id, day, days_off, state, message_id, due_today, late, to_receive, written_at, next_attempt_at)
                    select 'CLERK_DIGEST', ?, id, ?, 0, 'WAITING', 'dien-tap@example.vn', 1, 1, 1, now() - interval '16 minutes', now() - interval '16 minutes'
                    from party_unit where code = ?""").params(fixture.personId(VisitFixture.PROVINCE_MEMBER), today(), VisitFixture.COMMUNE).update();
            owner.sql("update act_ru_job set duedate_ = now() where " + DAILY_NOTICES).update();
            Awaitility.await().atMost(LONGEST).until(() -> number("select failures from notice_sending") > 0);
        }, "another server takes mails (pauses cut short)", () -> {
            refusing.close();
            taking.start();
            owner.sql("update notice_sending set next_attempt_at = now()").update();
            Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(() -> {
                owner.sql("update act_ru_job set duedate_ = now() where handler_cfg_ like 'timer_serverPause%' and lock_owner_ is null").update();
                return taking.getReceivedMessages().length == 1;
            });
        });
        taking.stop();
    }

    private void limits() throws Exception {
        Visit visit = fixture.visitOf(fixture.newWorker(), today().minusDays(1));
        Task task = Awaitility.await().atMost(LONGEST).until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).singleResult(),
                found -> found != null);
        drill(Set.of("LimitsMovedAnotherWay"), "the due date of a task is set in the engine; the night comes", () -> {
            tasks.setDueDate(task.getId(), Date.from(task.getDueDate().toInstant().plus(Duration.ofDays(7))));
            check.run();
        }, "set right; the next night comes", () -> {
            tasks.setDueDate(task.getId(), task.getDueDate());
            check.run();
        });
    }

    private void logins() throws Exception {
        drill(Set.of("LoginsRefused"), "60 wrong passwords", () -> {
            RawHttp http = new RawHttp(port);
            RawHttp.Answer page = http.get("/camunda/app/tasklist/default/");
            for (String user : owner.sql("select id_ from act_id_user order by id_ limit 60").query(String.class).list()) {
                assertThat(http.send("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "username=" + user + "&password=sai-mat-khau",
                        "Content-Type: application/x-www-form-urlencoded", "Cookie: " + page.cookies(), "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN")).status())
                        .isEqualTo(401);
            }
        }, "eleven minutes pass (audit set back)", () -> setAuditBack("11 minutes"));
    }

    private void clock() throws Exception {
        drill(Set.of("ClocksDiffer"), "the database says a time of ten seconds later", () -> {
            owner.sql("create schema drill").update();
            owner.sql("grant usage on schema drill to " + TestDatabase.APPLICATION).update();
            owner.sql("create function drill.statement_timestamp() returns timestamptz language sql stable as"
                    + " 'select pg_catalog.statement_timestamp() + interval ''10 seconds'''").update();
            connections.getHikariPoolMXBean().softEvictConnections();
        }, "the right time again", () -> {
            owner.sql("drop function drill.statement_timestamp()").update();
            connections.getHikariPoolMXBean().softEvictConnections();
        });
    }

    private void backup() throws Exception {
        database.administer("select pg_switch_wal()");
        Awaitility.await().atMost(LONGEST).until(() -> number("select archived_count from pg_stat_archiver") > 0);
        drill(Set.of("BackupOld"), "the archive command fails, for 25 hours (by a view)", () -> {
            Files.delete(archive());
            owner.sql("""
                    create view drill.pg_stat_archiver as select stats_reset, last_archived_time
                    - case when last_failed_time > last_archived_time then interval '25 hours' else interval '0' end as last_archived_time
                    from pg_catalog.pg_stat_archiver""").update();
            owner.sql("grant select on drill.pg_stat_archiver to " + TestDatabase.APPLICATION).update();
            connections.getHikariPoolMXBean().softEvictConnections();
            writeAndSwitch();
            Awaitility.await().atMost(LONGEST).until(() -> number("select failed_count from pg_stat_archiver") > 0);
        }, "the archive takes again", () -> {
            Files.createFile(archive());
            writeAndSwitch();
        });
        owner.sql("drop schema drill cascade").update();
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    private void writeAndSwitch() throws SQLException {
        owner.sql("create table drill.written (n int)").update();
        owner.sql("drop table drill.written").update();
        database.administer("select pg_switch_wal()");
    }

    private void stoppedDatabase() throws Exception {
        Instant begin = Instant.now();
        database.stop();
        assertThat(health("readiness")).isEqualTo(503);
        assertThat(health("liveness")).isEqualTo(200);
        String summary = expect(Set.of("NumbersOld"), LONGEST_WITHOUT_DATABASE, false).get("NumbersOld");
        Instant fired = Instant.now();
        database.start();
        expect(Set.of(), LONGEST, false);
        keep("NumbersOld", "the database is stopped", begin, fired, summary, "started again", fired);
        Awaitility.await().atMost(LONGEST).until(() -> health("readiness") == 200);
    }

    private void lostNode() throws Exception {
        ApplicationProcess node = ApplicationProcess.launch(folder, Stream.concat(Stream.of(TestDatabase.settings(database.address())).map("--"::concat),
                Stream.of("--dusinhhoat.sample.enabled=true", "--dusinhhoat.sample.duties=false")).toArray(String[]::new));
        node.awaitReady();
        prometheus.watch(managementPort, node.managementPort());
        Awaitility.await().atMost(LONGEST).until(() -> prometheus.nodes() == 2);
        List<ApplicationProcess> started = new ArrayList<>();
        try {
            drill(Set.of("NodeGone"), "a second node is killed", node::kill, "started again", () -> {
                started.add(node.again());
                started.get(0).awaitReady();
            });
        } finally {
            for (ApplicationProcess each : started) {
                each.close();
            }
        }
    }

    /** Makes the fault, waits for its alerts and no others, mends it, waits until none fires. */
    private void drill(Set<String> alerts, String fault, Work make, String remedy, Work mend) throws Exception {
        make.run();
        Instant made = Instant.now();
        Map<String, String> firing = expect(alerts, LONGEST, true);
        Instant fired = Instant.now();
        mend.run();
        Instant mended = Instant.now();
        expect(Set.of(), LONGEST, true);
        firing.forEach((alert, summary) -> keep(alert, fault, made, fired, summary, remedy, mended));
    }

    private void keep(String alert, String fault, Instant made, Instant fired, String summary, String remedy, Instant mended) {
        record.add("%-22s %s -> fires after %d s: \"%s\" | %s -> ends after %d s".formatted(alert, fault, Duration.between(made, fired).toSeconds(), summary,
                remedy, Duration.between(mended, Instant.now()).toSeconds()));
        LOG.info(record.get(record.size() - 1));
    }

    private Map<String, String> expect(Set<String> alerts, Duration longest, boolean readAtOnce) {
        return Awaitility.await(alerts.isEmpty() ? "none fires" : alerts + " fire and no other").atMost(longest).pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions().until(() -> {
                    if (readAtOnce) {
                        gauges.read();
                    }
                    return prometheus.firing();
                }, firing -> firing.keySet().equals(alerts));
    }

    private int health(String group) {
        return new RawHttp(managementPort).get("/actuator/health/" + group).status();
    }

    private long number(String question) {
        return owner.sql(question).query(Long.class).single();
    }

    private static LocalDate today() {
        return LocalDate.now(TimeZones.VIETNAM);
    }

    private static Path archive() {
        return folder.resolve("archive-takes");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
