package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.platform.InstallationProperties;

/** Tasklist as a person uses it. */
final class TasklistPage {

    private final Page page;
    private final String name;
    private final List<String> scriptErrors = new ArrayList<>();

    private TasklistPage(Page page, String name) {
        this.page = page;
        this.name = name;
        page.onPageError(scriptErrors::add);
    }

    /** Opens Tasklist, logs in and waits for the filters. */
    static TasklistPage login(BrowserContext browser, int port, String userId, String screenshotName) {
        return login(browser, port, userId, screenshotName, "");
    }

    /** The same, by a link to a place within Tasklist. */
    static TasklistPage login(BrowserContext browser, int port, String userId, String screenshotName, String place) {
        TasklistPage tasklist = new TasklistPage(browser.newPage(), screenshotName);
        tasklist.page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/" + place);
        tasklist.type(userId);
        tasklist.photograph("login");
        tasklist.page.locator("button[type=submit]").click();
        assertThat(tasklist.page.getByText("Việc của tôi")).isVisible();
        return tasklist;
    }

    /** The page puts the cursor into its first field when it is ready, which may be in the middle of typing. */
    private void type(String userId) {
        Locator account = page.getByPlaceholder("Tài khoản");
        Locator password = page.getByPlaceholder("Mật khẩu");
        do {
            account.fill(userId);
            password.fill(InstallationProperties.SAMPLE_PASSWORD);
        } while (!account.inputValue().equals(userId) || !password.inputValue().equals(InstallationProperties.SAMPLE_PASSWORD));
    }

    void openFilter(String filter) {
        page.getByText(filter, new Page.GetByTextOptions().setExact(false)).first().click();
    }

    void openTask(String title) {
        page.getByText(title).first().click();
        assertThat(page.locator(".dsh-mount .dsh-facts").first()).isVisible();
    }

    /** Waits until no task of this title is listed any more. */
    void awaitGone(String title) {
        assertThat(page.getByText(title)).hasCount(0);
    }

    void fill(String field, String value) {
        page.locator("[name=" + field + "]").fill(value);
    }

    void choose(String field, String value) {
        page.locator("[name=" + field + "]").selectOption(value);
    }

    String value(String field) {
        return page.locator("[name=" + field + "]").inputValue();
    }

    void press(String button) {
        page.locator(".dsh-mount").getByText(button, new Locator.GetByTextOptions().setExact(true)).click();
    }

    void reload() {
        page.reload();
        assertThat(page.locator(".dsh-mount .dsh-facts").first()).isVisible();
    }

    Locator form() {
        return page.locator(".dsh-mount");
    }

    Page page() {
        return page;
    }

    List<String> scriptErrors() {
        return scriptErrors;
    }

    boolean scrollsSideways() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    void photograph(String step) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve(name + "-" + step + ".png")));
    }
}
