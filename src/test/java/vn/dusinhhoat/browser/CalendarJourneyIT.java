package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.testing.MovableClock;

/** The administrator adds a day off: the year, a day lost to nothing, the preview with the limit that moves, the decision. */
class CalendarJourneyIT extends BrowserJourney {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, 2027-01-14, 2027-01-15", "390, 844, 2027-01-21, 2027-01-22"})
    void aDayOffMovesALimit(int width, int height, LocalDate meeting, LocalDate dayOff) throws Exception {
        clock.moveTo(Instant.parse(meeting + "T13:00:00Z"));
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, meeting);
        awaitReport(visit);
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "quantri", "calendar-" + width);
            Page page = tasklist.page();
            openStartForm(tasklist, width);
            assertThat(tasklist.form()).containsText("ngày chờ xác nhận, đang tính là ngày nghỉ");
            tasklist.photograph("start");
            // The answer draws the form anew: what is pressed before would be lost.
            page.waitForResponse(answer -> answer.url().contains("/calendar/years/2027"), () -> page.locator("#dsh-year").selectOption("2027"));
            assertThat(tasklist.form()).containsText("Tết Nguyên đán Đinh Mùi");
            assertThat(tasklist.form()).containsText("Chờ xác nhận");
            assertThat(tasklist.form()).containsText("Đề xuất chưa có trong lịch");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.photograph("year");

            tasklist.press("Thêm ngày");
            tasklist.fill("day", dayOff.toString());
            tasklist.fill("name", "Nghỉ hoán đổi");
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/");
            page.reload();
            assertThat(page.getByText("Việc của tôi")).isVisible();
            openStartForm(tasklist, width);
            assertThat(page.locator("#dsh-year")).hasValue("2027");
            assertThat(page.locator("[name=name]")).hasValue("Nghỉ hoán đổi");
            tasklist.press("Ghi vào bảng");
            assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi căn cứ");
            tasklist.fill("source", "Số 12/TB-VPCP");
            tasklist.photograph("editor");
            tasklist.press("Ghi vào bảng");
            assertThat(tasklist.form()).containsText("1 ngày thay đổi");
            assertThat(page.locator(".dsh-row-changed")).containsText("Thứ Sáu, " + DAY.format(dayOff));
            page.locator(".dsh-row-changed").scrollIntoViewIfNeeded();
            tasklist.photograph("drafted");
            assertThat(tasklist.scrollsSideways()).isFalse();

            tasklist.press("Xem trước");
            assertThat(page.locator(".dsh-case-progress")).containsText("chưa có hiệu lực");
            page.locator(".dsh-case-progress").getByText("Mở việc", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
            assertThat(tasklist.form()).containsText("1 hạn đang mở sẽ dời, ở 1 đơn vị.");
            tasklist.form().getByText("Xã Kim Liên").click();
            assertThat(tasklist.form()).containsText("nghỉ hoán đổi, nên hạn gửi: hết ngày thứ Hai");
            tasklist.photograph("preview");
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat(limitOf(visit)).isEqualTo(dayOff);

            tasklist.press("Áp dụng lịch mới");
            assertThat(page.locator(".dsh-case-progress")).containsText("Lịch đã điều chỉnh, 1 hạn đã dời.");
            tasklist.photograph("applied");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(limitOf(visit)).isEqualTo(dayOff.plusDays(3));
    }

    private void awaitReport(Visit visit) throws InterruptedException {
        for (int n = 0; n < 100 && limitOf(visit) == null; n++) {
            Thread.sleep(200);
        }
        assertThat(limitOf(visit)).isNotNull();
    }

    private LocalDate limitOf(Visit visit) {
        return sql.sql("select cast(limit_at at time zone 'Asia/Ho_Chi_Minh' as date) from report where visit_id = ?").param(visit.id())
                .query(LocalDate.class).optional().orElse(null);
    }

    private static void openStartForm(TasklistPage tasklist, int width) {
        if (width < 768) {
            tasklist.page().locator(".navbar-toggle, .navbar-toggler").first().click();
        }
        tasklist.page().getByText("Bắt đầu quy trình").first().click();
        tasklist.page().getByText("Điều chỉnh ngày nghỉ, ngày làm bù").first().click();
        assertThat(tasklist.page().locator("#dsh-year")).isVisible();
    }
}
