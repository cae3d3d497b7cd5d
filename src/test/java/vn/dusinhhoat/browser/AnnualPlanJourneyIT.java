package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.MovableClock;

/**
 * The province's plan of next year, by everybody who has a hand in it: member, board, hosts, Thường trực. The year's plan
 * goes its way on a desk, the amendment of one line on a phone; what is shown is looked at in both.
 */
class AnnualPlanJourneyIT extends WalkInTurns {

    private static final String MEMBER = VisitFixture.PROVINCE_MEMBER;
    private static final String PLANS = "/camunda/plans/";
    private static final String LEADER = VisitFixture.PROVINCE_RECEIVER;
    private static final String WHY = "Tuần đó xã có đại hội " + HostileText.SCRIPT;
    /** Longer than hosts have to answer, shorter than what follows waits. */
    private static final Duration SILENCE = Duration.ofDays(12);

    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;
    private final int year = LocalDate.now(TimeZones.VIETNAM).getYear() + 1;
    private PlanJourneyFacts facts;
    private String board;

    @BeforeEach
    void duties() {
        facts = new PlanJourneyFacts(sql, tasks, identities);
        facts.yearIsFree(year, port);
        facts.dutiesBegin(LocalDate.of(year, 1, 1));
        board = facts.memberOf(facts.province(), "ORGANISATION_BOARD", MEMBER, LEADER);
    }

    @AfterEach
    void reset() {
        clock.reset();
        facts.dutiesEnd();
    }

    @Test
    void fromTheFirstLineToTheAmendmentOfOne() {
        boardOpens();
        memberWrites();
        boardReminds();
        Long plan = facts.plan(MEMBER, "ANNUAL");
        Long campaign = facts.campaign(plan);
        facts.othersSend(campaign, MEMBER);
        facts.awaitState(campaign, "CHECKING");
        boardAsksForMore(plan);
        memberSupplements();
        boardPasses(DESK);
        facts.awaitState(campaign, "COORDINATING");
        hostAgrees(DESK, facts.lines(plan).get(0));
        hostLooksBack(facts.lines(plan).get(0));
        hostNamesAnotherDate(facts.lines(plan).get(1));
        clock.moveTo(clock.instant().plus(SILENCE));
        facts.awaitState(campaign, "REVISING");
        clock.reset();
        memberRevises();
        facts.awaitState(campaign, "CONSOLIDATING");
        boardConsolidates(DESK);
        facts.awaitState(campaign, "OPINION");
        leadersAgree();
        facts.awaitState(campaign, "IN_FORCE");
        assertThat(facts.lines(plan)).extracting(PlanJourneyFacts.Line::state).containsOnly("IN_FORCE");
        amend(plan);
    }

    private void boardOpens() {
        onPage(PLANS, DESK, board, "plans-open", page -> {
            Locator open = page.getByText("Mở đợt xây dựng kế hoạch năm " + year);
            open.click();
            assertThat(page.locator("#opens")).containsText("kèm phương án gợi ý");
            look(page, "plans-open");
            page.locator("#opens").getByText("Mở đợt", EXACTLY).click();
            assertThat(page.locator("#message")).containsText("Đã mở đợt xây dựng kế hoạch năm " + year);
            assertThat(page.locator("#campaigns")).containsText("Các đồng chí đang xây dựng kế hoạch");
        });
    }

    private void memberWrites() {
        inTasklist(DESK, MEMBER, "plan-write", tasklist -> {
            tasklist.openTask("Xây dựng kế hoạch cá nhân năm " + year);
            Locator lines = tasklist.form().locator(".dsh-line");
            assertThat(lines).hasCount(2);
            assertThat(lines.first()).containsText("Gợi ý: ");
            look(tasklist, "plan-write");
            // Wrong first: nothing chosen for one period, sent all the same.
            lines.first().getByText("Bỏ trống", EXACTLY).click();
            assertThat(lines.first()).containsText("Phải sửa: Chưa chọn chi bộ");
            tasklist.press("Gửi kế hoạch");
            assertThat(tasklist.form()).containsText("Còn 01 dòng phải sửa trước khi gửi");
            look(tasklist, "plan-write-wrong");
            choose(lines.first(), tasklist, commune(lines.nth(1)));
            lines.first().locator("[name=theme]").fill("Học tập và làm theo Bác " + HostileText.IMAGE);
            assertThat(tasklist.form()).containsText("Đã lưu lúc");
            typedOnThePhoneMeanwhile(lines, tasklist);
            tasklist.press("Gửi kế hoạch");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Kế hoạch đã gửi ban tổ chức");
            tasklist.awaitGone("Xây dựng kế hoạch cá nhân năm " + year);
        });
    }

    /** A cell of another commune than the other line's, so that two hosts are asked. */
    private static void choose(Locator line, TasklistPage tasklist, String otherCommune) {
        line.getByText("Chọn chi bộ", EXACTLY).click();
        Locator cells = line.locator(".dsh-cells li");
        assertThat(cells.first()).containsText("Họp lúc ");
        look(tasklist, "plan-cells");
        line.locator("[name=cell]").fill("xom 2");
        Locator found = cells.filter(new Locator.FilterOptions().setHasText("Chi bộ xóm 2").setHasNotText(otherCommune))
                .filter(new Locator.FilterOptions().setHasNotText("Phải sửa")).first();
        found.getByText("Chọn", EXACTLY).click();
        assertThat(line).containsText("Chi bộ xóm 2");
        assertThat(line).not().containsText("Phải sửa");
    }

    /** The place is said as "cell, commune". */
    private static String commune(Locator line) {
        String place = line.locator("td[data-column='Chi bộ'] p").first().innerText().strip();
        return place.substring(place.indexOf(", ") + 2).split("\n")[0].strip();
    }

    private void typedOnThePhoneMeanwhile(Locator lines, TasklistPage desk) {
        inTasklist(PHONE, MEMBER, "plan-phone", phone -> {
            phone.openTask("Xây dựng kế hoạch cá nhân năm " + year);
            Locator theme = phone.form().locator(".dsh-line").nth(1).locator("[name=theme]");
            theme.fill("Ghi trên điện thoại");
            assertThat(phone.form()).containsText("Đã lưu lúc");
            phone.page().waitForTimeout(1_500);
        });
        lines.nth(1).locator("[name=theme]").fill("Ghi trên máy tính");
        assertThat(desk.form().locator(".dsh-offer")).containsText("nội dung vừa ghi vẫn còn trên máy");
        look(desk, "plan-two-devices");
        desk.press("Tải bản mới nhất");
        assertThat(lines.nth(1).locator("[name=theme]")).hasValue("Ghi trên điện thoại");
        desk.press("Dùng nội dung trên máy");
        assertThat(lines.nth(1).locator("[name=theme]")).hasValue("Ghi trên máy tính");
        assertThat(desk.form().locator(".dsh-status")).containsText("Đã lưu lúc");
    }

    private void boardReminds() {
        onPage(PLANS, PHONE, board, "plans-remind", page -> {
            page.locator("#campaigns").getByText("Xem kế hoạch", EXACTLY).first().click();
            page.locator("#campaigns").getByText("Nhắc các đồng chí chưa gửi", EXACTLY).click();
            assertThat(page.locator("#message")).containsText("đồng chí chưa gửi kế hoạch");
            assertThat(page.locator("#campaigns")).containsText("1/68 đồng chí");
            look(page, "plans-remind");
        });
    }

    private void boardAsksForMore(Long plan) {
        inTasklist(DESK, board, "plan-check", tasklist -> {
            take(tasklist, "Rà soát kế hoạch năm " + year);
            Locator member = memberIn(tasklist, plan);
            member.getByText("Ghi ý kiến", EXACTLY).click();
            member.getByText("Đề nghị bổ sung", EXACTLY).click();
            assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi nội dung cần bổ sung");
            member.locator("textarea").first().fill("Nên dự vào quý I " + HostileText.TEMPLATE);
            assertThat(member.locator(".dsh-status")).containsText("Đã lưu");
            look(tasklist, "plan-check");
            member.getByText("Đề nghị bổ sung", EXACTLY).click();
            assertThat(member).containsText("Đã đề nghị đồng chí " + facts.name(MEMBER) + " bổ sung kế hoạch");
            pass(tasklist);
            assertThat(tasklist.form().locator(".dsh-error:visible")).containsText("bổ sung");
        });
    }

    private static Locator memberIn(TasklistPage tasklist, Long plan) {
        Locator member = tasklist.form().locator("[data-plan='" + plan + "']");
        assertThat(tasklist.form().locator("[data-plan]").first()).isVisible();
        Locator more = tasklist.form().locator("section").filter(new Locator.FilterOptions().setHasText("Kế hoạch của các đồng chí"))
                .getByText("Xem tiếp", EXACTLY);
        while (member.count() == 0) {
            int shown = tasklist.form().locator("[data-plan]").count();
            more.click();
            assertThat(tasklist.form().locator("[data-plan]").nth(shown)).isVisible();
        }
        return member;
    }

    private void memberSupplements() {
        inTasklist(PHONE, MEMBER, "plan-supplement", tasklist -> {
            tasklist.openTask("Bổ sung kế hoạch cá nhân năm " + year);
            assertThat(tasklist.form()).containsText("Đề nghị bổ sung: Nên dự vào quý I " + HostileText.TEMPLATE);
            look(tasklist, "plan-supplement");
            tasklist.form().locator("[name=theme]").first().fill("Chuẩn bị đại hội chi bộ");
            tasklist.press("Gửi lại kế hoạch");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Kế hoạch bổ sung đã gửi");
        });
    }

    private void boardPasses(int width) {
        inTasklist(width, board, "plan-pass", tasklist -> {
            if (width == PHONE) {
                take(tasklist, "Rà soát điều chỉnh kế hoạch năm " + year);
            } else {
                tasklist.openFilter("Việc của tôi");
                tasklist.openTask("Rà soát kế hoạch năm " + year);
            }
            pass(tasklist);
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("đang lấy ý kiến đảng ủy nơi có chi bộ");
        });
    }

    private static void pass(TasklistPage tasklist) {
        tasklist.press("Chuyển lấy ý kiến nơi có chi bộ");
        tasklist.press("Chuyển lấy ý kiến");
    }

    private void hostAgrees(int width, PlanJourneyFacts.Line line) {
        inTasklist(width, facts.memberOf(line.communeId(), "OFFICE"), "host-agree-" + width, tasklist -> {
            take(tasklist, "Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
            assertThat(tasklist.form()).containsText(line.cell());
            assertThat(tasklist.form()).not().containsText("Phải sửa");
            look(tasklist, "host-agree-" + width);
            tasklist.press("Thống nhất tất cả");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã thống nhất tất cả lịch dự với");
        });
    }

    private void hostLooksBack(PlanJourneyFacts.Line line) {
        onPage(PLANS, PHONE, facts.memberOf(line.communeId(), "OFFICE"), "plans-host", page -> {
            assertThat(page.locator("#requests")).containsText("Đã cho ý kiến");
            page.locator("#requests").getByText("Xem lịch", EXACTLY).first().click();
            assertThat(page.locator("#requests")).containsText(line.cell());
            look(page, "plans-host");
        });
    }

    private void hostNamesAnotherDate(PlanJourneyFacts.Line line) {
        inTasklist(PHONE, facts.memberOf(line.communeId(), "OFFICE"), "host-other", tasklist -> {
            take(tasklist, "Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
            Locator asked = tasklist.form().locator("[data-line='" + line.id() + "']");
            asked.getByText("Đề nghị ngày khác", EXACTLY).click();
            tasklist.form().locator(".dsh-send").click();
            Locator choice = asked.locator("[name=meeting]");
            if (choice.isVisible()) {
                choice.selectOption("OTHER");
            }
            asked.locator("[name=meetingAt]").fill("2020-01-05T19:30");
            asked.locator("[name=note]").fill(WHY);
            tasklist.form().locator(".dsh-send").click();
            assertThat(tasklist.form().locator(".dsh-error")).containsText("chọn ngày");
            assertThat(asked.locator("[name=note]")).hasValue(WHY);
            asked.locator("[name=meetingAt]").fill(otherDate());
            look(tasklist, "host-other");
            tasklist.form().locator(".dsh-send").click();
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Ý kiến đã gửi");
        });
    }

    /** In the second half of the year, on no cell's usual day. */
    private String otherDate() {
        return year + "-09-23T19:00";
    }

    private void memberRevises() {
        inTasklist(DESK, MEMBER, "plan-revise", tasklist -> {
            tasklist.openTask("Hoàn thiện kế hoạch theo ý kiến");
            Locator changed = tasklist.form().locator(".dsh-line-changed");
            assertThat(changed).hasCount(1);
            assertThat(changed).containsText(WHY);
            look(tasklist, "plan-revise");
            changed.getByText("Lấy ngày này", EXACTLY).click();
            assertThat(changed).containsText("Đã lấy ngày nơi có chi bộ đề nghị");
            tasklist.press("Gửi kế hoạch đã hoàn thiện");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Kế hoạch đã hoàn thiện");
        });
    }

    private void boardConsolidates(int width) {
        inTasklist(width, board, "plan-consolidate-" + width, tasklist -> {
            take(tasklist, width == DESK ? "Tổng hợp kế hoạch chung năm " + year : "Tổng hợp điều chỉnh kế hoạch năm " + year);
            // Figures are those of a year's plan, not of the lines amended.
            assertThat(tasklist.form().getByText("Địa bàn đặc thù so với địa bàn khác")).hasCount(width == DESK ? 1 : 0);
            for (String order : width == DESK ? List.of("AREA", "MEMBER", "MONTH") : List.<String>of()) {
                tasklist.choose("order", order);
                assertThat(tasklist.form().locator("[data-group]").first()).isVisible();
            }
            look(tasklist, "plan-consolidate-" + width);
            tasklist.press("Trình Thường trực");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã trình Thường trực");
        });
    }

    private void leadersAgree() {
        inTasklist(DESK, LEADER, "plan-opinion", tasklist -> {
            take(tasklist, "Cho ý kiến kế hoạch chung năm " + year);
            tasklist.press("Đề nghị điều chỉnh");
            assertThat(tasklist.form()).containsText("Đề nghị đồng chí ghi nội dung cần điều chỉnh");
            tasklist.form().locator("#dsh-note").fill("Nhất trí, lưu ý các chi bộ mới sáp nhập.");
            look(tasklist, "plan-opinion");
            agree(tasklist);
        });
        Long campaign = facts.campaign(facts.plan(MEMBER, "ANNUAL"));
        if (!facts.state(campaign).equals("IN_FORCE")) {
            inTasklist(PHONE, facts.memberOf(facts.province(), "THUONG_TRUC", LEADER), "plan-own", tasklist -> {
                take(tasklist, "Cho ý kiến phần kế hoạch của đồng chí " + facts.name(LEADER));
                look(tasklist, "plan-own");
                agree(tasklist);
            });
        }
    }

    private static void agree(TasklistPage tasklist) {
        tasklist.press("Thống nhất");
        tasklist.press("Thống nhất kế hoạch");
        assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Đã thống nhất kế hoạch");
    }

    private void amend(Long plan) {
        onPage(PLANS, PHONE, MEMBER, "plans-amend", page -> {
            page.locator("[data-plan='" + plan + "']").getByText("Xem các lượt dự", EXACTLY).click();
            page.locator("#mine").getByText("Điều chỉnh kế hoạch", EXACTLY).click();
            page.locator("#mine [type=submit]").click();
            assertThat(page.locator("#mine .error")).isVisible();
            page.locator("#mine [name=line]").nth(1).check();
            page.locator("#mine [name=reason]").fill("Đi học tập trung");
            look(page, "plans-amend");
            page.locator("#mine [type=submit]").click();
            assertThat(page.locator("#message")).containsText("Đã mở điều chỉnh kế hoạch");
        });
        Long amended = facts.plan(MEMBER, "AMENDMENT");
        Long campaign = facts.campaign(amended);
        memberMovesTheDate();
        facts.awaitState(campaign, "CHECKING");
        boardPasses(PHONE);
        facts.awaitState(campaign, "COORDINATING");
        hostAgrees(PHONE, facts.lines(amended).get(0));
        facts.awaitState(campaign, "CONSOLIDATING");
        boardConsolidates(PHONE);
        facts.awaitState(campaign, "OPINION");
        inTasklist(PHONE, LEADER, "plan-opinion-phone", tasklist -> {
            take(tasklist, "Cho ý kiến điều chỉnh kế hoạch năm " + year);
            agree(tasklist);
        });
        facts.awaitState(campaign, "IN_FORCE");
        assertThat(facts.lines(plan)).extracting(PlanJourneyFacts.Line::state).containsExactly("IN_FORCE", "REPLACED");
        assertThat(facts.lines(amended)).extracting(PlanJourneyFacts.Line::state).containsExactly("IN_FORCE");
        onPage(PLANS, DESK, board, "plans-whole", page -> {
            Locator whole = page.locator("[data-campaign='" + facts.campaign(plan) + "']");
            whole.getByText("Xem kế hoạch", EXACTLY).click();
            assertThat(whole).containsText("Địa bàn đặc thù so với địa bàn khác");
            look(page, "plans-whole");
            Download word = page.waitForDownload(() -> whole.getByText("Tải bản Word").click());
            assertThat(word.suggestedFilename()).endsWith(".docx");
            Download excel = page.waitForDownload(() -> whole.getByText("Tải bảng Excel").click());
            assertThat(excel.suggestedFilename()).endsWith(".xlsx");
            whole.getByText("Xem danh sách lượt dự", EXACTLY).click();
            assertThat(whole.locator("[data-group]").first()).isVisible();
        });
    }

    private void memberMovesTheDate() {
        inTasklist(PHONE, MEMBER, "plan-amend", tasklist -> {
            tasklist.openTask("Điều chỉnh kế hoạch năm " + year);
            assertThat(tasklist.form()).containsText("Điều chỉnh vì: Đi học tập trung");
            Locator line = tasklist.form().locator(".dsh-line");
            line.getByText("Rút lượt dự này", EXACTLY).click();
            assertThat(line).containsText("hệ thống tìm chi bộ khác theo luân phiên");
            line.getByText("Giữ lượt dự này", EXACTLY).click();
            if (line.locator("[name=meeting]").isVisible()) {
                line.locator("[name=meeting]").selectOption("OTHER");
            }
            line.locator("[name=meetingAt]").fill(year + "-10-21T19:30");
            assertThat(tasklist.form().locator(".dsh-status")).containsText("Đã lưu lúc");
            look(tasklist, "plan-amend");
            tasklist.press("Gửi kế hoạch");
            assertThat(tasklist.page().locator(".dsh-announcement")).containsText("Kế hoạch đã gửi ban tổ chức");
        });
    }
}
