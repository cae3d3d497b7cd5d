package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.YearMonth;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.HostileText;

/** Row C12 in a real browser: hostile names and texts in Tasklist, Cockpit, Admin and on our own pages are shown as text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextIT extends BrowserJourney {

    private static final String SIZES = "at {0} px";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private Visits visits;
    @Autowired
    private OrganizationFixture organization;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RepositoryService models;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcClient sql;
    private HostileWorld world;

    @BeforeAll
    void build() {
        world = new HostileWorld(fixture, visits, organization, tasks, sql, port);
        world.build();
    }

    @AfterAll
    void takeDown() {
        world.takeDown();
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void tasklistOfAVisitor(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-visitor-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, HostileWorld.VISITOR, "hostile-visitor-" + width);
            String title = "Báo cáo kết quả dự sinh hoạt " + HostileWorld.CELL_IN_TEXT;
            watch.lookAndFit(tasklist.page(), "list", title, HostileWorld.NAME);
            tasklist.openTask(title);
            tasklist.form().locator("summary").all().forEach(Locator::click);
            watch.lookAndFit(tasklist.page(), "form", title, HostileWorld.CELL, HostileWorld.COMMUNE, HostileWorld.FILE);
            assertThat(tasklist.value("summary")).isEqualTo(HostileWorld.SUMMARY);
            assertThat(tasklist.value("content")).isEqualTo(HostileWorld.ROW);
            assertThat(tasklist.value("group")).isEqualTo(HostileText.LINK);
            for (String tab : new String[] {"Quá trình xử lý", "Sơ đồ", "Mô tả"}) {
                tasklist.page().locator(".task-details, [cam-tasklist-task]").getByText(tab, new Locator.GetByTextOptions().setExact(true)).first().click();
                tasklist.page().waitForTimeout(700);
                watch.lookAndFit(tasklist.page(), "tab-" + tab.charAt(0), title);
            }
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }

    /** Two hundred letters without a space in a name, six hundred in a text. */
    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void longNamesWrap(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-long-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, HostileWorld.LONG_PERSON, "hostile-long-" + width);
            assertThat(tasklist.page().getByText("Báo cáo kết quả dự sinh hoạt ộ").first()).isVisible();
            watch.lookAndFit(tasklist.page(), "list", "Báo cáo kết quả dự sinh hoạt ộ" + HostileWorld.LONG_CELL.substring(1));
            assertThat((Number) tasklist.page().evaluate("document.querySelector('nav.app-menu').getBoundingClientRect().height")).extracting(Number::intValue)
                    .as("a long name keeps the bar one line high").matches(high -> high < 80);
            tasklist.openTask("Báo cáo kết quả dự sinh hoạt ộ");
            watch.lookAndFit(tasklist.page(), "form", HostileWorld.LONG_CELL);
            Page page = open(browser, "/camunda/visits/");
            page.locator("summary").first().click();
            watch.lookAndFit(page, "visits", HostileWorld.LONG_CELL);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void tasklistOfTheReceiver(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-receiver-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, HostileWorld.RECEIVER, "hostile-receiver-" + width);
            String title = "Tiếp nhận báo cáo: " + HostileWorld.CELL;
            tasklist.openTask(title);
            tasklist.form().locator("summary").all().forEach(Locator::click);
            watch.lookAndFit(tasklist.page(), "form", title, "Đồng chí " + HostileWorld.NAME, HostileWorld.COMMUNE, HostileWorld.SUMMARY,
                    HostileWorld.ROW, HostileWorld.FILE, "lý do: " + HostileWorld.REASON, "Nơi nhận báo cáo: " + HostileWorld.BODY);
            assertThat(tasklist.page().locator("#dsh-remark")).hasValue(HostileWorld.REASON);
            assertThat(tasklist.page().locator("#dsh-request")).hasValue(HostileWorld.REASON);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void tasklistOfStaff(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-staff-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, HostileWorld.BOARD, "hostile-staff-" + width);
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Xem xét lý do không dự: đồng chí " + HostileWorld.NAME);
            watch.lookAndFit(tasklist.page(), "absence", HostileWorld.REASON, HostileWorld.CELL);
            tasklist.openTask("Xem xét ý kiến nơi có chi bộ: đồng chí " + HostileWorld.NAME);
            assertThat(tasklist.form()).containsText("Nơi có chi bộ đề nghị");
            watch.lookAndFit(tasklist.page(), "objection", HostileWorld.REASON, HostileWorld.COMMUNE);
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-office-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, HostileWorld.OFFICE, "hostile-office-" + width);
            tasklist.openTask("Xác nhận gia hạn");
            watch.lookAndFit(tasklist.page(), "extension", HostileWorld.NUMBER, HostileWorld.REASON);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void tasklistOfTheAdministrator(int width, int height) {
        world.rightWorkbook();
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-admin-" + width);
            TasklistPage tasklist = TasklistPage.login(browser, port, "quantri", "hostile-admin-" + width,
                    "#/?task=" + taskOf("task_confirmChange"));
            assertThat(tasklist.form()).containsText("Người lập");
            watch.lookAndFit(tasklist.page(), "calendar", HostileWorld.DAY, HostileWorld.REASON, HostileWorld.FILTER);
            tasks.createComment(taskOf("task_confirmChange"), null, HostileWorld.REASON + "\n" + HostileWorld.DAY);
            tasklist.page().getByText("Quá trình xử lý", new Page.GetByTextOptions().setExact(true)).first().click();
            watch.lookAndFit(tasklist.page(), "comment", HostileWorld.REASON, HostileWorld.DAY);
            go(tasklist, "task_applyWorkbook");
            tasklist.form().locator("details summary").all().forEach(Locator::click);
            watch.lookAndFit(tasklist.page(), "import", HostileWorld.COMMUNE, HostileWorld.CELL, HostileWorld.LONG_CELL, HostileWorld.NAME);
            world.faultyWorkbook();
            go(tasklist, "task_fixWorkbook");
            watch.lookAndFit(tasklist.page(), "faults", HostileWorld.COMMUNE, HostileText.IMAGE + HostileText.TEMPLATE);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void pagesOfAVisitor(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-own-" + width);
            TasklistPage.login(browser, port, HostileWorld.SENDER, "hostile-own-" + width);
            Page page = open(browser, "/camunda/visits/");
            page.locator("summary").first().click();
            watch.lookAndFit(page, "visits", HostileWorld.CELL + ", " + HostileWorld.COMMUNE, HostileWorld.BODY, HostileWorld.REASON, HostileWorld.NAME,
                    HostileWorld.FILE);
            assertThat((String) page.evaluate("""
                    import('/camunda/components/v1/api.js').then((api) => api.post('/attendance/visits', { reason: 'a\\uD83Db\\0c' }))
                      .catch((refused) => refused.message)""")).as("half a character stays on the phone").contains("chọn chi bộ");
            watch.lookAndFit(open(browser, "/camunda/app/welcome/default/"), "welcome", HostileWorld.NAME.substring(0, 15));
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void pagesOfAClerk(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-own-" + width);
            TasklistPage.login(browser, port, HostileWorld.OFFICE, "hostile-clerk-" + width);
            Page page = open(browser, "/camunda/typing/");
            watch.lookAndFit(page, "typing", HostileWorld.NAME, HostileWorld.CELL, HostileWorld.LONG_NAME, HostileWorld.LONG_CELL);
            page.locator("#list > li", new Page.LocatorOptions().setHasText(HostileWorld.LONG_CELL)).getByText("Nhập báo cáo giấy").click();
            assertThat(page.locator("#form .dsh-facts").first()).isVisible();
            watch.lookAndFit(page, "paper", HostileWorld.LONG_NAME, HostileWorld.LONG_CELL);
            page.navigate("http://localhost:" + port + "/camunda/host/");
            if (!YearMonth.from(world.report().meetingDay()).equals(YearMonth.now(TimeZones.VIETNAM))) {
                page.getByText("Tháng trước").click();
            }
            watch.lookAndFit(page, "host", HostileWorld.NAME, HostileWorld.CELL, HostileWorld.POST, HostileWorld.LONG_NAME);
            page.navigate("http://localhost:" + port + "/camunda/meetings/");
            watch.lookAndFit(page, "meetings", HostileWorld.CELL, HostileWorld.LONG_CELL);
            accountsAndSlip(page, watch);
        }
    }

    /** The board of the ward's own staff, and the province's in Cockpit. */
    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void board(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-board-" + width);
            TasklistPage.login(browser, port, HostileWorld.BOARD, "hostile-board-" + width);
            Page page = open(browser, "/camunda/supervision/");
            assertThat(page.locator(".dsh-board-table")).isVisible();
            page.evaluate("document.querySelectorAll('.dsh-panel').forEach((panel) => { panel.open = true; })");
            watch.lookAndFit(page, "page", HostileWorld.CELL_IN_TEXT, HostileWorld.COMMUNE, HostileWorld.NAME, HostileWorld.BODY, HostileWorld.LONG_NAME);
            page.locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasText(HostileWorld.CELL_IN_TEXT)).first().locator(".dsh-link").click();
            assertThat(page.locator(".dsh-case-place")).containsText("Căn cứ: ");
            watch.lookAndFit(page, "case", HostileWorld.CELL, HostileWorld.COMMUNE, HostileWorld.NAME);
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-board-cockpit-" + width);
            CockpitPage cockpit = CockpitPage.login(browser, port, "giamsat");
            cockpit.openBoard();
            cockpit.page().locator("#dsh-board-search").fill("Nguyễn {{7");
            assertThat(cockpit.page().locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasNotText("{{7*7}}"))).hasCount(0);
            watch.lookAndFit(cockpit.page(), "rows", HostileWorld.NAME, HostileWorld.COMMUNE);
            cockpit.page().locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasText(HostileWorld.NAME)).first().locator("a").click();
            assertThat(cockpit.page().locator(".dsh-story-columns")).containsText("Căn cứ: ");
            watch.look(cockpit.page(), "case", HostileWorld.NAME);
        }
    }

    private void accountsAndSlip(Page page, HostileWatch watch) {
        page.navigate("http://localhost:" + port + "/camunda/accounts/");
        page.locator("#name").fill("Nguyễn {{7");
        page.locator("#name").press("Enter");
        watch.lookAndFit(page, "accounts", HostileWorld.NAME, HostileWorld.POST, HostileWorld.COMMUNE);
        page.locator("#list li", new Page.LocatorOptions().setHasText(HostileWorld.OBJECTED)).locator("input").click();
        page.locator("#issue").click();
        confirmIfAsked(page);
        assertThat(page.locator(".slip .code")).isVisible();
        watch.lookAndFit(page, "slip", HostileWorld.NAME, HostileWorld.COMMUNE);
        page.locator("#close").click();
        page.locator("#name").fill(HostileWorld.LONG_PERSON);
        page.locator("#name").press("Enter");
        page.locator("#list li", new Page.LocatorOptions().setHasText(HostileWorld.LONG_NAME)).locator("input").click();
        page.locator("#issue").click();
        confirmIfAsked(page);
        assertThat(page.locator(".slip .code")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        watch.look(page, "paper-slip", HostileWorld.LONG_NAME);
        assertThat((Boolean) page.evaluate("[...document.querySelectorAll('.slip')].every((slip) => slip.scrollHeight <= slip.clientHeight)"))
                .as("a slip holds its code").isTrue();
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void cockpit(int width, int height) {
        String instance = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(world.report().id())).singleResult().getProcessInstanceId();
        String name = HostileWorld.FILTER;
        runtime.setVariable(instance, name, HostileWorld.REASON);
        String execution = runtime.createExecutionQuery().processInstanceId(instance).activityId("task_writeReportOneDay").singleResult().getId();
        String incident = runtime.createIncident("thử", execution, "x", HostileWorld.REASON).getId();
        String model = models.createProcessDefinitionQuery().processDefinitionKey("attendance-report").latestVersion().singleResult().getId();
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-cockpit-" + width);
            TasklistPage.login(browser, port, "quantri", "hostile-cockpit-" + width);
            Page page = open(browser, "/camunda/app/cockpit/default/#/process-definition/" + model + "/runtime");
            assertThat(page.locator("body")).containsText("Báo cáo kết quả dự sinh hoạt chi bộ");
            watch.look(page, "definition");
            page = open(browser, "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
            page.getByText("Biến", new Page.GetByTextOptions().setExact(true)).first().click();
            watch.look(page, "variables", HostileWorld.FILTER, HostileWorld.REASON);
            page.getByText("Sự cố", new Page.GetByTextOptions().setExact(true)).last().click();
            watch.look(page, "incidents", HostileWorld.REASON);
            page.getByText("Công việc", new Page.GetByTextOptions().setExact(true)).last().click();
            watch.look(page, "instance", HostileWorld.VISITOR);
            assertThat(page.locator("body").innerText()).as("no names").doesNotContain(HostileWorld.NAME, "bộ bảy");
            page = open(browser, "/camunda/app/cockpit/default/#/tasks");
            page.waitForTimeout(1_500);
            watch.quiet(page, "tasks");
        } finally {
            runtime.resolveIncident(incident);
            runtime.removeVariable(instance, name);
        }
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900", "390, 844"})
    void admin(int width, int height) {
        try (BrowserContext browser = browsers.open(width, height)) {
            HostileWatch watch = HostileWatch.over(browser, "hostile-adminapp-" + width);
            TasklistPage.login(browser, port, "quantri", "hostile-adminapp-" + width);
            String app = "/camunda/app/admin/default/#/";
            String user = HostileWorld.VISITOR;
            watch.look(open(browser, app + "users?searchQuery=%5B%7B%22type%22:%22id%22,%22operator%22:%22eq%22,%22value%22:%22" + user + "%22,%22name%22:%22%22%7D%5D"),
                    "users", HostileWorld.NAME);
            Page profile = open(browser, app + "users/" + user + "?tab=profile");
            assertThat(profile.locator("input[name=firstName], #inputFirstname").first()).hasValue("Nguyễn {{7*7}} <img src=x");
            profile.waitForTimeout(800);
            watch.quiet(profile, "profile");
            photograph(profile, "hostile-adminapp-" + width + "-profile");
            watch.look(open(browser, app + "users/" + user + "?tab=groups"), "user-groups", HostileWorld.COMMUNE.substring(7));
            watch.look(open(browser, app + "groups/thuongtruc-" + HostileWorld.WARD + "?tab=users"), "group-users", HostileWorld.NAME);
            watch.look(open(browser, app + "groups/thuongtruc-" + HostileWorld.WARD + "?tab=tenants"), "group-tenants");
            watch.look(open(browser, app + "tenants/" + HostileWorld.WARD + "?tab=groups"), "tenant", HostileWorld.BODY);
            watch.look(open(browser, app + "tenants"), "tenants");
            watch.look(open(browser, app + "groups"), "groups");
            watch.look(open(browser, app + "authorization?resource=5"), "authorizations");
        }
    }

    private Page open(BrowserContext browser, String address) {
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + address);
        page.waitForTimeout(1_000);
        return page;
    }

    private static void confirmIfAsked(Page page) {
        if (page.locator("dialog[open] button").count() > 0) {
            page.locator("dialog[open] button").first().click();
        }
    }

    private void go(TasklistPage tasklist, String step) {
        tasklist.page().navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + taskOf(step));
        tasklist.page().reload();
        assertThat(tasklist.page().locator(".dsh-mount .dsh-facts").first()).isVisible();
    }

    private String taskOf(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).list().stream().map(Task::getId).findFirst().orElseThrow();
    }
}
