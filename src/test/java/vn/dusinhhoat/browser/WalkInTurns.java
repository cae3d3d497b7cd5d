package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.function.Consumer;

/** Steps of a journey in which many people take turns, each looked at on a desk and on a phone. */
abstract class WalkInTurns extends BrowserJourney {

    static final int DESK = 1280;
    static final int PHONE = 390;
    static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);
    private static final int HIGH = 900;
    private static final int TALL = 3000;

    /** Somebody in Tasklist; nothing that anybody has typed may come alive. */
    void inTasklist(int width, String userId, String name, Consumer<TasklistPage> walk) {
        try (BrowserContext browser = browsers.open(width, HIGH)) {
            HostileWatch watch = HostileWatch.over(browser, name);
            TasklistPage tasklist = TasklistPage.login(browser, port, userId, name);
            try {
                walk.accept(tasklist);
            } finally {
                tasklist.photograph("end");
            }
            watch.quiet(tasklist.page(), name);
            assertThat(tasklist.scriptErrors()).isEmpty();
        }
    }

    /** Somebody on a page beside Tasklist. */
    void onPage(String address, int width, String userId, String name, Consumer<Page> walk) {
        try (BrowserContext browser = browsers.open(width, HIGH)) {
            HostileWatch watch = HostileWatch.over(browser, name);
            TasklistPage.login(browser, port, userId, name);
            Page page = browser.newPage();
            page.navigate("http://localhost:" + port + address);
            try {
                walk.accept(page);
            } finally {
                photograph(page, name + "-end");
            }
            watch.quiet(page, name);
        }
    }

    /** Opens a task of a body and takes it. */
    static void take(TasklistPage tasklist, String title) {
        tasklist.openFilter("Việc chung chưa có người nhận");
        tasklist.openTask(title);
        tasklist.press("Nhận xử lý");
        assertThat(tasklist.form().getByText("Nhận xử lý", EXACTLY)).hasCount(0);
    }

    /** The form in both widths, the whole of it: Tasklist scrolls it in a frame of its own, so the screen grows for the picture. */
    static void look(TasklistPage tasklist, String name) {
        Page page = tasklist.page();
        ViewportSize screen = page.viewportSize();
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, TALL);
            tasklist.form().screenshot(new Locator.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve(name + "-" + width + ".png")));
            assertThat(tasklist.scrollsSideways()).as(name + " at " + width).isFalse();
        }
        page.setViewportSize(screen.width, screen.height);
    }

    static void look(Page page, String name) {
        ViewportSize screen = page.viewportSize();
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, HIGH);
            photograph(page, name + "-" + width);
            assertThat(scrollsSideways(page)).as(name + " at " + width).isFalse();
        }
        page.setViewportSize(screen.width, screen.height);
    }
}
