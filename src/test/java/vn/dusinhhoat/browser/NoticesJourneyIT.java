package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail's link leads to the task past the login; the page of numbers tells what went out. */
class NoticesJourneyIT extends BrowserJourney {

    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void clear() {
        sql.sql("delete from notice where message_id like 'trang-%'").update();
    }

    @ParameterizedTest(name = "{0} px")
    @CsvSource({"1280, 900", "390, 844"})
    void theLinkOfAMailSurvivesTheLogin(int width, int height) {
        String task = tasks.createTaskQuery().taskAssignee("canbophuong").processDefinitionKey("attendance-report").list().get(0).getId();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "canbophuong", "notice-link-" + width, "#/?task=" + task);
            assertThat(tasklist.form()).containsText("hạn gửi: hết ngày");
            assertThat(tasklist.page().url()).contains("task=" + task);
            tasklist.photograph("opened");
        }
    }

    @ParameterizedTest(name = "{0} px")
    @CsvSource({"1280, 900", "390, 844"})
    void anAdministratorSeesWhatWentOut(int width, int height) {
        // Others have urged and planned before in the same application.
        sql.sql("delete from notice").update();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "quantri", "notices-" + width);
            Page page = tasklist.page();
            page.navigate("http://localhost:" + port + "/camunda/notices/");
            assertThat(page.locator("#list")).containsText("chưa có thư nhắc việc nào");
            photograph(page, "notices-empty-" + width);
            sql.sql("""
                    insert into notice (kind, person_id, visit_id, day, days_off, state, message_id, written_at, sent_at, next_attempt_at)
                    select case when n < 8 then 'BEFORE_MEETING' else 'AT_LIMIT' end, (select min(id) from person), (select min(id) from visit),
                      date '2020-01-01' + n, 1, case when n % 4 = 0 then 'WAITING' else 'SENT' end, 'trang-' || n, now() - interval '100 minutes',
                      case when n % 4 = 0 then null else now() end, now() from generate_series(1, 12) n""").update();
            page.locator("#refresh").click();
            assertThat(page.locator("#list li")).hasCount(2);
            assertThat(page.locator("#list")).containsText("Đã gửi: 6");
            assertThat(page.locator("#waiting")).hasText("Thư chờ lâu nhất: 1 giờ 40 phút.");
            assertThat(page.locator("#message")).containsText("Chưa cài đặt máy chủ thư");
            assertThat(scrollsSideways(page)).isFalse();
            photograph(page, "notices-" + width);
        }
    }
}
