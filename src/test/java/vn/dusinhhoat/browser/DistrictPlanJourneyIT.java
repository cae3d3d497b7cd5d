package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.testing.HostileText;

/**
 * Three levels: a district's own plan by its member, its board, a commune of it and its Thường trực, who want it adjusted
 * first; whoever has visits in it leaves their own part to another (III.1a, ruling A5).
 */
class DistrictPlanJourneyIT extends DistrictPlanWalk {

    private static final String ADJUST = "Ưu tiên các xóm mới sáp nhập trong quý I " + HostileText.IMAGE;
    private static final String WHOLE = "Nhất trí, lưu ý ngày sinh hoạt của các xóm.";
    private static final String PART = "Lượt quý II nên đi cùng cán bộ xã.";

    @Test
    void roundAgainUntilThuongTrucAgrees() {
        boardOpens();
        Long campaign = newest("ANNUAL");
        memberSends(campaign);
        send(campaign, List.of(district.leader(), district.otherLeader()));
        boardPasses(campaign);
        facts.awaitState(campaign, "COORDINATING");
        hostAgreesOnScreen(requests(campaign).get(0));
        requests(campaign).forEach(this::hostAgrees);
        boardConsolidates(campaign);
        thuongTrucWantsItAdjusted();
        boardAsksTheMember(campaign);
        memberMovesALine(campaign);
        boardGoesOn();
        facts.awaitState(campaign, "COORDINATING");
        List<Long> again = requests(campaign);
        assertThat(again).as("only who is host to the line that moved").hasSize(1);
        hostAgrees(again.get(0));
        boardReadsWhatWasWanted();
        leaderAgrees();
        leaderLeavesTheOwnPart();
        anotherGivesThatPart();
        facts.awaitState(campaign, "IN_FORCE");
        everybodyReadsTheOpinion(campaign);
    }

    private void boardOpens() {
        onPage(PLANS, DESK, district.board(), "district-open", page -> {
            page.getByText("Mở đợt xây dựng kế hoạch năm " + year).click();
            page.locator("#opens").getByText("Mở đợt", EXACTLY).click();
            see(page.locator("#message"), "Đã mở đợt xây dựng kế hoạch năm " + year + " của Huyện Kế Hoạch");
            see(page.locator("#campaigns"), "Đã gửi: 0/3 đồng chí");
            look(page, "district-open");
        });
    }

    private void memberSends(Long campaign) {
        planOf(campaign, third);
        inTasklist(PHONE, third, "district-write", tasklist -> {
            tasklist.openTask("Xây dựng kế hoạch cá nhân năm " + year);
            assertThat(tasklist.form().locator(".dsh-line")).hasCount(4);
            press(tasklist.form().locator(".dsh-line").nth(3), "Bỏ trống");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.form(), "Còn 01 dòng phải sửa trước khi gửi");
            press(tasklist.form(), "Hoàn tác");
            assertThat(tasklist.form().locator(".dsh-line-fault")).hasCount(0);
            look(tasklist, "district-write");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch đã gửi ban tổ chức");
        });
    }

    private void hostAgreesOnScreen(Long request) {
        inTasklist(PHONE, hostOf(request), "district-host", tasklist -> {
            take(tasklist, "Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
            see(tasklist.form(), "Huyện ủy Kế Hoạch", "Đảng ủy xã Đón Tiếp", "xóm Thử 1");
            look(tasklist, "district-host");
            tasklist.press("Thống nhất tất cả");
            see(tasklist.page().locator(".dsh-announcement"), "Đã thống nhất tất cả lịch dự với");
        });
    }

    private void thuongTrucWantsItAdjusted() {
        inTasklist(DESK, district.otherLeader(), "plan-adjust", tasklist -> {
            take(tasklist, "Cho ý kiến kế hoạch chung năm " + year);
            tasklist.press("Đề nghị điều chỉnh");
            see(tasklist.form().locator(".dsh-error"), "Đề nghị đồng chí ghi nội dung cần điều chỉnh");
            tasklist.form().locator("#dsh-note").fill(ADJUST);
            see(tasklist.form().locator(".dsh-status"), "Đã lưu");
            tasklist.press("Đề nghị điều chỉnh");
            see(tasklist.form().locator(".dsh-asked"), "ban tổ chức rà soát lại", "không phải lấy ý kiến lại");
            look(tasklist, "plan-adjust");
            tasklist.press("Thôi");
            tasklist.press("Đề nghị điều chỉnh");
            tasklist.press("Gửi đề nghị điều chỉnh");
            see(tasklist.page().locator(".dsh-announcement"), "Đã đề nghị ban tổ chức điều chỉnh kế hoạch");
        });
    }

    private void boardAsksTheMember(Long campaign) {
        inTasklist(PHONE, district.board(), "plan-check-again", tasklist -> {
            take(tasklist, "Rà soát kế hoạch năm " + year);
            see(tasklist.form(), "Thường trực đề nghị điều chỉnh: " + ADJUST, "đồng chí " + facts.name(district.otherLeader()));
            Locator member = tasklist.form().locator("[data-plan='" + planOf(campaign, third) + "']");
            press(member, "Ghi ý kiến");
            member.locator("textarea").first().fill("Chuyển ngày theo ý kiến Thường trực.");
            see(member.locator(".dsh-status"), "Đã lưu");
            look(tasklist, "plan-check-again");
            press(member, "Đề nghị bổ sung");
            see(member, "Đã đề nghị đồng chí " + facts.name(third) + " bổ sung kế hoạch");
        });
    }

    private void memberMovesALine(Long campaign) {
        inTasklist(DESK, third, "plan-moved", tasklist -> {
            tasklist.openTask("Bổ sung kế hoạch cá nhân năm " + year);
            Locator line = tasklist.form().locator(".dsh-line").first();
            see(line, "Chuyển ngày theo ý kiến Thường trực.");
            line.locator("[name=meeting]").selectOption(otherMeeting(line));
            see(tasklist.form().locator(".dsh-status"), "Đã lưu lúc");
            tasklist.press("Gửi lại kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch bổ sung đã gửi");
        });
        assertThat(sql.sql("select state from member_plan where id = ?").param(planOf(campaign, third)).query(String.class).single()).isEqualTo("SENT");
    }

    /** Another meeting of the same cell than the one that is chosen. */
    static String otherMeeting(Locator line) {
        Locator choice = line.locator("[name=meeting]");
        String now = choice.inputValue();
        return choice.locator("option").all().stream().map(option -> option.getAttribute("value"))
                .filter(value -> !value.equals(now) && !value.equals("OTHER") && !value.isEmpty()).findFirst().orElseThrow();
    }

    private void boardGoesOn() {
        inTasklist(DESK, district.board(), "plan-pass-again", tasklist -> {
            tasklist.openTask("Rà soát kế hoạch năm " + year);
            tasklist.press("Chuyển lấy ý kiến nơi có chi bộ");
            tasklist.press("Chuyển lấy ý kiến");
            see(tasklist.page().locator(".dsh-announcement"), "đang lấy ý kiến đảng ủy nơi có chi bộ");
        });
    }

    private void boardReadsWhatWasWanted() {
        inTasklist(PHONE, district.board(), "plan-consolidate-again", tasklist -> {
            take(tasklist, "Tổng hợp kế hoạch chung năm " + year);
            see(tasklist.form(), "Thường trực đề nghị điều chỉnh: " + ADJUST);
            look(tasklist, "plan-consolidate-again");
            tasklist.press("Trình Thường trực");
            see(tasklist.page().locator(".dsh-announcement"), "Đã trình Thường trực");
        });
    }

    private void leaderAgrees() {
        inTasklist(PHONE, district.leader(), "plan-opinion-again", tasklist -> {
            take(tasklist, "Cho ý kiến kế hoạch chung năm " + year);
            see(tasklist.form(), "Thường trực đề nghị điều chỉnh: " + ADJUST);
            // What was wanted in the last round is not what is said in this one.
            assertThat(tasklist.form().locator("#dsh-note")).hasValue("");
            tasklist.form().locator("#dsh-note").fill(WHOLE);
            see(tasklist.form().locator(".dsh-status"), "Đã lưu");
            look(tasklist, "plan-opinion-again");
            agree(tasklist);
        });
    }

    private static void agree(TasklistPage tasklist) {
        tasklist.press("Thống nhất");
        tasklist.press("Thống nhất kế hoạch");
        see(tasklist.page().locator(".dsh-announcement"), "Đã thống nhất kế hoạch");
    }

    /** It is said before the task is taken, which would keep the others from it. */
    private void leaderLeavesTheOwnPart() {
        inTasklist(PHONE, district.leader(), "plan-own-not", tasklist -> {
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Cho ý kiến phần kế hoạch của đồng chí " + facts.name(district.leader()));
            see(tasklist.form(), "Phần kế hoạch này của chính đồng chí: một đồng chí khác trong Thường trực cho ý kiến");
            assertThat(tasklist.form().getByText("Nhận xử lý", EXACTLY)).hasCount(0);
            look(tasklist, "plan-own-not");
        });
    }

    private void anotherGivesThatPart() {
        inTasklist(PHONE, district.otherLeader(), "plan-own", tasklist -> {
            take(tasklist, "Cho ý kiến phần kế hoạch của đồng chí " + facts.name(district.leader()));
            see(tasklist.form(), "Ý kiến của Thường trực: " + WHOLE);
            assertThat(tasklist.form().locator("tbody tr")).hasCount(4);
            tasklist.press("Đề nghị điều chỉnh");
            see(tasklist.form().locator(".dsh-error"), "Đề nghị đồng chí ghi nội dung cần điều chỉnh");
            tasklist.form().locator("#dsh-note").fill(PART);
            see(tasklist.form().locator(".dsh-status"), "Đã lưu");
            tasklist.reload();
            assertThat(tasklist.form().locator("#dsh-note")).hasValue(PART);
            assertThat(tasklist.form()).containsText("Ý kiến của Thường trực: " + WHOLE + " (");
            look(tasklist, "plan-own");
            agree(tasklist);
        });
    }

    private void everybodyReadsTheOpinion(Long campaign) {
        onPage(PLANS, DESK, district.otherLeader(), "plan-agreed", page -> {
            Locator shown = campaignOn(page, campaign);
            see(shown, "Đã thống nhất, đang thực hiện");
            press(shown, "Xem kế hoạch");
            see(shown, WHOLE + " (đồng chí " + facts.name(district.leader()), PART + " (đồng chí " + facts.name(district.otherLeader()));
            assertThat(shown).not().containsText(ADJUST);
            look(page, "plan-agreed");
        });
        onPage(PLANS, PHONE, third, "plan-agreed-member", page -> {
            Locator own = page.locator("[data-plan='" + planOf(campaign, third) + "']");
            press(own, "Xem các lượt dự");
            see(own, "Đã thống nhất, đang thực hiện");
            press(own, "Xem kế hoạch chung");
            assertThat(own.locator("[data-group]").first()).isVisible();
            lookAtGroups(page);
        });
    }

    private static void lookAtGroups(Page page) {
        look(page, "plan-agreed-member");
    }
}
