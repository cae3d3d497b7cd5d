package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.files.TestFiles;
import vn.dusinhhoat.platform.TimeZones;

/** The report form itself: six answers on a phone, everything at a desk, and what the receiver reads. */
class ReportFormJourneyIT extends BrowserJourney {

    /** People of a ward of their own, at cells where nobody else goes. */
    private static final String ON_THE_PHONE = "dv-16732-6";
    private static final String AT_THE_DESK = "dv-40-25";
    private static final String SUMMARY = "Chi bộ họp đúng giờ, bàn việc làm đường.";

    private static final int TALL = 5_000;

    /** Slow fingers: finding and touching a field, and one key. */
    private static final Duration TOUCH = Duration.ofMillis(2_500);
    private static final Duration KEY = Duration.ofMillis(900);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;

    private Duration effort = Duration.ZERO;

    /** Ruling B1: 90 seconds on a phone. */
    @Test
    void sixAnswersOnAPhone() {
        Visit visit = report(ON_THE_PHONE, "16732-9");
        try (BrowserContext browser = browsers.open(390, 844)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, ON_THE_PHONE, "form-six-390");
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ ");
            assertThat(tasklist.value("meetingKind")).isEqualTo("REGULAR");
            assertThat(tasklist.value("startedAt")).isEqualTo("19:30");
            assertThat(tasklist.form().locator("details.dsh-section[open]")).hasCount(0);
            tasklist.photograph("opened");
            type(tasklist, "endedAt", "21:05");
            type(tasklist, "present", "37");
            type(tasklist, "required", "40");
            choose(tasklist, "ownScore", "GOOD");
            choose(tasklist, "recommendations", "NO");
            type(tasklist, "summary", SUMMARY);
            photographForm(tasklist, "form-six-390-filled");
            assertThat(tasklist.scrollsSideways()).isFalse();
            effort = effort.plus(TOUCH);
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(effort).as("time of typing").isLessThan(Duration.ofSeconds(90));
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE.with("ownScore", "GOOD").with("summary", SUMMARY));
    }

    @Test
    void everythingAtADeskAndWhatTheReceiverReads() throws Exception {
        Visit visit = report(AT_THE_DESK, "16732-10");
        try (BrowserContext browser = browsers.open(1280, 900)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, AT_THE_DESK, "form-full-1280");
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ");
            answerAll(tasklist);
            rows(tasklist);
            score(tasklist);
            attach(tasklist);
            assertThat(tasklist.form()).containsText("Đã lưu lúc");
            photographForm(tasklist, "form-full-1280-filled");
            tasklist.reload();
            assertThat(tasklist.form().locator("[id^=dsh-recommendationRows][name=content]")).hasCount(2);
            assertThat(tasklist.form().locator("[id^=dsh-recommendationRows][name=content]").first()).hasValue("Sửa đường liên xóm trước mùa mưa");
            assertThat(tasklist.form()).containsText("Biên bản tháng 4.pdf");
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.form()).containsText("Đề nghị đồng chí chọn hướng giải quyết kiến nghị.");
            photographForm(tasklist, "form-full-1280-row-problem");
            tasklist.form().locator("[name=addressee]").first().selectOption("COMMUNE_COMMITTEE");
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi Thường trực Tỉnh ủy");
            tasklist.page().getByText("Xem hoặc rút lại").click();
            tasklist.page().locator("details", new Page.LocatorOptions().setHasText("Quá trình xử lý")).first().click();
            assertThat(tasklist.page().locator(".dsh-files")).containsText("Biên bản tháng 4.pdf (1 KB)");
            photograph(tasklist.page(), "form-full-1280-own-visits");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        ReportAnswers sent = fixture.reportOf(visit).answers();
        assertThat(sent.rows("recommendationRows")).hasSize(2);
        assertThat(sent.points("visitorScore").text("discussion")).isEqualTo("20,5");
        receive(1280);
        receive(390);
    }

    /** Rows taken back, a text of nearly 20,000 characters, a folded field that is wrong; on a phone. */
    @Test
    void rowsAndLongTextsOnAPhone() {
        Visit visit = report(ON_THE_PHONE, "16732-11");
        try (BrowserContext browser = browsers.open(390, 844)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, ON_THE_PHONE, "form-rows-390");
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ");
            answerAll(tasklist);
            rows(tasklist);
            tasklist.form().locator("[name=addressee]").first().selectOption("ON_SPOT");
            tasklist.fill("summary", "Đường xấu. ".repeat(1_800).strip());
            open(tasklist, "Số lượng đảng viên");
            tasklist.fill("absentExcused", "9");
            tasklist.form().getByText("Số lượng đảng viên").click();
            photographForm(tasklist, "form-rows-390-filled");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.form().locator("#dsh-absentExcused-problem")).isVisible();
            tasklist.fill("absentExcused", "3");
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reportOf(visit).answers().text("summary")).hasSizeGreaterThan(19_000);
    }

    private void answerAll(TasklistPage tasklist) {
        tasklist.choose("meetingKind", "COMBINED");
        tasklist.fill("topic", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh");
        tasklist.fill("endedAt", "21:45");
        tasklist.fill("present", "37");
        tasklist.fill("required", "40");
        tasklist.choose("ownScore", "FAIR");
        tasklist.fill("summary", SUMMARY);
        open(tasklist, "Tình hình địa bàn, tâm tư Nhân dân");
        open(tasklist, "Khiếu nại, tố cáo gửi đến đâu");
        tasklist.fill("mood", "Nhân dân phấn khởi, còn băn khoăn về tiến độ làm đường.");
    }

    /** Two rows stay of three: one goes and comes back, one goes for good. */
    private void rows(TasklistPage tasklist) {
        tasklist.choose("recommendations", "YES");
        Locator rows = tasklist.form().locator(".dsh-row");
        assertThat(rows).hasCount(1);
        fillRow(rows.nth(0), "RECOMMENDATION", "Sửa đường liên xóm trước mùa mưa", "ROADS");
        tasklist.press("Thêm nội dung");
        fillRow(rows.nth(1), "OPINION", "Phấn khởi về trường học mới", "CULTURE");
        assertThat(rows.nth(1).locator("[name=addressee]")).isHidden();
        rows.nth(0).getByText("Bỏ", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(rows).hasCount(1);
        tasklist.press("Hoàn tác");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0).locator("[name=content]")).hasValue("Sửa đường liên xóm trước mùa mưa");
        tasklist.press("Thêm nội dung");
        rows.nth(2).getByText("Bỏ", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(rows).hasCount(2);
    }

    private static void fillRow(Locator row, String kind, String content, String area) {
        row.locator("[name=kind]").selectOption(kind);
        row.locator("[name=content]").fill(content);
        row.locator("[name=area]").selectOption(area);
    }

    private static void score(TasklistPage tasklist) {
        open(tasklist, "Nhận xét, chấm điểm");
        tasklist.fill("shortcomings", "Ít đảng viên trẻ phát biểu.");
        tasklist.fill("preparation", "15");
        tasklist.fill("turnout", "14");
        tasklist.fill("discussion", "20,5");
        tasklist.fill("duration", "10");
        tasklist.fill("minutes", "10");
        tasklist.fill("principles", "10");
        tasklist.fill("lastResolution", "9");
        assertThat(tasklist.form()).containsText("Tổng 88,5 điểm: Khá");
    }

    private static void attach(TasklistPage tasklist) {
        tasklist.form().locator("summary", new Locator.LocatorOptions().setHasText("Tệp kèm theo")).click();
        Locator input = tasklist.page().locator("#dsh-report-file");
        input.setInputFiles(new FilePayload("ảnh.jpg", "image/jpeg", "không phải ảnh".getBytes(StandardCharsets.UTF_8)));
        assertThat(tasklist.form()).containsText("Nội dung tệp \"ảnh.jpg\" không phải là jpg");
        input.setInputFiles(new FilePayload("Biên bản tháng 4.pdf", "application/pdf", TestFiles.of("pdf")));
        assertThat(tasklist.form().locator(".dsh-files")).containsText("Biên bản tháng 4.pdf");
        input.setInputFiles(new FilePayload("nhầm.docx", "application/octet-stream", TestFiles.of("docx")));
        assertThat(tasklist.form().locator("summary", new Locator.LocatorOptions().setHasText("Tệp kèm theo (2)"))).isVisible();
        tasklist.form().getByLabel("Bỏ tệp nhầm.docx").click();
        assertThat(tasklist.form().locator("summary", new Locator.LocatorOptions().setHasText("Tệp kèm theo (1)"))).isVisible();
    }

    private void receive(int width) throws Exception {
        try (BrowserContext browser = browsers.open(width, 900)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, VisitFixture.PROVINCE_RECEIVER, "form-reception-" + width);
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Tiếp nhận báo cáo: Chi bộ");
            assertThat(tasklist.form()).containsText("Sửa đường liên xóm trước mùa mưa");
            assertThat(tasklist.form()).containsText("Kiến nghị, đề xuất · Giao thông, thủy lợi, điện, nước · Chuyển đảng ủy xã, phường, đặc khu");
            assertThat(tasklist.form()).containsText("Tổng 88,5 điểm: Khá");
            assertThat(tasklist.form()).containsText("Điều hành, thảo luận, số đảng viên phát biểu: 20,5/25");
            assertThat(tasklist.form()).not().containsText("Hướng dẫn chi bộ lãnh đạo các đoàn thể");
            photographForm(tasklist, "form-reception-" + width);
            assertThat(tasklist.scrollsSideways()).isFalse();
            Download file = tasklist.page().waitForDownload(() -> tasklist.form().getByText("Biên bản tháng 4.pdf").click());
            assertThat(file.suggestedFilename()).isEqualTo("Biên bản tháng 4.pdf");
            assertThat(Files.readAllBytes(file.path())).isEqualTo(TestFiles.of("pdf"));
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }

    private Visit report(String visitor, String cell) {
        Visit visit = fixture.visitOf(visitor, LocalDate.now(TimeZones.VIETNAM).minusDays(1), cell);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskAssignee(visitor).count() == 1);
        return visit;
    }

    private void type(TasklistPage tasklist, String field, String value) {
        effort = effort.plus(TOUCH).plus(KEY.multipliedBy(value.length()));
        tasklist.fill(field, value);
    }

    private void choose(TasklistPage tasklist, String field, String value) {
        effort = effort.plus(TOUCH.multipliedBy(2));
        tasklist.choose(field, value);
    }

    private static void open(TasklistPage tasklist, String section) {
        tasklist.form().getByText(section, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** The whole form, however long: Tasklist scrolls it in a frame of its own, so the screen grows for the picture. */
    private static void photographForm(TasklistPage tasklist, String name) {
        ViewportSize screen = tasklist.page().viewportSize();
        tasklist.page().setViewportSize(screen.width, TALL);
        tasklist.form().screenshot(new Locator.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve(name + ".png")));
        tasklist.page().setViewportSize(screen.width, screen.height);
    }
}
