package vn.dusinhhoat.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium, driven through the playwright-core of src/tooling; fails with one sentence where none can start. */
final class Browsers implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path TOOLING = Path.of("src", "tooling").toAbsolutePath();

    /** A busy machine is slow, not wrong. */
    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Path node = nodeExecutable();
        String chromium = run(node.toString(), "find-chromium.mjs");
        List<String> arguments = List.of(run(node.toString(), "-e",
                "import('./find-chromium.mjs').then((m) => console.log(m.launchArguments().join(' ')))").split(" "));
        System.setProperty("playwright.cli.dir", driverFolder(node).toString());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", node.toString())));
        Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(chromium)).setArgs(arguments));
        return new Browsers(playwright, browser);
    }

    /** An English browser in Vietnam: the product is Vietnamese all the same. */
    BrowserContext open(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height)
                .setLocale("en-US").setTimezoneId("Asia/Ho_Chi_Minh"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path nodeExecutable() {
        Optional<Path> node = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "node"), Path.of(folder, "node.exe")))
                .filter(Files::isExecutable).findFirst();
        return node.orElseThrow(() -> new AssertionError("Không có Node.js trên máy: cài Node.js 20. Install Node.js 20."));
    }

    /** Playwright for Java wants its command-line tool in a folder called "package". */
    private static Path driverFolder(Path node) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "playwright-driver").toAbsolutePath());
        link(folder.resolve("package"), TOOLING.resolve("node_modules").resolve("playwright-core"));
        link(folder.resolve("node"), node);
        return folder;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(TOOLING.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new AssertionError(complaint);
        }
        return output;
    }
}
