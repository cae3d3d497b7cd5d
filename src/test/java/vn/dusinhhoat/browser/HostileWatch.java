package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.testing.HostileText;

/** Looks over the shoulder of a browser that is shown hostile text: nothing ran, nothing became an element, nothing went out. */
final class HostileWatch {

    private static final String BECAME_ELEMENT = """
            () => [...document.querySelectorAll('img[src="x"], [onerror], [onload], img[src*="%s"], a[href^="javascript:window"]'),
              ...[...document.scripts].filter((script) => script.textContent.includes('%s'))].map((node) => node.outerHTML)"""
            .formatted(HostileText.OUTSIDE, HostileText.MARKER);
    /** What the template would have become. */
    private static final String COMPUTED = "49";

    private final List<String> happened = new ArrayList<>();
    private final String prefix;

    private HostileWatch(String prefix) {
        this.prefix = prefix;
    }

    /** @param prefix of the names of the pictures */
    static HostileWatch over(BrowserContext browser, String prefix) {
        HostileWatch watch = new HostileWatch(prefix);
        browser.onDialog(dialog -> {
            watch.happened.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        browser.onRequest(request -> {
            URI address = URI.create(request.url().split("[?#]")[0]);
            if (address.getHost() != null && !address.getHost().equals("localhost")) {
                watch.happened.add("a request to " + address.getHost());
            }
        });
        browser.onWebError(error -> watch.happened.add("an error: " + error.error()));
        return watch;
    }

    /** The page shows these texts as they were typed, and nothing else has come of them. */
    void look(Page page, String name, String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).containsText(text);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(Browsers.SCREENSHOTS.resolve(prefix + "-" + name + ".png")).setFullPage(true));
        String shown = page.locator("body").innerText().replaceAll("\\s+", " ");
        for (String text : texts) {
            assertThat(shown).as(name).contains(text.replaceAll("\\s+", " "));
        }
        assertThat(shown).as(name).doesNotContain("Nguyễn " + COMPUTED, "Phường " + COMPUTED, "bảy " + COMPUTED, "&lt;img", "&lt;script");
        quiet(page, name);
    }

    /** Nothing has come of whatever the page shows. */
    void quiet(Page page, String name) {
        assertThat(page.evaluate("window." + HostileText.MARKER)).as(name + ": a script ran").isNull();
        assertThat((List<?>) page.evaluate(BECAME_ELEMENT)).as(name + ": became an element").isEmpty();
        assertThat(happened).as(name).isEmpty();
    }

    /** The same, and it fits into the window. */
    void lookAndFit(Page page, String name, String... texts) {
        look(page, name, texts);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " scrolls sideways").isFalse();
    }
}
