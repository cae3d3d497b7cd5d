package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.platform.InstallationProperties;

/** Cockpit as a supervisor uses it. */
final class CockpitPage {

    private static final int PHONE_PX = 768;

    private final Page page;
    private final List<String> scriptErrors = new ArrayList<>();

    private CockpitPage(Page page) {
        this.page = page;
        page.onPageError(scriptErrors::add);
    }

    /** Opens Cockpit, logs in and waits for the dashboard's own part of ours. */
    static CockpitPage login(BrowserContext browser, int port, String userId) {
        CockpitPage cockpit = new CockpitPage(browser.newPage());
        cockpit.page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        cockpit.page.getByPlaceholder("Tài khoản").fill(userId);
        cockpit.page.getByPlaceholder("Mật khẩu").fill(InstallationProperties.SAMPLE_PASSWORD);
        cockpit.page.locator("button[type=submit]").click();
        assertThat(cockpit.page.locator(".dsh-compact .dsh-figures")).isVisible();
        return cockpit;
    }

    /** The board by the navigation; behind the menu button on a phone. */
    void openBoard() {
        if (page.viewportSize().width < PHONE_PX) {
            page.locator("[cam-widget-header] .navbar-toggle").click();
        }
        page.locator("[cam-widget-header]").getByText("Theo dõi, đôn đốc", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".dsh-board-body")).isVisible();
    }

    /** Cockpit scrolls within the page: also none of the places around ours may be wider than it is. */
    boolean scrollsSideways() {
        return (Boolean) page.evaluate("""
                () => { for (let node = document.querySelector('.dsh-board'); node; node = node.parentElement) {
                  if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline') { return true; } }
                  return false; }""");
    }

    Page page() {
        return page;
    }

    List<String> scriptErrors() {
        return scriptErrors;
    }
}
