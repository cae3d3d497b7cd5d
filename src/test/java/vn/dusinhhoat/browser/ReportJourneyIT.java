package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.MovableClock;

/** Reports in a real browser: six answers on a phone, the whole form, supplement and correction, and the ladder to its end. */
class ReportJourneyIT extends BrowserJourney {

    /** A careful elder on a phone: about two letters a second. */
    private static final double MS_PER_KEY = 250;
    private static final Duration LIGHT = Duration.ofSeconds(90);
    private static final String RECEIVER = VisitFixture.COMMUNE_RECEIVER;

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private VisitLog log;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** Ruling B1. */
    @Test
    void sixAnswersOnAPhoneTakeNinetySecondsAtMost() {
        Visit visit = openReport("dv-17971-22");
        try (BrowserContext browser = browsers.open(390, 844)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "dv-17971-22", "quick-390");
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ");
            assertThat(tasklist.value("startedAt")).as("prefilled").isEqualTo("19:30");
            assertThat(tasklist.value("meetingKind")).as("prefilled").isEqualTo("REGULAR");
            Instant begun = Instant.now();
            tasklist.fill("endedAt", "21:05");
            type(tasklist, "present", "37");
            type(tasklist, "required", "40");
            tasklist.choose("ownScore", "GOOD");
            tasklist.choose("recommendations", "NO");
            type(tasklist, "summary", "Chi bộ họp đúng giờ, bàn về đường liên xóm, thông qua nghị quyết tháng.");
            tasklist.photograph("filled");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("trong hạn");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(LIGHT);
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED);
    }

    /** The whole form with rows, score and a file; "đề nghị bổ sung"; and a correction after the reception (C16). */
    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-30", "390, 844, dv-17971-29"})
    void theWholeFormSupplementedAndCorrected(int width, int height, String visitor) {
        Visit visit = openReport(visitor);
        String cell = "dự sinh hoạt chi bộ";
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "whole-" + width);
            tasklist.openTask("Báo cáo kết quả " + cell);
            fillWhole(tasklist);
            tasklist.photograph("whole");
            assertThat(tasklist.scrollsSideways()).isFalse();
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi");
        }
        receive(width, height, visit, page -> {
            assertThat(page.form()).containsText("Sửa đường liên xóm trước mùa mưa");
            assertThat(page.form()).containsText("bien-ban.pdf");
            assertThat(page.form()).containsText("Khá");
            page.photograph("reception");
            page.form().getByText("Báo cáo còn thiếu nội dung").click();
            page.page().locator("#dsh-request").fill("Ghi thêm số đảng viên vắng.");
            page.press("Đề nghị bổ sung");
            assertThat(page.page().locator(".dsh-announcement")).containsText("Đã đề nghị đồng chí");
        });
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "supplement-" + width);
            tasklist.openTask("Bổ sung báo cáo");
            assertThat(tasklist.form()).containsText("Ghi thêm số đảng viên vắng.");
            tasklist.form().getByText("Số lượng đảng viên").click();
            tasklist.fill("absentExcused", "2");
            tasklist.photograph("supplement");
            tasklist.press("Gửi báo cáo");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("bản bổ sung");
        }
        receive(width, height, visit, page -> {
            page.press("Tiếp nhận");
            assertThat(page.page().locator(".dsh-announcement")).containsText("Đã tiếp nhận báo cáo");
        });
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "correction-" + width);
            Page own = browser.newPage();
            own.navigate("http://localhost:" + port + "/camunda/visits/");
            own.getByText("Đính chính").first().click();
            own.locator("[name=reason]").fill("Ghi nhầm số có mặt");
            own.locator(".change [type=submit]").click();
            assertThat(own.locator("#message")).containsText("Đính chính báo cáo");
            photograph(own, "correction-" + width + "-asked");
            tasklist.page().reload();
            tasklist.openTask("Đính chính báo cáo");
            tasklist.fill("present", "36");
            tasklist.press("Gửi bản đính chính");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Bản đính chính đã gửi");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        receive(width, height, visit, page -> {
            assertThat(page.form()).not().containsText("Báo cáo còn thiếu nội dung");
            page.photograph("correction");
            page.press("Tiếp nhận");
            assertThat(page.page().locator(".dsh-announcement")).containsText("Đã tiếp nhận báo cáo");
        });
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(fixture.reportOf(visit).answers().text("present")).isEqualTo("36");
        assertThat(sql.sql("select count(*) from report_version where visit_id = ?").param(visit.id()).query(Long.class).single()).isEqualTo(3);
    }

    /** B5: nobody does anything; each step is counted from when the one before was taken, and the story tells it. */
    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-32", "390, 844, dv-17971-9"})
    void aReportThatNeverComesClimbsToTheEnd(int width, int height, String visitor) {
        Visit visit = fixture.visitOf(visitor, VisitFixture.FRIDAY);
        climbTo(visit, VisitEvent.Kind.LIMIT_PASSED, Duration.ZERO);
        climbTo(visit, VisitEvent.Kind.LISTED_FOR_LEADERS, Duration.ofDays(4));
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "climbing-" + width);
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ");
            assertThat(tasklist.form()).containsText("Đã quá hạn.");
            tasklist.photograph("late");
        }
        climbTo(visit, VisitEvent.Kind.LISTED_FOR_ABOVE, Duration.ofDays(4));
        climbTo(visit, VisitEvent.Kind.CLOSED_UNREPORTED, Duration.ofDays(5));
        clock.reset();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage.login(browser, port, visitor, "climbed-" + width);
            Page own = browser.newPage();
            own.navigate("http://localhost:" + port + "/camunda/visits/");
            // Others of the same visitor may have climbed along with the clock; the latest visit stands first.
            Locator item = own.locator("#list > li", new Page.LocatorOptions().setHasText("Không báo cáo")).first();
            item.locator("summary").click();
            for (String step : List.of("Quá hạn: nhắc đồng chí gửi báo cáo", "Báo cáo Thường trực cấp ủy", "Tổng hợp vào báo cáo cấp trên",
                    "Hệ thống: Chốt kỳ: ghi nhận không báo cáo")) {
                assertThat(item.locator("ol")).containsText(step);
            }
            photograph(own, "climbed-" + width);
            assertThat(scrollsSideways(own)).isFalse();
        }
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_REPORTED);
    }

    /** Lets time pass in leaps until the step has been taken; every leap waits for what is due. */
    private void climbTo(Visit visit, VisitEvent.Kind step, Duration leap) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(1500)).until(() -> {
            boolean taken = log.storyOf(visit.id()).stream().anyMatch(event -> event.kind() == step);
            if (!taken && !leap.isZero()) {
                clock.moveTo(clock.instant().plus(leap));
            }
            return taken;
        });
    }

    private void fillWhole(TasklistPage tasklist) {
        tasklist.fill("endedAt", "21:05");
        tasklist.fill("present", "37");
        tasklist.fill("required", "40");
        tasklist.choose("ownScore", "GOOD");
        tasklist.choose("recommendations", "YES");
        tasklist.fill("summary", "Chi bộ họp đúng giờ, đủ nội dung.");
        tasklist.press("Gửi báo cáo");
        assertThat(tasklist.form().locator(".dsh-row .dsh-problem:not([hidden])").first()).isVisible();
        tasklist.photograph("row-missing");
        tasklist.choose("kind", "RECOMMENDATION");
        tasklist.fill("content", "Sửa đường liên xóm trước mùa mưa");
        tasklist.page().locator(".dsh-row select").nth(1).waitFor();
        tasklist.page().locator(".dsh-row select:visible").all().forEach(select -> {
            if (select.inputValue().isEmpty()) {
                select.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
        });
        tasklist.form().getByText("Nhận xét, chấm điểm").click();
        List<Locator> points = tasklist.form().locator("details[open] input[inputmode=decimal]:visible").all();
        assertThat(points).hasSize(7);
        int[] given = {12, 12, 20, 8, 8, 8, 10};
        for (int n = 0; n < given.length; n++) {
            points.get(n).fill(String.valueOf(given[n]));
        }
        assertThat(tasklist.form()).containsText("78");
        tasklist.form().getByText("Tệp kèm theo").click();
        tasklist.page().locator("#dsh-report-file").setInputFiles(new FilePayload("bien-ban.pdf", "application/pdf",
                "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
        assertThat(tasklist.form().locator(".dsh-files")).containsText("bien-ban.pdf");
    }

    private void receive(int width, int height, Visit visit, java.util.function.Consumer<TasklistPage> work) {
        String task = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKeyIn("task_receiveReport", "task_receiveCorrection")
                .singleResult(), found -> found != null).getId();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, RECEIVER, "receive-" + width, "#/?task=" + task);
            tasklist.press("Nhận xử lý");
            assertThat(tasklist.page().locator("#dsh-remark")).isVisible();
            work.accept(tasklist);
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }

    private Visit openReport(String visitor) {
        Visit visit = fixture.visitOf(visitor, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_writeReportOneDay").count() == 1);
        return visit;
    }

    private static void type(TasklistPage tasklist, String field, String text) {
        Locator input = tasklist.page().locator("[name=" + field + "]");
        input.fill("");
        input.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(MS_PER_KEY));
    }
}
