package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.supervision.ReportMonths;

/** III.3a, III.4b, B5: who watches sees in ten seconds what is late in their units, and nobody else's; each role as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardJourneyIT extends BrowserJourney {

    private static final String SIZES = "at {0} px";
    /** One late report is a leader's: hidden, and not counted. */
    private static final String SEEN = "3 việc";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private ReportMonths months;

    private BoardWorld world;
    private Visit late;
    private String secretary;
    private String leader;
    private String deputy;

    @BeforeAll
    void build() {
        world = new BoardWorld("17662", fixture, log, tasks, sql);
        secretary = world.person(1);
        leader = world.person(2);
        deputy = world.person(3);
        world.permanentDeputy(deputy);
        world.supervises(world.person(8));
        late = world.late(world.person(12));
        world.late(world.person(13));
        world.soon(world.person(14));
        world.late(leader);
        months.run();
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void theProvinceSupervisorFindsWhatIsLate(int width, int height) throws Exception {
        try (BrowserContext browser = browsers.open(width, height)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, "giamsat");
            Page page = cockpit.page();
            assertThat(page.locator(".dsh-compact")).containsText("Đơn vị có nhiều việc quá hạn nhất");
            photograph(page, "board-dashboard-" + width);
            cockpit.openBoard();
            assertThat(page.locator(".dsh-system")).isHidden();
            page.screenshot(new Page.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve("board-" + width + ".png")));
            assertThat(cockpit.scrollsSideways()).isFalse();
            chooseUnit(page, world.name());
            assertThat(page.locator(".dsh-board-table")).containsText("Đồng chí " + world.nameOf(world.person(12)));
            assertThat(page.locator(".dsh-board-table")).not().containsText("đồng chí " + world.nameOf(leader));
            assertThat(page.locator(".dsh-check")).hasCount(0);
            filterSearchAndSort(page, width);
            workbook(page);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            row(page, world.person(12)).locator("a").click();
            aCase(page, width);
            assertThat(asked).filteredOn(url -> url.contains("/api/supervision/cases/")).as("one request for a screen").hasSize(1);
            page.goBack();
            assertThat(page.locator(".dsh-filters")).containsText(world.name());
            asked.clear();
            aDefinition(page, width);
            assertThat(asked).filteredOn(url -> url.contains("/api/supervision/definitions/")).as("one request for a screen").hasSize(1);
            assertThat(cockpit.scriptErrors()).isEmpty();
        }
    }

    private void filterSearchAndSort(Page page, int width) {
        page.locator("[data-key=when-LATE]").click();
        assertThat(caption(page)).hasText("2 việc");
        page.locator("#dsh-board-search").fill(world.typedNameOf(world.person(13)));
        assertThat(caption(page)).hasText("1 việc");
        page.locator("#dsh-board-search").fill("khong co ai ten nhu the");
        assertThat(page.locator(".dsh-empty")).containsText("Không có việc nào khớp");
        photograph(page, "board-none-" + width);
        page.getByText("Bỏ chọn, xem tất cả").click();
        assertThat(page.locator("#dsh-board-search")).hasValue("");
        assertThat(page.locator(".dsh-filters button")).hasCount(0);
        chooseUnit(page, world.name());
        if (width > 800) {
            page.locator("[data-key=sort-PERSON]").click();
            assertThat(page.locator("[data-heads='Giữ việc']")).hasAttribute("aria-sort", "ascending");
            page.locator("[data-key=sort-PERSON]").press("Enter");
            assertThat(page.locator("[data-heads='Giữ việc']")).hasAttribute("aria-sort", "descending");
            assertThat(page.locator("[data-key=sort-PERSON]")).isFocused();
        } else {
            page.locator("[name=sort]").selectOption("Hạn, muộn nhất trước");
            assertThat(page.locator(".dsh-board-table tbody tr").first()).containsText(world.nameOf(world.person(14)));
        }
    }

    private void workbook(Page page) throws IOException {
        Download download = page.waitForDownload(() -> page.getByText("Tải bảng Excel").click());
        assertThat(download.suggestedFilename()).isEqualTo("theo-doi-don-doc.xlsx");
        StringBuilder texts = new StringBuilder();
        try (InputStream file = download.createReadStream(); Workbook workbook = WorkbookFactory.create(file)) {
            for (Iterator<Row> rows = workbook.getSheetAt(0).rowIterator(); rows.hasNext();) {
                rows.next().forEach(cell -> texts.append(cell).append('\n'));
            }
        }
        assertThat(texts.toString()).contains(world.nameOf(world.person(12)), world.nameOf(world.person(14)))
                .doesNotContain(world.nameOf(leader));
    }

    private void aCase(Page page, int width) {
        assertThat(page.locator(".dsh-story-columns")).containsText("Căn cứ: ");
        assertThat(page.locator(".dsh-story-columns")).containsText("Quá hạn: nhắc đồng chí gửi báo cáo");
        assertThat(page.locator(".djs-overlay .dsh-badge-late")).containsText("Quá hạn");
        assertThat(page.locator(".djs-overlay .dsh-badge-wait").first()).isVisible();
        page.waitForTimeout(700);
        photograph(page, "board-case-" + width);
    }

    private void aDefinition(Page page, int width) {
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/process-definition/"
                + world.awaitReport(late).getProcessDefinitionId() + "/runtime");
        assertThat(page.locator(".djs-overlay .dsh-badge-late").first()).containsText("quá hạn");
        assertThat(page.locator(".dsh-in-tab table").first()).containsText("Gửi báo cáo trong 01 ngày");
        page.getByText("Xem từng việc quá hạn, sắp đến hạn").click();
        assertThat(page.locator(".dsh-board-table tbody tr").first()).isVisible();
        page.waitForTimeout(700);
        photograph(page, "board-definition-" + width);
    }

    @Test
    void nothingSeriousForWhoCannotSeeOrUseAMouse() {
        try (BrowserContext browser = browsers.open(1280, 900)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, world.person(8));
            Page page = cockpit.page();
            assertThat(Accessibility.seriousViolations(page, ".dsh-board")).as("dashboard").isEmpty();
            cockpit.openBoard();
            assertThat(caption(page)).hasText(SEEN);
            Locator box = page.locator(".dsh-board-table tbody input[type=checkbox]").first();
            box.focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".dsh-chosen-count")).hasText("Đã chọn 1 việc");
            assertThat(page.locator(".dsh-board-table tbody input[type=checkbox]").first()).isFocused();
            page.locator(".dsh-action-bar").getByText("Gia hạn", new Locator.GetByTextOptions().setExact(true)).press("Enter");
            assertThat(page.locator(".dsh-action-form h2")).isFocused();
            assertThat(Accessibility.seriousViolations(page, ".dsh-board")).as("board with a form").isEmpty();
            row(page, world.person(12)).locator("a").press("Enter");
            assertThat(page.locator(".dsh-story-columns")).isVisible();
            assertThat(Accessibility.seriousViolations(page, ".dsh-in-tab")).as("case").isEmpty();
        }
    }

    /** Another unit than the own one does not even show in the numbers. */
    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void theSupervisorOfACommuneSeesThatCommuneOnly(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, world.person(8));
            assertThat(cockpit.page().locator(".dsh-compact .dsh-late-figure")).hasText("2");
            assertThat(cockpit.page().locator(".dsh-compact .dsh-soon-figure")).hasText("1");
            cockpit.openBoard();
            assertThat(caption(cockpit.page())).hasText(SEEN);
            assertThat(cockpit.page().locator(".dsh-tree li")).hasCount(1);
            cockpit.page().evaluate("document.querySelectorAll('.dsh-panel').forEach((panel) => { panel.open = true; })");
            assertThat(cockpit.page().locator(".dsh-trend svg[role=img]")).hasAttribute("aria-label", Pattern.compile(".*đúng hạn 0, chậm 2, không báo cáo 0.*"));
            cockpit.page().getByText("Xem bằng số").click();
            assertThat(cockpit.page().locator(".dsh-trend tbody tr")).hasCount(12);
            assertThat(cockpit.scrollsSideways()).isFalse();
            photograph(cockpit.page(), "board-commune-" + width);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void anAdministratorSeesWhatIsStuckApartFromWhoIsLate(int width, int height) {
        Job job = management.createJobQuery().processInstanceId(world.awaitReport(late).getProcessInstanceId()).timers().list().get(0);
        management.setJobRetries(job.getId(), 0);
        try (BrowserContext browser = browsers.open(width, height)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, "quantri");
            Page page = cockpit.page();
            assertThat(page.locator(".dsh-compact")).containsText("Hệ thống đang kẹt");
            cockpit.openBoard();
            assertThat(page.locator(".dsh-system-stuck h2")).containsText("Hệ thống đang kẹt");
            assertThat(page.locator(".dsh-system-stuck")).containsText("không phải đồng chí nào chậm");
            assertThat(page.locator(".dsh-system-stuck li").first()).isVisible();
            photograph(page, "board-system-" + width);
            chooseUnit(page, world.name());
            row(page, world.person(12)).locator("input").check();
            assertThat(page.locator(".dsh-action-bar").getByText("Đôn đốc", new Locator.GetByTextOptions().setExact(true))).isDisabled();
            assertThat(page.locator(".dsh-action-bar").getByText("Gia hạn", new Locator.GetByTextOptions().setExact(true))).isEnabled();
            assertThat(cockpit.scrollsSideways()).isFalse();
            assertThat(cockpit.scriptErrors()).isEmpty();
        } finally {
            management.setJobRetries(job.getId(), 1);
        }
    }

    /** Staff and leading bodies have no Cockpit: the same board is a page of the menu. */
    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void staffOpenTheBoardFromTasklist(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, world.person(4), "board-staff-" + width);
            Page page = tasklist.page();
            assertThat(page.locator("li.account a[href='/camunda/supervision/']")).hasCount(1);
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            assertThat(caption(page)).hasText(SEEN);
            assertThat(row(page, world.person(12)).locator("input")).isEnabled();
            row(page, world.person(12)).locator(".dsh-link").click();
            assertThat(page.locator(".dsh-case-place")).containsText("Căn cứ: ");
            photograph(page, "board-page-" + width);
            assertThat(scrollsSideways(page)).isFalse();
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }

    /** B5: a leader's own lateness is shown to that leader and to the permanent deputy; leaders look and do nothing. */
    @ParameterizedTest(name = SIZES)
    @ValueSource(ints = {1280, 390})
    void aLeadersLatenessIsForThatLeaderAndTheDeputy(int width) {
        assertThat(rowsOf(secretary, width)).isEqualTo(SEEN);
        assertThat(rowsOf(leader, width)).isEqualTo("4 việc");
        assertThat(rowsOf(deputy, width)).isEqualTo("4 việc");
    }

    private String rowsOf(String user, int width) {
        try (BrowserContext browser = browsers.open(width, 844)) {
            Page page = TasklistPage.login(browser, port, user, "board-leader-" + width).page();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            assertThat(page.locator(".dsh-board-table tbody tr").first()).isVisible();
            assertThat(page.locator(".dsh-check")).hasCount(0);
            return caption(page).textContent();
        }
    }

    @ParameterizedTest(name = SIZES)
    @ValueSource(ints = {1280, 390})
    void whoOnlyVisitsHasNoBoard(int width) {
        try (BrowserContext browser = browsers.open(width, 844)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, VisitFixture.COMMUNE_WORKER, "board-nobody-" + width);
            Page page = tasklist.page();
            assertThat(page.locator("li.account a[href='/camunda/visits/']")).hasCount(1);
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            assertThat(page.locator(".dsh-board-error")).containsText("chỉ dành cho cán bộ theo dõi, đôn đốc");
            assertThat(page.locator(".dsh-board-body")).isHidden();
            photograph(page, "board-nobody-" + width);
        }
    }

    @Test
    void whereNothingIsLateTheBoardSaysSo() {
        try (BrowserContext browser = browsers.open(390, 844)) {
            Page page = TasklistPage.login(browser, port, new BoardWorld("17515", fixture, log, tasks, sql).person(4), "board-nothing").page();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            assertThat(page.locator(".dsh-empty")).containsText("không có việc nào đến hạn, và không có việc nào quá hạn");
            photograph(page, "board-nothing");
        }
    }

    private static Locator caption(Page page) {
        return page.locator(".dsh-board-table caption");
    }

    private Locator row(Page page, String user) {
        return page.locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasText("Đồng chí " + world.nameOf(user)));
    }

    private static void chooseUnit(Page page, String name) {
        Locator choice = page.locator(".dsh-tree button[aria-pressed]", new Page.LocatorOptions().setHasText(name)).first();
        if (!choice.isVisible()) {
            page.getByText("Theo đơn vị").click();
        }
        choice.click();
        assertThat(caption(page)).hasText(SEEN);
    }
}
