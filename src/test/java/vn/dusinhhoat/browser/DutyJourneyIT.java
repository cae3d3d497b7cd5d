package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Go-live of one ward as a pilot: rehearsed, opened, and there in a member's Tasklist. */
class DutyJourneyIT extends BrowserJourney {

    private static final String WARD = "17125";
    private static final String OTHER_WARD = "17110";
    private static final String PROBLEM = "Địa bàn được phân công phụ trách không có chi bộ khu dân cư nào khác: sửa địa bàn phụ trách trong dữ liệu tổ chức.";

    @Autowired
    private JdbcClient sql;

    @AfterEach
    void duties() {
        sql.sql("delete from duty_start").update();
        sql.sql("delete from duty where problem = ?").param(PROBLEM).update();
        sql.sql("delete from duty_period where first_day = '2099-03-01'").update();
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17125-13, 1", "390, 844, dv-17125-14, 2"})
    void aWardBegins(int width, int height, String member, int monthsAhead) {
        YearMonth month = YearMonth.now().plusMonths(monthsAhead);
        String period = "tháng %02d/%d".formatted(month.getMonthValue(), month.getYear());
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage.login(browser, port, "quantri", "duties-" + width);
            Page page = browser.newPage();
            page.onDialog(Dialog::accept);
            page.navigate("http://localhost:" + port + "/camunda/duties/");
            assertThat(page.locator("#starts")).containsText("Chưa đơn vị nào bắt đầu");
            photograph(page, "duties-empty-" + width);
            page.locator("#actions").getByText("Chạy bù kỳ").click();
            assertThat(page.locator("#message")).containsText("ghi ngày bắt đầu trước");
            setStart(page, LocalDate.now().withDayOfMonth(1).plusMonths(1));

            page.locator("#next").getByText("Xem thử " + period).click();
            assertThat(page.locator("#plan")).containsText("nhiệm vụ ở 1 đơn vị");
            page.locator("#plan").getByText("Xem từng đồng chí").click();
            assertThat(page.locator("#plan ol li").first()).containsText("Chi bộ khối");
            photograph(page, "duties-rehearsed-" + width);
            assertThat(scrollsSideways(page)).isFalse();
            assertThat(sql.sql("select count(*) from duty_period where first_day = ?").param(month.atDay(1)).query(Integer.class).single())
                    .as("nothing is stored by a rehearsal").isZero();

            page.locator("#plan").getByText("Mở sớm " + period).click();
            assertThat(page.locator("#message")).containsText("Đã mở " + period);
            Locator opened = page.locator("#periods li", new Page.LocatorOptions().setHasText(period.substring(1)));
            assertThat(opened).not().containsText("đang xếp", new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            assertThat(opened).containsText("đã có lịch dự");
            photograph(page, "duties-open-" + width);
        }
        agree(width, height, member, month);
    }

    /** Who of the own unit has no cell, and why, is read by those who know the people and the cells. */
    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900", "390, 844"})
    void theWardsStaffSeesWhoHasNoCell(int width, int height) {
        sql.sql("insert into duty_period (cadence, first_day, last_day, opened_at) values ('MONTHLY', '2099-03-01', '2099-03-31', now())").update();
        sql.sql("""
                insert into duty (period_id, person_id, unit_id, days, created_at, problem)
                select d.id, p.id, u.id, '{[2099-03-01,2099-04-01)}', now(), ? from duty_period d, person p, party_unit u
                where d.first_day = '2099-03-01' and p.user_id = 'dv-17125-13' and u.code = ?""").params(PROBLEM, WARD).update();
        String person = sql.sql("select full_name from person where user_id = 'dv-17125-13'").query(String.class).single();
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = meetings(browser, WARD, width);
            assertThat(page.locator("#without-cell")).containsText("Đồng chí " + person);
            assertThat(page.locator("#without-cell")).containsText("Phường Quỳnh Mai, tháng 03/2099");
            assertThat(page.locator("#without-cell")).containsText(PROBLEM);
            assertThat(scrollsSideways(page)).isFalse();
            photograph(page, "duties-without-cell-" + width);
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = meetings(browser, OTHER_WARD, width);
            assertThat(page.locator("#list li").first()).isVisible();
            assertThat(page.locator("#without-cell")).isHidden();
        }
    }

    private Page meetings(BrowserContext browser, String ward, int width) {
        TasklistPage.login(browser, port, sql.sql("""
                select p.user_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.group_id = ? order by p.id limit 1""").param("office-" + ward).query(String.class).single(), "duties-staff-" + width);
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/camunda/meetings/");
        return page;
    }

    private static void setStart(Page page, LocalDate day) {
        page.locator("#edit").getByText("Ghi ngày bắt đầu").click();
        page.locator("#edit").getByText("Ghi", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#edit .error")).containsText("ghi ngày bắt đầu");
        page.locator("#edit [name=search]").fill("quynh mai");
        assertThat(page.locator("#edit [name=chosen] option").nth(1)).hasText("Phường Quỳnh Mai");
        page.locator("#edit [name=chosen]").selectOption("Phường Quỳnh Mai");
        page.locator("#edit [name=startsOn]").fill(day.toString());
        page.locator("#edit").getByText("Ghi", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#starts")).containsText("Phường Quỳnh Mai");
    }

    /** What the form refuses is the matter of {@link AgreeDateJourneyIT}; here it is the cycle's visit that is agreed on. */
    private void agree(int width, int height, String member, YearMonth month) {
        LocalDateTime other = month.atDay(27).atTime(20, 0);
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, member, "duty-agree-" + width);
            tasklist.openTask("/%02d/%d".formatted(month.getMonthValue(), month.getYear()));
            assertThat(tasklist.form()).containsText("Bí thư: đồng chí");
            assertThat(tasklist.form()).containsText("Phường Quỳnh Mai");
            tasklist.photograph("form");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.fill("meetingAt", "2020-01-01T19:30");
            tasklist.press("Đã thống nhất qua điện thoại");
            assertThat(tasklist.form().locator("[role=alert]")).containsText("đã qua");
            assertThat(tasklist.value("meetingAt")).isEqualTo("2020-01-01T19:30");
            tasklist.photograph("refused");
            tasklist.fill("meetingAt", other.toString());
            tasklist.press("Đã thống nhất qua điện thoại");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã ghi nhận");
            tasklist.photograph("agreed");
            assertThat(sql.sql("""
                    select count(*) from visit v join person p on p.id = v.person_id
                    where p.user_id = ? and v.state = 'AGREED' and v.meeting_at = ?::timestamptz""").param(member).param(other + "+07:00")
                    .query(Integer.class).single()).isOne();
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }
}
