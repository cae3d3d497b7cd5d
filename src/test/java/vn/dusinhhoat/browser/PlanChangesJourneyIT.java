package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.testing.HostileText;

/** What goes another way than straight on: lines exchanged, emptied and found anew, somebody late, a year given up, an amendment. */
class PlanChangesJourneyIT extends DistrictPlanWalk {

    private static final String REASON = "Mở nhầm năm " + HostileText.IMAGE;
    private static final String WRITE = "Xây dựng kế hoạch cá nhân năm ";
    private static final String AMEND = "Điều chỉnh kế hoạch năm ";

    @Test
    void aMemberArrangesThePeriodsAndTakesItBack() {
        open();
        inTasklist(DESK, third, "plan-arrange", tasklist -> {
            tasklist.openTask(WRITE + year);
            Locator lines = tasklist.form().locator(".dsh-line");
            lines.first().locator("[name=theme]").fill("Chủ đề quý I");
            List<String> before = places(lines);
            exchange(tasklist, lines, before);
            emptyAndRestore(tasklist, lines);
            findAnew(tasklist, lines);
            see(tasklist.form().locator(".dsh-status"), "Đã lưu lúc");
            List<String> arranged = places(lines);
            tasklist.reload();
            assertThat(lines).hasCount(before.size());
            assertThat(places(lines)).isEqualTo(arranged);
            assertThat(lines.nth(1).locator("[name=theme]")).hasValue("Chủ đề quý I");
            onTheSecondDevice(tasklist, lines);
        });
    }

    private void exchange(TasklistPage tasklist, Locator lines, List<String> before) {
        String day = lines.first().locator("[name=meeting]").inputValue();
        press(lines.first(), "Chuyển kỳ");
        see(lines.first(), "ngày dự của hai kỳ phải chọn lại");
        look(tasklist, "plan-exchange");
        press(lines.first().locator(".dsh-editor"), "Quý II/" + year);
        see(lines.first(), before.get(1), "Phải sửa: Chưa chọn ngày dự", "Đã chuyển kỳ: đề nghị đồng chí chọn lại ngày dự");
        see(lines.nth(1), before.get(0), "Phải sửa: Chưa chọn ngày dự");
        assertThat(Accessibility.seriousViolations(tasklist.page(), ".dsh-mount")).isEmpty();
        assertThat(lines.first().locator("[name=meeting]")).isFocused();
        tasklist.press("Gửi kế hoạch");
        see(tasklist.form(), "Còn 02 dòng phải sửa trước khi gửi");
        look(tasklist, "plan-exchanged");
        press(lines.first(), "Hoàn tác");
        assertThat(lines.first().locator("[name=meeting]")).hasValue(day);
        see(lines.first(), before.get(0));
        press(lines.first(), "Chuyển kỳ");
        press(lines.first().locator(".dsh-editor"), "Quý II/" + year);
        for (int row = 0; row < 2; row++) {
            Locator choice = lines.nth(row).locator("[name=meeting]");
            assertThat(choice.locator("option").nth(2)).isAttached();
            choice.selectOption(DistrictPlanJourneyIT.otherMeeting(lines.nth(row)));
        }
        assertThat(tasklist.form().locator(".dsh-line-fault")).hasCount(0);
        assertThat(lines.nth(1).locator("[name=theme]")).hasValue("Chủ đề quý I");
    }

    private void emptyAndRestore(TasklistPage tasklist, Locator lines) {
        Locator line = lines.nth(2);
        String place = places(lines).get(2);
        press(line, "Bỏ trống");
        see(line, "Chưa chọn chi bộ", "Phải sửa: Chưa chọn chi bộ", "Đã bỏ trống");
        assertThat(line.getByText("Chọn chi bộ", EXACTLY)).isFocused();
        look(tasklist, "plan-emptied");
        press(line, "Hoàn tác");
        see(line, place);
        assertThat(line).not().containsText("Phải sửa");
        press(line, "Bỏ trống");
        see(line, "Phải sửa: Chưa chọn chi bộ");
    }

    private void findAnew(TasklistPage tasklist, Locator lines) {
        tasklist.press("Đề xuất lại");
        tasklist.press("Chỉ dòng còn trống");
        see(lines.nth(2), "Gợi ý");
        assertThat(tasklist.form().locator(".dsh-line-fault")).hasCount(0);
        List<String> arranged = places(lines);
        tasklist.press("Đề xuất lại");
        tasklist.press("Thay tất cả");
        see(tasklist.form(), "Đã đề xuất lại tất cả các dòng");
        look(tasklist, "plan-proposed-again");
        tasklist.press("Hoàn tác");
        assertThat(tasklist.form().locator(".dsh-undo:visible")).hasCount(0);
        assertThat(places(lines)).isEqualTo(arranged);
    }

    /** Saved on the phone meanwhile: nothing that either has chosen is lost. */
    private void onTheSecondDevice(TasklistPage desk, Locator lines) {
        inTasklist(PHONE, third, "plan-arrange-phone", phone -> {
            phone.openTask(WRITE + year);
            Locator last = phone.form().locator(".dsh-line").nth(3);
            press(last, "Bỏ trống");
            see(phone.form().locator(".dsh-status"), "Đã lưu lúc");
            see(last, "Phải sửa: Chưa chọn chi bộ");
        });
        lines.nth(2).locator("[name=theme]").fill("Ghi trên máy tính");
        see(desk.form().locator(".dsh-offer"), "nội dung vừa ghi vẫn còn trên máy");
        desk.press("Tải bản mới nhất");
        see(lines.nth(3), "Chưa chọn chi bộ");
        desk.press("Dùng nội dung trên máy");
        assertThat(lines.nth(2).locator("[name=theme]")).hasValue("Ghi trên máy tính");
        assertThat(lines.nth(3)).not().containsText("Chưa chọn chi bộ");
        see(desk.form().locator(".dsh-status"), "Đã lưu lúc");
    }

    private static List<String> places(Locator lines) {
        return lines.locator("td[data-column='Chi bộ'] p").allInnerTexts().stream().map(String::strip).toList();
    }

    @Test
    void staffUrgeWhoIsLate() {
        Long campaign = open();
        send(campaign, List.of(district.leader(), district.otherLeader()));
        Long plan = planOf(campaign, third);
        fire(plan, "timer_writingLate");
        fire(plan, "timer_urge");
        facts.task(plan, "task_urgePlan");
        inTasklist(PHONE, district.board(), "plan-urge", tasklist -> {
            tasklist.openFilter("Việc chung chưa có người nhận");
            tasklist.openTask("Đôn đốc gửi kế hoạch: đồng chí " + facts.name(third));
            see(tasklist.form(), "Huyện Kế Hoạch", "Hạn gửi", "Chưa ai đôn đốc");
            assertThat(tasklist.form().getByText("Đôn đốc", EXACTLY)).hasCount(0);
            tasklist.press("Nhận xử lý");
            tasklist.press("Đôn đốc");
            see(tasklist.form().locator(".dsh-asked"), "nhận thông báo");
            look(tasklist, "plan-urge");
            tasklist.press("Ghi nhận đã đôn đốc");
            see(tasklist.page().locator(".dsh-announcement"), "Đã ghi nhận đôn đốc đồng chí " + facts.name(third));
        });
        assertThat(told(campaign, "LATE")).isEqualTo(1);
        inTasklist(DESK, third, "plan-urged", tasklist -> {
            tasklist.openTask(WRITE + year);
            see(tasklist.form().locator(".dsh-attention"), "Ban tổ chức, văn phòng đã đôn đốc lúc");
            look(tasklist, "plan-urged");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch đã gửi ban tổ chức");
        });
    }

    @Test
    void theBoardGivesAYearUp() {
        Long campaign = open();
        send(campaign, List.of(district.leader()));
        onPage(PLANS, PHONE, district.board(), "plan-end", page -> {
            Locator shown = campaignOn(page, campaign);
            press(shown, "Xem kế hoạch");
            press(shown, "Kết thúc đợt này");
            assertThat(shown.locator("[name=reason]")).isFocused();
            see(shown.locator("form"), "Các việc đang mở của đợt này kết thúc");
            shown.locator("[type=submit]").click();
            see(shown.locator(".error"), "Đề nghị đồng chí ghi lý do kết thúc");
            press(shown, "Thôi");
            assertThat(shown.locator("[name=reason]")).hasCount(0);
            press(shown, "Kết thúc đợt này");
            shown.locator("textarea[name=reason]").fill(REASON);
            look(page, "plan-end");
            assertThat(Accessibility.seriousViolations(page, "main")).isEmpty();
            shown.locator("[type=submit]").click();
            see(page.locator("#message"), "Đã kết thúc đợt xây dựng kế hoạch");
            assertThat(page.locator("#message")).isInViewport();
            see(shown, "Đã kết thúc, không thực hiện", "Kết thúc vì: " + REASON + " (đồng chí " + facts.name(district.board()) + ", lúc ");
            assertThat(shown).not().containsText("Điều chỉnh vì");
            assertThat(page.locator("#opens")).containsText("Mở đợt xây dựng kế hoạch năm " + year);
            press(shown, "Xem kế hoạch");
            assertThat(shown.getByText("Kết thúc đợt này", EXACTLY)).hasCount(0);
            look(page, "plan-ended");
        });
        assertThat(tasks.createTaskQuery().tenantIdIn(district.code()).count()).as("nothing is left to do").isZero();
        assertThat(told(campaign, "ENDED")).as("every member").isEqualTo(3);
        onPage(PLANS, PHONE, third, "plan-ended-member", page -> {
            Locator own = page.locator("[data-plan='" + planOf(campaign, third) + "']");
            see(own, "Đã kết thúc, không thực hiện");
            press(own, "Xem các lượt dự");
            see(own, "Kết thúc vì: " + REASON);
            look(page, "plan-ended-member");
        });
    }

    @Test
    void aVisitIsTakenBackAndAnAmendmentGivenUp() {
        Long campaign = inForce();
        Long plan = planOf(campaign, third);
        amend(plan, "Đi công tác dài ngày");
        Long first = newest("AMENDMENT");
        memberGivesTheAmendmentUp(first);
        assertThat(facts.lines(plan)).extracting(PlanJourneyFacts.Line::state).containsOnly("IN_FORCE");
        amend(plan, "Đi học tập trung");
        Long amendment = newest("AMENDMENT");
        memberTakesAVisitBack(amendment);
        boardReadsIt(amendment);
        facts.awaitState(amendment, "COORDINATING");
        requests(amendment).forEach(this::hostReads);
        boardConsolidates(amendment);
        thuongTrucReadsIt(amendment);
        facts.awaitState(amendment, "IN_FORCE");
        memberLooksBack(plan, amendment);
    }

    /** Two visits of the plan in force. */
    private void amend(Long plan, String reason) {
        onPage(PLANS, DESK, third, "plan-amend-open", page -> {
            Locator own = page.locator("[data-plan='" + plan + "']");
            press(own, "Xem các lượt dự");
            press(own, "Điều chỉnh kế hoạch");
            own.locator("[name=reason]").fill(reason);
            own.locator("[type=submit]").click();
            see(own.locator(".error"), "chọn ít nhất một lượt dự");
            own.locator("[name=line]").nth(1).check();
            own.locator("[name=line]").nth(2).check();
            own.locator("[type=submit]").click();
            see(page.locator("#message"), "Đã mở điều chỉnh kế hoạch");
        });
    }

    private void memberGivesTheAmendmentUp(Long amendment) {
        Long plan = planOf(amendment, third);
        facts.task(plan, "task_writePlan");
        onPage(PLANS, PHONE, third, "plan-amend-end", page -> {
            Locator own = page.locator("[data-plan='" + plan + "']");
            see(own, "Điều chỉnh kế hoạch năm " + year);
            press(own, "Xem các lượt dự");
            see(own, "Điều chỉnh vì: Đi công tác dài ngày");
            press(own, "Thôi điều chỉnh");
            own.locator("[type=submit]").click();
            see(own.locator(".error"), "Đề nghị đồng chí ghi lý do");
            own.locator("[name=reason]").fill("Lịch công tác đã hoãn");
            look(page, "plan-amend-end");
            own.locator("[type=submit]").click();
            see(page.locator("#message"), "Đã thôi điều chỉnh kế hoạch: các lượt dự đang thực hiện giữ nguyên");
            see(own, "Đã kết thúc, không thực hiện");
        });
        assertThat(isAsked(third, AMEND)).isFalse();
    }

    private void memberTakesAVisitBack(Long amendment) {
        facts.task(planOf(amendment, third), "task_writePlan");
        inTasklist(PHONE, third, "plan-take-back", tasklist -> {
            tasklist.openTask(AMEND + year);
            Locator lines = tasklist.form().locator(".dsh-line");
            assertThat(lines).hasCount(2);
            press(lines.first(), "Rút lượt dự này");
            see(lines.first(), "rút khỏi kế hoạch");
            assertThat(lines.first().getByText("Giữ lượt dự này", EXACTLY)).isFocused();
            lines.nth(1).locator("[name=meeting]").selectOption(DistrictPlanJourneyIT.otherMeeting(lines.nth(1)));
            see(tasklist.form().locator(".dsh-status"), "Đã lưu lúc");
            look(tasklist, "plan-take-back");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch đã gửi ban tổ chức");
        });
    }

    private void boardReadsIt(Long amendment) {
        inTasklist(DESK, district.board(), "plan-amend-check", tasklist -> {
            take(tasklist, "Rà soát điều chỉnh kế hoạch năm " + year);
            Locator member = tasklist.form().locator("[data-plan='" + planOf(amendment, third) + "']");
            see(member, "Rút khỏi kế hoạch", "Thay lượt dự ");
            assertThat(member.getByText("Thay lượt dự")).hasCount(1);
            look(tasklist, "plan-amend-check");
            tasklist.press("Chuyển lấy ý kiến nơi có chi bộ");
            tasklist.press("Chuyển lấy ý kiến");
            see(tasklist.page().locator(".dsh-announcement"), "đang lấy ý kiến đảng ủy nơi có chi bộ");
        });
    }

    /** Of the visit that is moved only. */
    private void hostReads(Long request) {
        inTasklist(PHONE, hostOf(request), "plan-amend-host", tasklist -> {
            take(tasklist, "Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
            assertThat(tasklist.form().locator(".dsh-requests > li")).hasCount(1);
            see(tasklist.form(), "Thay lượt dự ");
            look(tasklist, "plan-amend-host");
            tasklist.press("Thống nhất tất cả");
            see(tasklist.page().locator(".dsh-announcement"), "Đã thống nhất tất cả lịch dự với");
        });
    }

    private void thuongTrucReadsIt(Long amendment) {
        inTasklist(PHONE, district.leader(), "plan-amend-opinion", tasklist -> {
            take(tasklist, "Cho ý kiến điều chỉnh kế hoạch năm " + year);
            see(tasklist.form(), "Đi học tập trung");
            Locator member = tasklist.form().locator("[data-plan='" + planOf(amendment, third) + "']");
            see(member, "Rút khỏi kế hoạch", "Thay lượt dự ");
            look(tasklist, "plan-amend-opinion");
            tasklist.press("Thống nhất");
            tasklist.press("Thống nhất kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Đã thống nhất kế hoạch");
        });
    }

    private void memberLooksBack(Long plan, Long amendment) {
        onPage(PLANS, PHONE, third, "plan-amended", page -> {
            Locator own = page.locator("[data-plan='" + plan + "']");
            press(own, "Xem các lượt dự");
            assertThat(own.getByText("Đã điều chỉnh", EXACTLY)).hasCount(2);
            Locator changed = page.locator("[data-plan='" + planOf(amendment, third) + "']");
            press(changed, "Xem các lượt dự");
            see(changed, "Rút khỏi kế hoạch", "Đã thống nhất, đang thực hiện");
            look(page, "plan-amended");
        });
    }
}
