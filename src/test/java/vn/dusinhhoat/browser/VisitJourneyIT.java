package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One visit in a real browser: report with mistakes, draft, submission, reception; at a desk and on a phone. */
class VisitJourneyIT extends BrowserJourney {

    @Autowired
    private JdbcClient sql;
    @Autowired
    private TaskService tasks;

    @ParameterizedTest(name = "{0} at {4} px")
    @CsvSource({
        "canboxa,    xóm 2, thuongtrucxa,   Thường trực Đảng ủy xã Kim Liên, 1280, 900",
        "tinhuyvien, xóm 3, thuongtructinh, Thường trực Tỉnh ủy Nghệ An,     390,  844",
    })
    void fromDutyToReceivedReport(String visitor, String cell, String receiver, String receivingBody, int width, int height) {
        String summary = "Chi bộ họp đúng giờ, đề nghị sửa đường liên xóm; rà soát hộ nghèo (" + width + ").";
        try (BrowserContext browser = browsers.open(width, height)) {
            report(browser, visitor, cell, receivingBody, summary, width);
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            receive(browser, receiver, cell, summary, width);
        }
        assertThat(sql.sql("select state || '|' || received_by || '|' || remark from report where content->>'summary' = ?")
                .param(summary).query(String.class).single())
                .isEqualTo("RECEIVED|" + receiver + "|Tham gia đóng góp tốt.");
    }

    private void report(BrowserContext browser, String visitor, String cell, String receivingBody, String summary, int width) {
        TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "report-" + width);
        tasklist.photograph("list");
        tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ " + cell);
        assertThat(tasklist.form()).containsText(receivingBody);
        assertThat(tasklist.form()).containsText("hạn gửi: hết ngày");

        tasklist.press("Gửi báo cáo");
        assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi giờ kết thúc buổi sinh hoạt");
        assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi tóm tắt buổi sinh hoạt, ít nhất một câu.");
        tasklist.photograph("mistakes");

        tasklist.choose("meetingKind", "REGULAR");
        tasklist.fill("startedAt", "19:30");
        tasklist.fill("endedAt", "19:00");
        tasklist.fill("present", "37");
        tasklist.fill("required", "40");
        tasklist.choose("ownScore", "NONE");
        tasklist.choose("recommendations", "NO");
        tasklist.fill("summary", summary);
        assertThat(tasklist.form()).containsText("Đã lưu lúc");
        tasklist.reload();
        assertThat(tasklist.value("summary")).isEqualTo(summary);
        assertThat(tasklist.value("present")).isEqualTo("37");

        tasklist.press("Gửi báo cáo");
        assertThat(tasklist.form()).containsText("Giờ kết thúc phải sau giờ bắt đầu");
        tasklist.fill("endedAt", "21:05");
        tasklist.photograph("filled");
        assertThat(tasklist.scrollsSideways()).isFalse();
        tasklist.press("Gửi báo cáo");
        assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi " + receivingBody);
        tasklist.photograph("sent");
        tasklist.awaitGone("dự sinh hoạt chi bộ " + cell);
        assertThat(tasklist.scriptErrors()).isEmpty();
    }

    private void receive(BrowserContext browser, String receiver, String cell, String summary, int width) {
        TasklistPage tasklist = TasklistPage.login(browser, port, receiver, "reception-" + width);
        tasklist.openFilter("Việc chung chưa có người nhận");
        tasklist.openTask("Tiếp nhận báo cáo: Chi bộ " + cell);
        assertThat(tasklist.form()).containsText(summary);
        tasklist.photograph("unclaimed");
        tasklist.press("Nhận xử lý");
        tasklist.page().locator("#dsh-remark").fill("Tham gia đóng góp tốt.");
        tasklist.photograph("claimed");
        assertThat(tasklist.scrollsSideways()).isFalse();
        tasklist.press("Tiếp nhận");
        assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã tiếp nhận báo cáo của đồng chí");
        tasklist.photograph("received");
        assertThat(tasklist.scriptErrors()).isEmpty();
    }

    /** The link of a reminder, opened by somebody who is not logged in yet. */
    @Test
    void aLinkToATaskSurvivesTheLogin() {
        String task = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .taskAssignee("canbophuong").singleResult(), found -> found != null).getId();
        try (BrowserContext browser = browsers.open(390, 844)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "canbophuong", "link-390", "#/?task=" + task);
            assertThat(tasklist.form()).containsText("Đã quá hạn.");
            assertThat(tasklist.form()).containsText("Thường trực Đảng ủy phường Trường Vinh");
            tasklist.photograph("late");
        }
    }

    @Test
    void welcomePageSaysWhoCanLogIn() {
        try (BrowserContext browser = browsers.open(390, 844)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + "/");
            assertThat(page.locator("#sample")).containsText("canboxa");
            assertThat(page.locator("#sample")).containsText("Chi-bo-khu-dan-cu-2026");
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setPath(Browsers.SCREENSHOTS.resolve("welcome-390.png")));
        }
    }
}
