package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;

/** Situations C1 and C5 in a browser: the visitor moves a visit, then cannot attend; the office decides. */
class VisitChangesJourneyIT extends BrowserJourney {

    @Autowired
    private VisitFixture fixture;

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-28", "390, 844, dv-17971-27"})
    void movedThenAbsentThenExcused(int width, int height, String visitor) {
        LocalDate today = LocalDate.now();
        Visit visit = fixture.visitOf(visitor, today.plusDays(10));
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage.login(browser, port, visitor, "visits-" + width);
            Page page = browser.newPage();
            page.navigate("http://localhost:" + port + "/camunda/visits/");
            page.getByText("Đổi lịch dự").click();
            page.locator(".change [type=submit]").click();
            assertThat(page.locator(".change")).containsText("Đề nghị đồng chí ghi ngày, giờ họp mới.");
            page.locator("[name=meetingAt]").fill(today.plusDays(12) + "T19:00");
            assertThat(page.locator(".change .hint")).containsText(today.plusDays(12).format(java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")));
            page.locator("[name=reason]").fill("Đã thống nhất qua điện thoại");
            photograph(page, "visits-" + width + "-move");
            page.locator(".change [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Lịch dự đã đổi");
            assertThat(page.locator("#list")).containsText("Đã đổi lịch");
            page.locator("#list summary").first().click();
            assertThat(page.locator("#list")).containsText("lý do: Đã thống nhất qua điện thoại");
            photograph(page, "visits-" + width + "-moved");

            page.getByText("Báo không dự được").click();
            page.locator("[name=reason]").selectOption("SICK");
            page.locator(".change [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã báo không dự được");
            assertThat(page.locator("#list")).containsText("Đã báo không dự, chờ xem xét");
            assertThat(scrollsSideways(page)).isFalse();
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "dv-17971-7", "absence-" + width);
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Xem xét lý do không dự");
            assertThat(tasklist.form()).containsText("Ốm đau, thai sản");
            tasklist.press("Nhận xử lý");
            assertThat(tasklist.form().getByText("Không có lý do")).isVisible();
            tasklist.photograph("decide");
            tasklist.press("Ghi nhận có lý do");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Ghi nhận có lý do: đồng chí");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.EXCUSED);
    }
}
