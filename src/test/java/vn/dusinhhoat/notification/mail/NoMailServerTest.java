package vn.dusinhhoat.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.notification.Moment;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticeSelection;
import vn.dusinhhoat.notification.Sending;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Without a mail server nothing waits for one. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class NoMailServerTest {

    @Autowired
    private NoticeSelection selection;
    @Autowired
    private NoticeBatches batches;
    @Autowired
    private VisitFixture visits;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void clear() {
        sql.sql("delete from notice").update();
        clock.reset();
    }

    @Test
    void noticesAreWrittenAsNeverToBeSent() {
        String person = visits.newWorker();
        sql.sql("update person set email = 'khong-may-chu@example.vn' where user_id = ?").param(person).update();
        visits.visitOf(person, VisitFixture.FRIDAY);
        clock.moveTo(VisitFixture.FRIDAY.minusDays(1).atTime(7, 0).atZone(TimeZones.VIETNAM).toInstant());
        selection.write("luot-1", List.of(new Moment(NoticeKind.BEFORE_MEETING, 1)));
        assertThat(states()).containsExactly("NO_SERVER");
        sql.sql("update notice set state = 'WAITING'").update();
        assertThat(batches.send("luot-1")).as("a server that was taken away").isEqualTo(Sending.DONE);
        assertThat(states()).containsExactly("NO_SERVER");
    }

    private List<String> states() {
        return sql.sql("select state from notice").query(String.class).list();
    }
}
