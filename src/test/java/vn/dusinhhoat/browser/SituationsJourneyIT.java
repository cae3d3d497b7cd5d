package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.MovableClock;

/** Situations of ordinary months on the pages beside Tasklist: C5, C11, C12, C20, C24, the host committee, and B3. */
class SituationsJourneyIT extends BrowserJourney {

    private static final String BOARD = "dv-17971-4";
    private static final String OFFICE = "dv-17971-7";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-10", "390, 844, dv-17971-11"})
    void aVisitorEntersWhatWasInNoPlan(int width, int height, String visitor) {
        LocalDate today = LocalDate.now(TimeZones.VIETNAM);
        Visit planned = fixture.visitOf(visitor, fixture.cell(3), today.plusDays(20));
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, visitor, "/camunda/visits/", "own-" + width);
            page.getByText("Đã thống nhất qua điện thoại").click();
            assertThat(page.locator("#message")).containsText("đã thống nhất thời gian với chi ủy");
            assertThat(page.locator("#list")).containsText("Đã thống nhất với chi ủy");

            page.getByText("Ghi nhận lượt dự ngoài kế hoạch").click();
            page.locator("#entries [type=submit]").click();
            assertThat(page.locator("#entries .error")).containsText("chọn chi bộ và ghi ngày, giờ họp");
            page.locator("#entries [name=search]").fill("xom 4 kim lien");
            page.locator("#entries [name=chosen]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("#entries [name=meetingAt]").fill(today.plusDays(3) + "T19:30");
            page.locator("#entries [name=reason]").fill("Đi cùng đoàn công tác của tỉnh");
            photograph(page, "own-" + width + "-extra");
            assertThat(scrollsSideways(page)).isFalse();
            page.locator("#entries [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã ghi nhận lượt dự ngoài kế hoạch");
            assertThat(page.locator("#list")).containsText("(ngoài kế hoạch)");

            page.getByText("Báo vắng nhiều ngày").click();
            page.locator("#entries [name=from]").fill(today.plusDays(15).toString());
            page.locator("#entries [name=to]").fill(today.plusDays(25).toString());
            page.locator("#entries [name=reason]").selectOption("MISSION");
            page.locator("#entries [name=makeUp]").check();
            photograph(page, "own-" + width + "-away");
            page.locator("#entries [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã báo vắng cho 1 lượt dự");
            photograph(page, "own-" + width + "-list");
        }
        assertThat(fixture.reload(planned).state()).isEqualTo(VisitState.ABSENCE_PENDING);
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-12, dv-17971-13", "390, 844, dv-17971-14, dv-17971-15"})
    void anAssistantTypesThePersonConfirms(int width, int height, String visitor, String assistant) {
        LocalDate today = LocalDate.now(TimeZones.VIETNAM);
        Visit visit = openReport(visitor);
        String assistantName = nameOf(assistant);
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, visitor, "/camunda/visits/", "assisted-" + width);
            page.getByText("Đồng chí giúp việc").click();
            page.locator("#entries [name=search]").fill(assistantName);
            page.locator("#entries [name=chosen]").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.locator("#entries [name=from]").fill(today.toString());
            page.locator("#entries [name=to]").fill(today.plusDays(30).toString());
            page.locator("#entries [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã giao soạn giúp");
        }
        String helper = sql.sql("select p.user_id from assistant a join person p on p.id = a.assistant_id where a.person_id = ?")
                .param(visit.personId()).query(String.class).single();
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, helper, "/camunda/typing/", "assistant-" + width);
            page.locator("#list > li", new Page.LocatorOptions().setHasText(nameOf(visitor))).getByText("Soạn giúp").click();
            page.getByText("Chuyển đồng chí xác nhận").click();
            assertThat(page.locator("#form")).containsText("Đề nghị đồng chí");
            fill(page);
            photograph(page, "assistant-" + width + "-typed");
            assertThat(scrollsSideways(page)).isFalse();
            page.getByText("Chuyển đồng chí xác nhận").click();
            assertThat(page.locator("#message")).containsText("xác nhận và gửi");
        }
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.TO_CONFIRM);
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, visitor, "confirm-" + width);
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt chi bộ");
            assertThat(tasklist.form()).containsText("soạn giúp: đề nghị đồng chí xem");
            tasklist.photograph("draft");
            tasklist.press("Xác nhận và gửi");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Báo cáo đã gửi");
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reportOf(visit).submittedBy()).isEqualTo(visitor);
        assertThat(fixture.reportOf(visit).draftedBy()).isEqualTo(helper);
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-16", "390, 844, dv-17971-17"})
    void aClerkEntersAPaper(int width, int height, String visitor) {
        Visit visit = openReport(visitor);
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, OFFICE, "/camunda/typing/", "paper-" + width);
            page.locator("#list > li", new Page.LocatorOptions().setHasText(nameOf(visitor))).getByText("Nhập báo cáo giấy").click();
            fill(page);
            page.locator("#form .dsh-send").click();
            assertThat(page.locator("#form .dsh-error")).containsText("ghi ngày của bản giấy");
            page.locator("[name=arrival]").fill(LocalDate.now(TimeZones.VIETNAM).toString());
            page.locator("[name=number]").fill("05-BC/CB");
            photograph(page, "paper-" + width + "-filled");
            assertThat(scrollsSideways(page)).isFalse();
            page.locator("#form .dsh-send").click();
            assertThat(page.locator("#message")).containsText("Đã nhập báo cáo giấy");
            photograph(page, "paper-" + width + "-done");
        }
        assertThat(fixture.reportOf(visit).onTime()).isTrue();
        assertThat(fixture.reportOf(visit).paperNumber()).isEqualTo("05-BC/CB");
    }

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-18", "390, 844, dv-17971-19"})
    void theHostAsksToLookAgain(int width, int height, String visitor) {
        Visit visit = openReport(visitor);
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, OFFICE, "/camunda/host/", "host-" + width);
            if (!YearMonth.from(visit.meetingDay()).equals(YearMonth.now(TimeZones.VIETNAM))) {
                page.getByText("Tháng trước").click();
            }
            var line = page.locator("#list > li", new Page.LocatorOptions().setHasText("Đồng chí " + nameOf(visitor)))
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Đề nghị xem lại")).first();
            assertThat(line).containsText("Đã dự");
            line.getByText("Đề nghị xem lại").click();
            page.locator(".change [type=submit]").click();
            assertThat(page.locator(".change .error")).containsText("ghi nội dung cần xem lại");
            page.locator("[name=reason]").fill("Đồng chí không đến buổi họp");
            photograph(page, "host-" + width + "-objection");
            assertThat(scrollsSideways(page)).isFalse();
            page.locator(".change [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã chuyển ý kiến");
            photograph(page, "host-" + width + "-list");
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, BOARD, "objection-" + width);
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Xem xét ý kiến nơi có chi bộ: đồng chí " + nameOf(visitor));
            assertThat(tasklist.form()).containsText("Đồng chí không đến buổi họp");
            tasklist.press("Nhận xử lý");
            assertThat(tasklist.form().getByText("Không ghi nhận", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))).isVisible();
            tasklist.photograph("decide");
            tasklist.press("Không ghi nhận");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Không ghi nhận: đồng chí " + nameOf(visitor));
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.MISSED);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_APPLICABLE);
    }

    /** B3: the month is confirmed at once; only exceptions are typed, visits follow. */
    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, dv-17971-20, 8", "390, 844, dv-17971-21, 9"})
    void theClerkConfirmsAMonth(int width, int height, String visitor, int cell) {
        YearMonth month = YearMonth.now(TimeZones.VIETNAM).plusMonths(cell - 6L);
        Visit visit = fixture.visitOf(visitor, fixture.cell(cell), month.atDay(3));
        try (BrowserContext browser = browsers.open(width, height)) {
            Page page = open(browser, OFFICE, "/camunda/meetings/", "meetings-" + width);
            for (int n = 0; n < cell - 6; n++) {
                page.getByText("Tháng sau").click();
                assertThat(page.locator("#month")).containsText(YearMonth.now(TimeZones.VIETNAM).plusMonths(n + 1L)
                        .format(DateTimeFormatter.ofPattern("MM/yyyy")));
            }
            page.locator("[name=cell-" + fixture.cell(cell) + "]").fill(month.atDay(12) + "T20:00");
            page.locator("#confirm").click();
            assertThat(page.locator("#message")).containsText("lượt về dự đã đổi theo");
            photograph(page, "meetings-" + width);
            assertThat(scrollsSideways(page)).isFalse();
        }
        assertThat(fixture.reload(visit).meetingDay()).isEqualTo(month.atDay(12));
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
    }

    private Page open(BrowserContext browser, String userId, String address, String name) {
        TasklistPage.login(browser, port, userId, name);
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + address);
        return page;
    }

    private Visit openReport(String visitor) {
        Visit visit = fixture.visitOf(visitor, LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_writeReportOneDay").count() == 1);
        return visit;
    }

    private static void fill(Page page) {
        page.locator("[name=meetingKind]").selectOption("REGULAR");
        page.locator("[name=startedAt]").fill("19:30");
        page.locator("[name=endedAt]").fill("21:05");
        page.locator("[name=present]").fill("37");
        page.locator("[name=required]").fill("40");
        page.locator("[name=ownScore]").selectOption("NONE");
        page.locator("[name=recommendations]").selectOption("NO");
        page.locator("[name=summary]").fill("Chi bộ họp đúng giờ, đủ nội dung.");
    }

    private String nameOf(String userId) {
        return sql.sql("select full_name from person where user_id = ?").param(userId).query(String.class).single();
    }
}
