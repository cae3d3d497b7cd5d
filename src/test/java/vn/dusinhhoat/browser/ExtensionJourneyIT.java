package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;

/** Situation C10: one action with a document number moves the limits of listed communes. */
class ExtensionJourneyIT extends BrowserJourney {

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-10", "390, 844, dv-17971-11"})
    void aDocumentGivesACommuneMoreTime(int width, int height, String visitor) {
        LocalDate yesterday = LocalDate.now(TimeZones.VIETNAM).minusDays(1);
        Visit visit = fixture.visitOf(visitor, yesterday);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_writeReportOneDay").count() == 1);
        var before = fixture.reportOf(visit).limitAt();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "dv-17971-7", "extension-" + width);
            Page page = tasklist.page();
            if (width < 768) {
                page.locator(".navbar-toggle, .navbar-toggler").first().click();
            }
            page.getByText("Bắt đầu quy trình").first().click();
            page.getByText("Gia hạn báo cáo cho địa bàn").first().click();
            assertThat(page.locator("#dsh-communes")).isVisible();
            tasklist.press("Xem trước");
            assertThat(tasklist.form()).containsText("Chưa chọn xã, phường nào");
            page.locator("#dsh-communes").fill("kim lien");
            page.locator(".dsh-hit input").first().check();
            tasklist.fill("meetingsFrom", yesterday.toString());
            tasklist.fill("meetingsTo", yesterday.toString());
            tasklist.fill("moreDays", "5");
            tasklist.fill("documentNumber", "12-CV/ĐU");
            tasklist.fill("documentDate", yesterday.toString());
            tasklist.fill("reason", "Lũ lụt, mất mạng");
            tasklist.photograph("start");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Xem trước");
            page.locator(".dsh-case-progress").getByText("Mở việc", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tasklist.form()).containsText("Công văn số 12-CV/ĐU");
            assertThat(tasklist.form()).containsText("hạn đang mở sẽ dời, ở 1 xã, phường đã chọn");
            tasklist.form().getByText("Xã Kim Liên", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).first().click();
            assertThat(tasklist.form()).containsText("theo Công văn số 12-CV/ĐU");
            tasklist.photograph("preview");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Gia hạn");
            assertThat(page.locator(".dsh-case-progress")).containsText("gia hạn");
            tasklist.photograph("applied");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> fixture.reportOf(visit).limitAt().isAfter(before));
        assertThat(fixture.reportOf(visit).limitReason()).contains("theo Công văn số 12-CV/ĐU");
    }
}
