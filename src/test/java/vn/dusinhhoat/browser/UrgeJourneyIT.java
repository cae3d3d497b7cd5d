package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.testing.MovableClock;

/** A late report reaches the staff, who urge and see nothing of what was typed. */
class UrgeJourneyIT extends BrowserJourney {

    /** Over a weekend; not so far that what other tests wait for runs out. */
    private static final Duration A_STEP = Duration.ofDays(4);
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private VisitLog log;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-24", "390, 844, dv-17971-23"})
    void staffUrgeWithoutSeeingTheDraft(int width, int height, String visitor) {
        Visit visit = fixture.visitOf(visitor, VisitFixture.FRIDAY);
        awaitTask(visit, "task_writeReportOneDay");
        fixture.fillIn(visit, ReportAnswers.EMPTY.with("meetingKind", "REGULAR").with("summary", "Bản nháp chưa ai được xem."));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> has(visit, VisitEvent.Kind.LIMIT_PASSED));
        clock.moveTo(clock.instant().plus(A_STEP));
        awaitTask(visit, "task_urgeReport");
        clock.reset();
        String name = sql.sql("select full_name from person where user_id = :id").param("id", visitor).query(String.class).single();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "dv-17971-5", "urge-" + width);
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Đôn đốc báo cáo chậm: đồng chí " + name);
            tasklist.press("Nhận xử lý");
            assertThat(tasklist.form().getByText("Đôn đốc", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))).isVisible();
            assertThat(tasklist.form()).containsText("Thường trực Đảng ủy xã Kim Liên");
            assertThat(tasklist.form()).not().containsText("Bản nháp chưa ai được xem");
            tasklist.photograph("claimed");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Đôn đốc");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã ghi nhận đôn đốc đồng chí " + name);
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(has(visit, VisitEvent.Kind.URGED)).isTrue();
    }

    private void awaitTask(Visit visit, String element) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(element).count() == 1);
    }

    private boolean has(Visit visit, VisitEvent.Kind kind) {
        return log.storyOf(visit.id()).stream().anyMatch(event -> event.kind() == kind);
    }
}
