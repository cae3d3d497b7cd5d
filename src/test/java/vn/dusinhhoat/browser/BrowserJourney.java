package vn.dusinhhoat.browser;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dusinhhoat.testing.RunningApplicationTest;

/** The running application and a real browser, for tests that walk as people do. */
@RunningApplicationTest
abstract class BrowserJourney {

    static Browsers browsers;

    @LocalServerPort
    int port;

    @BeforeAll
    static void startBrowser() throws Exception {
        browsers = Browsers.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    /** The whole page as a picture to be looked at. */
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    static boolean scrollsSideways(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
