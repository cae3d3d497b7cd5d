package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.process.PlanRoad;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** The province's organisation board and the plans of a district that are late: urged, given time, handed over; each seen afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardPlansJourneyIT extends BrowserJourney {

    private static final String PROVINCE = "bantochuctinh";
    private static final int YEAR = LocalDate.now(TimeZones.VIETNAM).getYear() + 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private PlanFixture fixture;
    @Autowired
    private PlanRoad road;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    private District district;
    private Long campaign;

    @BeforeAll
    void build() {
        district = fixture.district(6, LocalDate.of(YEAR, 1, 1));
        String opened = WebappSession.login(new RawHttp(port), "quantri").send("POST", "/camunda/api/plans/campaigns",
                "{\"unit\":\"" + district.code() + "\",\"year\":" + YEAR + "}", "Content-Type: application/json").body();
        campaign = sql.sql("select id from plan_campaign where unit_id = ?").param(district.id()).query(Long.class).optional()
                .orElseThrow(() -> new AssertionError(opened));
        district.members().subList(2, 6).forEach(user -> late(awaitTask(user)));
        sql.sql("update person set email = 'uv3@huyen.example.vn' where user_id = ?").param(district.members().get(2)).update();
    }

    @AfterAll
    void close() {
        fixture.close(district);
    }

    @ParameterizedTest(name = "at {0} px")
    @Order(1)
    @CsvSource({"1280, 900, 2, 3", "390, 844, 4, 5"})
    void latePlansAreUrgedTogetherAndOneGetsTime(int width, int height, int first, int second) {
        try (BrowserContext browser = browsers.open(width, height)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, PROVINCE);
            cockpit.openBoard();
            Page page = cockpit.page();
            page.locator("#dsh-board-search").fill("huyen ke hoach " + district.code());
            assertThat(row(page, first)).containsText("Kế hoạch năm " + YEAR + " của Huyện ủy Kế Hoạch " + district.code());
            assertThat(page.locator(".dsh-board-table")).not().containsText("Nguyễn Văn Ủy Viên 1");
            urge(page, width, first, second);
            extend(cockpit, width, first);
            row(page, first).locator("a").click();
            assertThat(page.locator(".dsh-story-columns")).containsText("Gia hạn: từ hết ngày");
            assertThat(page.locator(".dsh-story-columns")).containsText("lý do: Đi công tác biên giới");
            assertThat(page.locator(".dsh-story-columns")).containsText("Đôn đốc: Đã gọi điện");
            photograph(page, "board-plan-story-" + width);
            assertThat(cockpit.scriptErrors()).isEmpty();
        }
    }

    private void urge(Page page, int width, int first, int second) {
        row(page, first).locator("input").check();
        row(page, second).locator("input").check();
        assertThat(button(page, "Ghi nhận có lý do")).isDisabled();
        button(page, "Đôn đốc").click();
        form(page).locator("[name=reason]").fill("Đã gọi điện");
        photograph(page, "board-plan-urge-" + width);
        submit(page);
        assertThat(form(page).locator("h2")).hasText("Đôn đốc: đã ghi nhận 2 việc");
        assertThat(form(page).locator(".dsh-done").last()).containsText("chưa có địa chỉ thư");
        photograph(page, "board-plan-urged-" + width);
        form(page).getByText("Đóng").click();
        assertThat(row(page, first)).containsText("Đã đôn đốc 1 lần");
    }

    private void extend(CockpitPage cockpit, int width, int who) {
        Page page = cockpit.page();
        LocalDate day = LocalDate.now(TimeZones.VIETNAM).plusDays(1);
        row(page, who).locator("input").check();
        button(page, "Gia hạn").click();
        form(page).locator("[name=lastDay]").fill(LocalDate.now(TimeZones.VIETNAM).plusDays(200).toString());
        form(page).getByText("Xem trước hạn mới").click();
        assertThat(form(page).locator("[role=alert]")).containsText("trong vòng 03 tháng");
        form(page).locator("[name=lastDay]").fill(day.toString());
        form(page).getByText("Xem trước hạn mới").click();
        assertThat(form(page).locator(".dsh-preview")).containsText("1 hạn sẽ dời. Chưa có gì được ghi.");
        assertThat(form(page).locator(".dsh-preview")).containsText("theo ý kiến của Ban Tổ chức");
        submit(page);
        assertThat(form(page).locator("[role=alert]")).containsText("Ghi lý do");
        form(page).locator("[name=reason]").fill("Đi công tác biên giới");
        photograph(page, "board-plan-extend-" + width);
        assertThat(cockpit.scrollsSideways()).isFalse();
        submit(page);
        assertThat(form(page).locator("h2")).hasText("Gia hạn: đã ghi nhận 1 việc");
        form(page).getByText("Đóng").click();
        LocalDate limit = sql.sql("select cast(limit_at at time zone 'Asia/Ho_Chi_Minh' as date) from member_plan where id = ?").param(plan(who))
                .query(LocalDate.class).single();
        assertThat(limit).isAfterOrEqualTo(day);
        assertThat(sql.sql("select cast(due_date_ as date) from act_ru_task where id_ = ?").param(awaitTask(district.members().get(who)).getId())
                .query(LocalDate.class).single()).isEqualTo(limit);
    }

    /** After the members: everybody has sent, the district's board is late with its part. */
    @ParameterizedTest(name = "at {0} px")
    @Order(2)
    @CsvSource({"1280, 900", "390, 844"})
    void theDistrictsTaskGoesToAnotherOfItsMembers(int width, int height) {
        Task check = awaitCheck();
        String heir = width > 800 ? district.office() : district.board();
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage.login(browser, port, PROVINCE, "board-plan-hand-over-" + width);
            Page page = browser.newPage();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            page.locator("#dsh-board-search").fill("huyen ke hoach " + district.code());
            page.locator("[data-task='" + check.getId() + "'] input").check();
            button(page, "Chuyển đồng chí khác").click();
            submit(page);
            assertThat(form(page).locator("[role=alert]")).hasText("Chọn đồng chí nhận việc.");
            form(page).locator("[name=to]").selectOption(heir);
            form(page).locator("[name=reason]").fill("Đồng chí kia nghỉ phép");
            photograph(page, "board-plan-hand-over-" + width);
            submit(page);
            assertThat(form(page).locator("h2")).hasText("Chuyển đồng chí khác: đã ghi nhận 1 việc");
            assertThat(scrollsSideways(page)).isFalse();
            form(page).getByText("Đóng").click();
            assertThat(page.locator("[data-task='" + check.getId() + "']")).containsText(heir.equals(district.office()) ? "Lê Thị Văn Phòng" : "Trần Thị Tổ Chức");
        }
        assertThat(tasks.createTaskQuery().taskId(check.getId()).singleResult().getAssignee()).isEqualTo(heir);
    }

    /** Retry and pause stay; the clock that moves a timer alone is there for nobody. */
    @Test
    @Order(3)
    void theClockIconIsThereForNobody() {
        Task check = awaitCheck();
        try (BrowserContext browser = browsers.open(1280, 900)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, "quantri");
            cockpit.page().navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/process-instance/" + check.getProcessInstanceId()
                    + "/runtime");
            cockpit.page().locator("[ng-click*='selectTab'], .nav-tabs a").filter(new Locator.FilterOptions().setHasText("Công việc hệ thống")).first().click();
            Locator jobs = cockpit.page().locator("tr:has(.glyphicon-pause)");
            assertThat(jobs.first()).isVisible();
            assertThat(jobs.first().locator(".glyphicon-time")).hasCount(1);
            assertThat(jobs.first().locator(".glyphicon-time")).isHidden();
            photograph(cockpit.page(), "cockpit-jobs");
        }
    }

    private Task awaitCheck() {
        for (String user : district.members()) {
            if (road.task(road.planOf(campaign, user), "task_writePlan") != null) {
                road.complete(road.planOf(campaign, user), "task_writePlan", user);
            }
        }
        Task check = Awaitility.await().atMost(PATIENCE).until(() -> road.task(campaign, "task_checkPlans"), task -> task != null);
        sql.sql("update act_ru_task set due_date_ = now() - interval '1 day' where id_ = ?").param(check.getId()).update();
        return check;
    }

    /** Begun seventeen days ago: its limit passed three days ago, and what was due by then is done. */
    private void late(Task task) {
        sql.sql("update act_ru_task set create_time_ = create_time_ - interval '17 days', due_date_ = due_date_ - interval '17 days' where id_ = ?")
                .param(task.getId()).update();
        List<String> due = sql.sql("update act_ru_job set duedate_ = duedate_ - interval '17 days' where process_instance_id_ = ? and type_ = 'timer' returning id_")
                .param(task.getProcessInstanceId()).query(String.class).list();
        Awaitility.await().atMost(PATIENCE).until(() -> sql.sql("select count(*) from act_ru_job where id_ = any(?) and duedate_ < now()")
                .param(due.toArray(String[]::new)).query(Integer.class).single() == 0);
    }

    private Task awaitTask(String user) {
        return Awaitility.await().atMost(PATIENCE).until(() -> tasks.createTaskQuery().taskAssignee(user).taskDefinitionKey("task_writePlan").singleResult(),
                task -> task != null);
    }

    private Long plan(int who) {
        return road.planOf(campaign, district.members().get(who));
    }

    private Locator row(Page page, int who) {
        return page.locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasText("Đồng chí Nguyễn Văn Ủy Viên " + (who + 1)));
    }

    private static Locator button(Page page, String action) {
        return page.locator(".dsh-action-bar > .dsh-action-buttons").getByText(action, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator form(Page page) {
        return page.locator(".dsh-action-form");
    }

    private static void submit(Page page) {
        form(page).locator("[type=submit]").click();
    }
}
