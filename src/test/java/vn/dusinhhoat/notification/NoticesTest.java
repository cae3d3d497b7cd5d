package vn.dusinhhoat.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** An application with a mail server of the test's own; each test begins without notices. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
public abstract class NoticesTest {

    protected static final LocalDate FRIDAY = VisitFixture.FRIDAY;
    protected static final LocalTime MORNING = LocalTime.of(7, 0);
    protected static final LocalTime EVENING = LocalTime.of(20, 30);
    protected static final int PORT = freePort();
    private static GreenMail mail;

    @Autowired
    protected NoticeSelection selection;
    @Autowired
    protected VisitFixture visits;
    @Autowired
    protected EngineSteps steps;
    @Autowired
    protected RuntimeService runtime;
    @Autowired
    protected JdbcClient sql;
    @Autowired
    protected OwnerSql owner;
    @Autowired
    protected MovableClock clock;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> PORT);
        registry.add("dusinhhoat.public-address", () -> "https://dusinhhoat.example.vn/");
    }

    @BeforeEach
    void begin() {
        clear();
        startMail();
    }

    @AfterEach
    void end() {
        clear();
        stopMail();
        clock.reset();
    }

    private void clear() {
        runtime.createProcessInstanceQuery().processDefinitionKey("daily-notices").list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        sql.sql("delete from notice").update();
        sql.sql("delete from duty_start").update();
        sql.sql("update notice_sending set run_id = null, failures = 0, next_attempt_at = null, down_since = null").update();
        // What other tests have left open belongs to nobody who is written to.
        sql.sql("update person set email = null where email is not null").update();
    }

    protected static void startMail() {
        mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    protected static void stopMail() {
        if (mail != null) {
            mail.stop();
            mail = null;
        }
    }

    protected static List<MimeMessage> received() {
        return List.of(mail.getReceivedMessages());
    }

    protected void at(LocalDate day, LocalTime time) {
        clock.moveTo(moment(day, time));
    }

    protected static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(TimeZones.VIETNAM).toInstant();
    }

    /** A Party member working at the commune who can be written to. */
    protected String reachable(String name) {
        String person = visits.newWorker();
        name(person, name);
        return person;
    }

    protected void name(String person, String name) {
        sql.sql("update person set full_name = ?, email = user_id || '@nhac-viec.example.vn' where user_id = ?").params(name, person).update();
    }

    /** A visit on Friday with its report task open, late that evening. */
    protected Visit withOpenReport(String person) {
        at(FRIDAY.minusDays(3), MORNING);
        Visit visit = visits.visitOf(person, FRIDAY);
        steps.toReportTask(visit);
        return visit;
    }

    protected String write(NoticeKind kind, int daysAhead) {
        String run = UUID.randomUUID().toString();
        selection.write(run, List.of(new Moment(kind, daysAhead)));
        return run;
    }

    protected List<String> states() {
        return sql.sql("select state from notice order by id").query(String.class).list();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
