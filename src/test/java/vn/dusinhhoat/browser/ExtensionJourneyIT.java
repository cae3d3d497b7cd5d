package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.testing.MovableClock;

/** Situation C10: the clerk of the province finds communes, writes down the document, looks at what moves, and extends. */
class ExtensionJourneyIT extends BrowserJourney {

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void reset() {
        clock.reset();
        sql.sql("update limit_extension set state = 'CANCELLED'").update();
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, 2027-03-04, 2027-03-05, 2027-03-10", "390, 844, 2027-03-11, 2027-03-12, 2027-03-17"})
    void aDocumentMovesALimit(int width, int height, LocalDate meeting, LocalDate limit, LocalDate extended) throws Exception {
        clock.moveTo(Instant.parse(meeting + "T13:00:00Z"));
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, meeting);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> limitOf(visit) != null);
        assertThat(limitOf(visit)).isEqualTo(limit);
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, provinceClerk(), "extension-" + width);
            Page page = tasklist.page();
            openStartForm(tasklist, width);
            tasklist.press("Xem trước");
            assertThat(tasklist.form()).containsText("Chưa chọn xã, phường nào");
            chooseCommune(page, "kim lien", "Xã Kim Liên");
            chooseCommune(page, "truong vinh", "Phường Trường Vinh");
            assertThat(page.locator(".dsh-chosen li")).hasCount(2);
            assertThat(page.locator(".dsh-mount .dsh-error")).isHidden();
            fillIn(tasklist, meeting);
            page.locator("#dsh-communes").evaluate("field => field.scrollIntoView({block: 'start'})");
            tasklist.photograph("start");
            page.locator("[name=reason]").scrollIntoViewIfNeeded();
            tasklist.photograph("document");
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat((Boolean) page.evaluate("(() => { const form = document.querySelector('.dsh-mount').getBoundingClientRect();"
                    + " return [...document.querySelectorAll('.dsh-mount .form-control')]"
                    + ".every((field) => field.getBoundingClientRect().right <= form.right + 1); })()")).as("fields within the form").isTrue();

            tasklist.press("Xem trước");
            assertThat(page.locator(".dsh-case-progress")).containsText("chưa có hiệu lực");
            page.locator(".dsh-case-progress").getByText("Mở việc", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tasklist.form()).containsText("1 hạn đang mở sẽ dời, ở 2 xã, phường đã chọn.");
            assertThat(tasklist.form()).containsText("Phường Trường Vinh: không có hạn nào phải dời");
            tasklist.form().locator("summary").getByText("Xã Kim Liên").click();
            assertThat(tasklist.form()).containsText("theo Công văn số 12-CV/TU.");
            tasklist.photograph("preview");
            page.locator(".dsh-units").scrollIntoViewIfNeeded();
            tasklist.photograph("limits");
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat(limitOf(visit)).isEqualTo(limit);

            page.locator(".dsh-send").click();
            assertThat(page.locator(".dsh-case-progress")).containsText("Đã gia hạn 1 báo cáo.");
            tasklist.photograph("applied");
            openStartForm(tasklist, width);
            assertThat(tasklist.form()).containsText("Các lượt gia hạn gần đây");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(limitOf(visit)).isEqualTo(extended);
    }

    private static void chooseCommune(Page page, String typed, String name) {
        page.locator("#dsh-communes").fill(typed);
        page.locator(".dsh-hit").getByText(name).click();
        assertThat(page.locator(".dsh-chosen")).containsText(name);
    }

    private static void fillIn(TasklistPage tasklist, LocalDate meeting) {
        tasklist.fill("meetingsFrom", meeting.minusDays(1).toString());
        tasklist.fill("meetingsTo", meeting.toString());
        tasklist.fill("moreDays", "5");
        tasklist.fill("documentNumber", "12-CV/TU");
        tasklist.fill("documentDate", meeting.toString());
        tasklist.fill("reason", "Lũ lụt, mất mạng");
    }

    private String provinceClerk() {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                join party_unit u on u.id = b.unit_id where u.level = 'PROVINCE' and b.kind = 'OFFICE' order by p.id limit 1""")
                .query(String.class).single();
    }

    private LocalDate limitOf(Visit visit) {
        return sql.sql("select cast(limit_at at time zone 'Asia/Ho_Chi_Minh' as date) from report where visit_id = ?").param(visit.id())
                .query(LocalDate.class).optional().orElse(null);
    }

    private static void openStartForm(TasklistPage tasklist, int width) {
        // The phone's menu stays open once it was opened.
        if (width < 768 && !tasklist.page().getByText("Bắt đầu quy trình").first().isVisible()) {
            tasklist.page().locator(".navbar-toggle, .navbar-toggler").first().click();
        }
        tasklist.page().getByText("Bắt đầu quy trình").first().click();
        tasklist.page().getByText("Gia hạn báo cáo cho địa bàn").first().click();
        assertThat(tasklist.page().locator("#dsh-communes")).isVisible();
    }
}
