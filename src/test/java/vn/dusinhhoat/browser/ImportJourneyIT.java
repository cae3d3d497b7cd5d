package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.organization.register.TestWorkbook.JULY;
import static vn.dusinhhoat.organization.register.TestWorkbook.POSTS;
import static vn.dusinhhoat.organization.register.TestWorkbook.UNITS;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.organization.register.TestWorkbook;

/** The administrator puts two communes in: template, faulty file, right file, preview, decision. */
class ImportJourneyIT extends BrowserJourney {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    @Autowired
    private JdbcClient sql;

    @ParameterizedTest(name = "at {0} px")
    @CsvSource({"1280, 900, 97", "390, 844, 96"})
    void twoCommunesFromTheTemplateToTheFirstLogin(int width, int height, String prefix) throws Exception {
        String code;
        try (BrowserContext browser = browsers.open(width, height)) {
            TasklistPage tasklist = TasklistPage.login(browser, port, "quantri", "import-" + width);
            openStartForm(tasklist, width);
            TestWorkbook workbook = fill(download(tasklist.page(), "Tải tệp mẫu"), prefix);

            workbook.set(UNITS, 3, "Mã tổ chức cấp trên", "khong-co").set(POSTS, 2, "Từ ngày", "31/02/2026");
            choose(tasklist.page(), workbook);
            tasklist.photograph("chosen");
            tasklist.press("Tải lên và kiểm tra");
            openTask(tasklist.page(), "Tệp có 2 lỗi");
            assertThat(tasklist.form()).containsText("Trang \"Tổ chức\", dòng 3, cột \"Mã tổ chức cấp trên\"");
            assertThat(tasklist.form()).containsText("Ngày không có hoặc không đúng dạng");
            tasklist.photograph("faults");
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat(Files.size(download(tasklist.page(), "Tải danh sách lỗi (Excel)").path())).isPositive();

            workbook.set(UNITS, 3, "Mã tổ chức cấp trên", "40").set(POSTS, 2, "Từ ngày", JULY);
            choose(tasklist.page(), workbook);
            tasklist.press("Kiểm tra lại");
            openTask(tasklist.page(), "Tệp không có lỗi");
            assertThat(tasklist.form()).containsText("Xã Thứ Nhất " + prefix);
            tasklist.form().getByText("Xã Thứ Nhất " + prefix).click();
            assertThat(tasklist.form()).containsText("Nguyễn Thị Đào");
            tasklist.photograph("preview");
            assertThat(tasklist.scrollsSideways()).isFalse();
            assertThat(sql.sql("select count(*) from party_unit where code like :code").param("code", prefix + "%")
                    .query(Long.class).single()).isZero();

            tasklist.press("Cập nhật tổ chức");
            assertThat(tasklist.page().locator(".dsh-import-progress")).containsText("Tổ chức đã cập nhật:");
            tasklist.photograph("applied");
            assertThat(tasklist.scriptErrors()).isEmpty();
            code = issueCode(browser, "dv-p" + prefix + "-1", width);
        }
        try (BrowserContext browser = browsers.open(width, height)) {
            firstLogin(browser, "dv-p" + prefix + "-1", code, width);
        }
        assertThat(sql.sql("select count(*) from party_unit where code like :code").param("code", prefix + "%")
                .query(Long.class).single()).isEqualTo(4);
    }

    /** The administrator finds the new person and reads the code from the slip. */
    private String issueCode(BrowserContext browser, String login, int width) {
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/camunda/accounts/");
        page.locator("#name").fill("khong-co-ai-ten-nay");
        page.locator("#name").press("Enter");
        assertThat(page.locator("#list")).containsText("Không có tài khoản nào");
        page.locator("#name").fill(login);
        page.locator("#name").press("Enter");
        assertThat(page.locator("#list")).containsText("Nguyễn Thị Đào (" + login + ")");
        assertThat(page.locator("#list")).containsText("Chưa cấp mã");
        photograph(page, "accounts-" + width + "-list");
        page.locator("#list input").click();
        page.locator("#issue").click();
        assertThat(page.locator(".slip .code")).hasText(java.util.regex.Pattern.compile("[A-Z2-9]{5}-[A-Z2-9]{5}"));
        photograph(page, "accounts-" + width + "-slip");
        assertThat(scrollsSideways(page)).isFalse();
        String code = page.locator(".slip .code").textContent();
        page.locator("#close").click();
        assertThat(page.locator("#list")).containsText("Đã cấp mã, đến hết ngày");
        return code;
    }

    /** The new person mistypes, sets a password with the code and comes into Tasklist. */
    private void firstLogin(BrowserContext browser, String login, String code, int width) {
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        page.getByText("Lần đầu đăng nhập hoặc quên mật khẩu").click();
        page.locator("#userId").fill(login);
        page.locator("#code").fill("AAAAA-AAAAA");
        page.locator("#password").fill("làng Sen mùa hạ");
        page.locator("#again").fill("làng Sen mùa hè");
        page.locator("#send").click();
        assertThat(page.locator("#error")).containsText("Hai lần ghi mật khẩu khác nhau");
        page.locator("#again").fill("làng Sen mùa hạ");
        page.locator("#send").click();
        assertThat(page.locator("#error")).containsText("Tên đăng nhập hoặc mã không đúng");
        photograph(page, "first-password-" + width + "-refused");
        page.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
        page.locator("#send").click();
        assertThat(page.locator("#done")).containsText("Mật khẩu đã đặt");
        photograph(page, "first-password-" + width + "-done");
        page.locator("#done a").click();
        page.getByPlaceholder("Tài khoản").fill(login);
        page.getByPlaceholder("Mật khẩu").fill("làng Sen mùa hạ");
        page.locator("button[type=submit]").click();
        assertThat(page.getByText("Việc của tôi")).isVisible();
        photograph(page, "first-password-" + width + "-tasklist");
    }

    private static void openStartForm(TasklistPage tasklist, int width) {
        if (width < 768) {
            tasklist.page().locator(".navbar-toggle, .navbar-toggler").first().click();
        }
        tasklist.page().getByText("Bắt đầu quy trình").first().click();
        tasklist.page().getByText("Cập nhật tổ chức đảng, đảng viên từ Excel").first().click();
        assertThat(tasklist.page().locator("#dsh-workbook")).isAttached();
        tasklist.photograph("start");
    }

    private static Download download(Page page, String link) {
        return page.waitForDownload(() -> page.getByText(link).click());
    }

    private static TestWorkbook fill(Download template, String prefix) throws Exception {
        String first = prefix + "001";
        String second = prefix + "002";
        return TestWorkbook.of(Files.readAllBytes(template.path()))
                .unit(first, "Xã", "Xã", "Xã Thứ Nhất " + prefix, "40")
                .unit(second, "Xã", "Phường", "Phường Thứ Hai " + prefix, "40")
                .cell(first + "-1", "Xóm", "Chi bộ xóm 1", first, 3, LocalTime.of(19, 30))
                .cell(second + "-1", "Khối", "Chi bộ khối 1", second, 5, LocalTime.of(19, 0))
                .person("p" + prefix + "-1", "Nguyễn Thị Đào", first + "-1")
                .line(POSTS, "Mã đảng viên", "p" + prefix + "-1", "Mã tổ chức", first, "Diện", "Đảng viên công tác tại xã",
                        "Chức danh", "Công chức xã", "Từ ngày", JULY);
    }

    private static void choose(Page page, TestWorkbook workbook) {
        page.locator("#dsh-workbook").setInputFiles(new FilePayload("hai-xa.xlsx", XLSX, workbook.bytes()));
    }

    /** Follows the announcement to the task that waits. */
    private static void openTask(Page page, String sentence) {
        assertThat(page.locator(".dsh-import-progress")).containsText(sentence);
        page.locator(".dsh-import-progress button").first().click();
        assertThat(page.locator(".dsh-mount .dsh-facts").first()).isVisible();
    }
}
