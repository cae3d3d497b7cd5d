package vn.dusinhhoat.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What axe-core finds on a page, as far as it is serious. */
final class Accessibility {

    private static final Path AXE = Path.of("src", "tooling", "node_modules", "axe-core", "axe.min.js");
    private static final String RUN = """
            (part) => axe.run(part).then((found) => found.violations.filter((each) => ['serious', 'critical'].includes(each.impact))
              .map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`))""";

    private Accessibility() {
    }

    /** Serious and critical violations within the part of the page that the selector names. */
    @SuppressWarnings("unchecked")
    static List<String> seriousViolations(Page page, String selector) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (List<String>) page.evaluate(RUN, selector);
    }
}
