package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.platform.TimeZones;

/** What staff do on the board, to one case or many, and the board that keeps itself fresh under their hands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardActionsJourneyIT extends BrowserJourney {

    private static final String SIZES = "at {0} px";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;

    private BoardWorld world;

    @BeforeAll
    void build() {
        world = new BoardWorld("17677", fixture, log, tasks, sql);
        world.supervises(world.person(8));
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900, 12, 13, 14, 1", "390, 844, 15, 16, 17, 2"})
    void manyAreUrgedOneGetsTimeOneIsExcused(int width, int height, int first, int second, int third, int days) {
        Visit late = world.late(world.person(first));
        Visit alsoLate = world.late(world.person(second));
        Visit excused = world.late(world.person(third));
        try (BrowserContext browser = browsers.open(width, height)) {
            CockpitPage cockpit = CockpitPage.login(browser, port, world.person(8));
            cockpit.openBoard();
            Page page = cockpit.page();
            urge(cockpit, width, first, second);
            assertThat(world.has(late, VisitEvent.Kind.URGED)).isTrue();
            assertThat(world.has(alsoLate, VisitEvent.Kind.URGED)).isTrue();
            LocalDate day = LocalDate.now(TimeZones.VIETNAM).plusDays(days);
            LocalDate before = world.limitOf(late);
            String previewed = extend(cockpit, width, first, day);
            assertThat(world.limitOf(late)).isAfter(before).isAfterOrEqualTo(day);
            assertThat(previewed).as("what was looked at is what was done").contains(world.limitOf(late).format(DAY));
            excuse(page, width, third);
            assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(excused.id())).count()).isZero();
            assertThat(cockpit.scriptErrors()).isEmpty();
        }
    }

    private void urge(CockpitPage cockpit, int width, int first, int second) {
        Page page = cockpit.page();
        row(page, first).locator("input").check();
        row(page, second).locator("input").check();
        assertThat(page.locator(".dsh-chosen-count")).hasText("Đã chọn 2 việc");
        press(page, "Đôn đốc");
        assertThat(form(page)).containsText("Đôn đốc: 2 việc");
        form(page).locator("[name=reason]").fill("Đã gọi điện, hẹn gửi trong hôm nay");
        photograph(page, "board-urge-" + width);
        submit(page);
        assertThat(form(page).locator("h2")).hasText("Đôn đốc: đã ghi nhận 2 việc");
        assertThat(form(page).locator(".dsh-done")).hasCount(2);
        photograph(page, "board-urged-" + width);
        assertThat(cockpit.scrollsSideways()).isFalse();
        form(page).getByText("Đóng").click();
        assertThat(row(page, first)).containsText("Đã đôn đốc 1 lần");
        assertThat(page.locator(".dsh-action-bar")).isHidden();
    }

    /** Nothing is stored before the new limit has been looked at and has a reason; gives what was looked at. */
    private String extend(CockpitPage cockpit, int width, int who, LocalDate day) {
        Page page = cockpit.page();
        row(page, who).locator("input").check();
        press(page, "Gia hạn");
        assertThat(form(page).locator("[type=submit]")).isDisabled();
        form(page).locator("[name=lastDay]").fill(day.toString());
        form(page).getByText("Xem trước hạn mới").click();
        assertThat(form(page).locator(".dsh-preview")).containsText("1 hạn sẽ dời. Chưa có gì được ghi.");
        String previewed = form(page).locator(".dsh-preview").textContent();
        form(page).locator("[name=lastDay]").fill(day.plusDays(1).toString());
        assertThat(form(page).locator("[type=submit]")).isDisabled();
        form(page).locator("[name=lastDay]").fill(day.toString());
        form(page).getByText("Xem trước hạn mới").click();
        submit(page);
        assertThat(form(page).locator("[role=alert]")).containsText("Ghi lý do");
        form(page).locator("[name=reason]").fill("Mưa lũ, mất mạng");
        photograph(page, "board-extend-" + width);
        assertThat(cockpit.scrollsSideways()).isFalse();
        submit(page);
        assertThat(form(page).locator("h2")).hasText("Gia hạn: đã ghi nhận 1 việc");
        form(page).getByText("Đóng").click();
        return previewed;
    }

    private void excuse(Page page, int width, int who) {
        row(page, who).locator("input").check();
        press(page, "Ghi nhận có lý do");
        form(page).locator("[name=absence]").selectOption("SICK");
        form(page).locator("[name=reason]").fill("Nằm viện, có giấy ra viện");
        photograph(page, "board-excuse-" + width);
        submit(page);
        assertThat(form(page).locator("h2")).hasText("Ghi nhận có lý do: đã ghi nhận 1 việc");
        form(page).getByText("Đóng").click();
        assertThat(row(page, who)).hasCount(0);
    }

    @ParameterizedTest(name = SIZES)
    @CsvSource({"1280, 900, 18", "390, 844, 19"})
    void aBodysTaskGoesToAnotherOfItsMembers(int width, int height, int sender) {
        Task reception = world.received(world.soon(world.person(sender)));
        String heir = world.person(3);
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage.login(browser, port, world.person(7), "board-hand-over-" + width);
            Page page = browser.newPage();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            page.locator("[data-task='" + reception.getId() + "'] input").check();
            press(page, "Chuyển đồng chí khác");
            assertThat(form(page).locator("[name=to] option", new Locator.LocatorOptions().setHasText(world.nameOf(heir)))).hasCount(1);
            submit(page);
            assertThat(form(page).locator("[role=alert]")).hasText("Chọn đồng chí nhận việc.");
            form(page).locator("[name=to]").selectOption(heir);
            form(page).locator("[name=reason]").fill("Đồng chí Bí thư đi công tác");
            photograph(page, "board-hand-over-" + width);
            submit(page);
            assertThat(form(page).locator("h2")).hasText("Chuyển đồng chí khác: đã ghi nhận 1 việc");
            assertThat(scrollsSideways(page)).isFalse();
        }
        assertThat(tasks.createTaskQuery().taskId(reception.getId()).singleResult().getAssignee()).isEqualTo(heir);
    }

    /** Asks once a minute while somebody looks, never while nobody does; what was typed and chosen stays. */
    @Test
    void theBoardKeepsItselfFreshAndWhatWasChosen() {
        world.late(world.person(20));
        try (BrowserContext browser = browsers.open(1280, 900)) {
            TasklistPage.login(browser, port, world.person(7), "board-fresh");
            Page page = browser.newPage();
            AtomicInteger asked = new AtomicInteger();
            page.onRequest((Request request) -> asked.addAndGet(request.url().endsWith("/supervision/board") ? 1 : 0));
            page.clock().install();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            assertThat(row(page, 20)).hasCount(1);
            page.locator("#dsh-board-search").fill(world.typedNameOf(world.person(20)));
            page.clock().runFor(1_000);
            assertThat(page.locator(".dsh-board-table caption")).hasText("1 việc");
            row(page, 20).locator("input").check();

            world.soon(world.person(21));
            String soon = page.locator(".dsh-soon-figure").textContent();
            page.clock().runFor(61_000);
            assertThat(page.locator(".dsh-soon-figure")).not().hasText(soon);
            assertThat(page.locator("#dsh-board-search")).hasValue(world.typedNameOf(world.person(20)));
            assertThat(row(page, 20).locator("input")).isChecked();
            assertThat(page.locator(".dsh-chosen-count")).hasText("Đã chọn 1 việc");

            int before = asked.get();
            visibility(page, true);
            page.clock().runFor(300_000);
            assertThat(asked.get()).as("hidden").isEqualTo(before);
            page.waitForRequest("**/supervision/board", () -> visibility(page, false));
            assertThat(row(page, 20).locator("input")).isChecked();

            browser.setOffline(true);
            page.getByText("Cập nhật ngay").click();
            assertThat(page.locator(".dsh-board-error").first()).containsText("kiểm tra mạng");
            assertThat(page.locator(".dsh-board-seen")).containsText("chưa cập nhật được");
            assertThat(row(page, 20)).hasCount(1);
            browser.setOffline(false);
            page.getByText("Cập nhật ngay").click();
            assertThat(page.locator(".dsh-board-error").first()).isHidden();
        }
    }

    /** What was chosen on one page stays chosen on the next; a page that has gone gives way to the last one that is there. */
    @Test
    void pagesAreTurnedAndWhatWasChosenStays() {
        BoardWorld busy = new BoardWorld("17713", fixture, log, tasks, sql);
        Task one = busy.awaitReport(busy.late(busy.person(12)));
        sql.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, create_time_,
                  due_date_, priority_, suspension_state_, tenant_id_)
                select 'trang-' || n, 1, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, create_time_,
                  due_date_ + n * interval '1 minute', priority_, suspension_state_, tenant_id_
                from act_ru_task, generate_series(1, 54) n where id_ = ?""").param(one.getId()).update();
        try (BrowserContext browser = browsers.open(1280, 900)) {
            Page page = TasklistPage.login(browser, port, busy.person(7), "board-pages").page();
            page.navigate("http://localhost:" + port + "/camunda/supervision/");
            Locator rows = page.locator(".dsh-board-table tbody tr");
            assertThat(page.locator(".dsh-board-table caption")).hasText("55 việc");
            assertThat(rows).hasCount(50);
            page.locator("[data-key=all]").check();
            page.getByText("Trang sau").click();
            assertThat(page.locator(".dsh-pages")).containsText("Trang 2/2");
            assertThat(rows).hasCount(5);
            assertThat(page.locator(".dsh-chosen-count")).hasText("Đã chọn 50 việc");
            assertThat(page.getByText("Trang sau")).isDisabled();
            photograph(page, "board-pages");
            sql.sql("delete from act_ru_task where id_ like 'trang-%'").update();
            page.getByText("Cập nhật ngay").click();
            assertThat(rows).hasCount(1);
            assertThat(page.locator(".dsh-pages")).isHidden();
        } finally {
            sql.sql("delete from act_ru_task where id_ like 'trang-%'").update();
        }
    }

    private static void visibility(Page page, boolean hidden) {
        page.evaluate("(hidden) => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });"
                + " document.dispatchEvent(new Event('visibilitychange')); }", hidden);
    }

    private Locator row(Page page, int who) {
        return page.locator(".dsh-board-table tbody tr", new Page.LocatorOptions().setHasText("Đồng chí " + world.nameOf(world.person(who))));
    }

    private static void press(Page page, String action) {
        page.locator(".dsh-action-bar > .dsh-action-buttons").getByText(action, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static Locator form(Page page) {
        return page.locator(".dsh-action-form");
    }

    private static void submit(Page page) {
        form(page).locator("[type=submit]").click();
    }
}
