package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The organisation changes under a plan in force: members, board and hosts see the visits concerned go the road again, and
 * nothing else (situations C8, C13, C18, C23).
 */
class PlansFollowOrganizationJourneyIT extends DistrictPlanWalk {

    private static final String WHY = "Chi bộ sáp nhập, chia tách, đổi ngày sinh hoạt";
    private static final int NEW_DAY = 21;

    /** A visit of the third member: where to, and the login of the commune's host. */
    private record Planned(Long line, Long cell, String cellCode, String host) {
    }

    @Test
    void aCellMeetsOnAnotherDayAndAnotherEnds() {
        Long campaign = inForce();
        Long plan = planOf(campaign, third);
        Planned moved = planned(plan, 0);
        moveCell(moved);
        Long amendment = newest("AMENDMENT");
        memberReadsWhatMoved(plan, amendment, moved);
        boardPassesWhatMoved(amendment);
        facts.awaitState(amendment, "COORDINATING");
        hostSeesOnlyThat(amendment, moved);
        boardConsolidates(amendment);
        facts.complete(amendment, "task_giveOpinion", district.leader(), Map.of("planOpinion", "AGREED"));
        facts.awaitState(amendment, "IN_FORCE");
        assertThat(state(moved.line())).isEqualTo("REPLACED");
        Planned ended = planned(plan, 3);
        String successor = endCell(ended);
        successorIsVisited(plan, ended, successor);
    }

    private Planned planned(Long plan, int number) {
        return sql.sql("""
                select l.id, c.id, c.code, u.code from plan_line l join party_unit c on c.id = l.cell_id join party_unit u on u.id = c.parent_id
                where l.plan_id = ? order by l.first_day offset ? limit 1""").params(plan, number).query((row, n) -> new Planned(row.getLong(1), row.getLong(2),
                        row.getString(3), district.hosts().get(district.communes().indexOf(row.getString(4))))).single();
    }

    private String state(Long line) {
        return sql.sql("select state from plan_line where id = ?").param(line).query(String.class).single();
    }

    /** Of the third member's visits only: the others do not go there on a usual day. */
    private void moveCell(Planned visit) {
        sql.sql("update plan_line set follows_cell = false where cell_id = ? and id <> ?").params(visit.cell(), visit.line()).update();
        sql.sql("update party_unit set meeting_day = ? where id = ?").params(NEW_DAY, visit.cell()).update();
        fixture.changed();
    }

    private void memberReadsWhatMoved(Long plan, Long amendment, Planned moved) {
        Long change = planOf(amendment, third);
        facts.task(change, "task_writePlan");
        assertThat(told(amendment, "TO_WRITE")).as("only whose visit it is").isEqualTo(1);
        onPage(PLANS, PHONE, third, "plan-cell-moved", page -> {
            Locator whole = page.locator("[data-plan='" + plan + "']");
            see(whole, "Đã thống nhất, đang thực hiện");
            Locator own = page.locator("[data-plan='" + change + "']");
            see(own, "Điều chỉnh kế hoạch năm " + year);
            press(own, "Xem các lượt dự");
            see(own, "Điều chỉnh vì: " + WHY, "21/", "Thay lượt dự ");
            assertThat(own.locator("tbody tr:not(.dsh-notes)")).hasCount(1);
            // What the system has begun is not the member's to give up.
            assertThat(own.getByText("Thôi điều chỉnh", EXACTLY)).hasCount(0);
            look(page, "plan-cell-moved");
        });
        inTasklist(DESK, third, "plan-cell-moved-task", tasklist -> {
            tasklist.openTask("Điều chỉnh kế hoạch năm " + year);
            assertThat(tasklist.form().locator(".dsh-line")).hasCount(1);
            see(tasklist.form(), "Điều chỉnh vì: " + WHY, "ngày sinh hoạt mới của chi bộ", "Thay lượt dự ");
            Locator day = tasklist.form().locator("[name=meeting]");
            String proposed = day.inputValue();
            day.selectOption("OTHER");
            tasklist.form().locator("[name=meetingAt]").fill("2020-01-05T19:30");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.form().locator(".dsh-error:visible"), "quá xa");
            day.selectOption(proposed);
            see(tasklist.form().locator(".dsh-status"), "Đã lưu lúc");
            look(tasklist, "plan-cell-moved-task");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch đã gửi ban tổ chức");
        });
        assertThat(state(moved.line())).as("until the change is agreed").isEqualTo("IN_FORCE");
    }

    private void boardPassesWhatMoved(Long amendment) {
        onPage(PLANS, DESK, district.board(), "plan-cell-moved-board", page -> {
            Locator shown = campaignOn(page, amendment);
            see(shown, "Điều chỉnh kế hoạch năm " + year, "Ban tổ chức đang rà soát", "Điều chỉnh vì: " + WHY);
            press(shown, "Xem kế hoạch");
            press(shown, "Xem kế hoạch của từng đồng chí");
            assertThat(shown.locator("details[data-plan]")).hasCount(1);
            shown.locator("details[data-plan] summary").click();
            see(shown, "Thay lượt dự ");
            look(page, "plan-cell-moved-board");
        });
        boardPasses(amendment);
    }

    private void hostSeesOnlyThat(Long amendment, Planned moved) {
        List<Long> requests = requests(amendment);
        assertThat(requests).as("only the commune of that cell").hasSize(1);
        assertThat(hostOf(requests.get(0))).isEqualTo(moved.host());
        inTasklist(PHONE, moved.host(), "plan-cell-moved-host", tasklist -> {
            take(tasklist, "Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
            assertThat(tasklist.form().locator(".dsh-requests > li")).hasCount(1);
            see(tasklist.form(), "21/", "Thay lượt dự ");
            look(tasklist, "plan-cell-moved-host");
            tasklist.press("Thống nhất tất cả");
            see(tasklist.page().locator(".dsh-announcement"), "Đã thống nhất tất cả lịch dự với");
        });
    }

    private String endCell(Planned visit) {
        String successor = visit.cellCode().substring(0, visit.cellCode().length() - 1) + (visit.cellCode().endsWith("1") ? "2" : "1");
        sql.sql("update party_unit set valid_to = ?, successor_id = ? where id = ?").params(LocalDate.of(year, 8, 31), fixture.cellId(successor), visit.cell()).update();
        fixture.changed();
        return successor;
    }

    private void successorIsVisited(Long plan, Planned ended, String successor) {
        Long amendment = newest("AMENDMENT");
        Long change = planOf(amendment, third);
        facts.task(change, "task_writePlan");
        String name = sql.sql("select name from party_unit where code = ?").param(successor).query(String.class).single();
        inTasklist(PHONE, third, "plan-cell-ended", tasklist -> {
            tasklist.openTask("Điều chỉnh kế hoạch năm " + year);
            Locator lines = tasklist.form().locator(".dsh-line");
            see(lines.last(), name, "Chi bộ tiếp nhận", "Thay lượt dự ");
            look(tasklist, "plan-cell-ended");
        });
        onPage(PLANS, PHONE, third, "plan-cell-ended-page", page -> {
            press(page.locator("[data-plan='" + plan + "']"), "Xem các lượt dự");
            press(page.locator("[data-plan='" + change + "']"), "Xem các lượt dự");
            see(page.locator("[data-plan='" + change + "']"), "Điều chỉnh vì: " + WHY);
            look(page, "plan-cell-ended-page");
        });
        assertThat(state(ended.line())).isEqualTo("IN_FORCE");
    }

    @Test
    void aMemberLeavesAndAnotherJoins() {
        Long campaign = inForce();
        Long plan = planOf(campaign, third);
        sql.sql("update post set valid_to = ? where person_id = ?").params(LocalDate.of(year, 6, 30), fixture.personId(third)).update();
        String joined = fixture.newMember(district);
        fixture.changed();
        mayLogIn(joined);
        assertThat(told(campaign, "CHANGED")).as("only who leaves").isEqualTo(1);
        whoLeavesReads(plan);
        hostReadsWhoComesNoMore(campaign, planned(plan, 2));
        Long amendment = newest("AMENDMENT");
        boardReadsWhoCameAndWent(campaign, plan, amendment);
        whoJoinsWrites(amendment, joined);
        boardPasses(amendment);
        facts.awaitState(amendment, "COORDINATING");
        assertThat(sql.sql("select count(*) from plan_line l join member_plan m on m.id = l.plan_id where l.host_request_id = any(?) and m.person_id <> ?")
                .params(requests(amendment).toArray(Long[]::new), fixture.personId(joined)).query(Integer.class).single()).as("hosts are asked about nobody else").isZero();
    }

    private void whoLeavesReads(Long plan) {
        onPage(PLANS, PHONE, third, "plan-left", page -> {
            Locator own = page.locator("[data-plan='" + plan + "']");
            press(own, "Xem các lượt dự");
            assertThat(own.getByText("Đã kết thúc, không thực hiện", EXACTLY)).hasCount(2);
            assertThat(own.locator("tbody").getByText("Đã thống nhất, đang thực hiện", EXACTLY)).hasCount(2);
            look(page, "plan-left");
        });
    }

    private void hostReadsWhoComesNoMore(Long campaign, Planned ended) {
        assertThat(told(campaign, "HOST_CHANGED")).as("only hosts of what ended").isBetween(1, 2);
        onPage(PLANS, PHONE, ended.host(), "plan-left-host", page -> {
            Locator asked = page.locator("#requests li").first();
            press(asked, "Xem lịch");
            Locator gone = asked.locator(".dsh-requests > li").filter(new Locator.FilterOptions().setHasText("Đã kết thúc, không thực hiện"));
            see(gone.first(), facts.name(third));
            assertThat(asked.locator(".dsh-requests > li").filter(new Locator.FilterOptions().setHasNotText("Đã kết thúc")).first()).isVisible();
            look(page, "plan-left-host");
        });
    }

    private void boardReadsWhoCameAndWent(Long campaign, Long plan, Long amendment) {
        onPage(PLANS, DESK, district.board(), "plan-left-board", page -> {
            Locator whole = campaignOn(page, campaign);
            press(whole, "Xem kế hoạch");
            press(whole, "Xem kế hoạch của từng đồng chí");
            Locator left = whole.locator("details[data-plan='" + plan + "']");
            left.locator("summary").click();
            see(left, "Đã kết thúc, không thực hiện");
            see(campaignOn(page, amendment), "Điều chỉnh vì: Bổ sung đồng chí mới tham gia cấp ủy");
            look(page, "plan-left-board");
        });
    }

    /** The periods that are left, with words for somebody who has no plan yet. */
    private void whoJoinsWrites(Long amendment, String joined) {
        facts.task(planOf(amendment, joined), "task_writePlan");
        inTasklist(PHONE, joined, "plan-joined", tasklist -> {
            tasklist.openTask("Xây dựng kế hoạch cá nhân năm " + year);
            see(tasklist.form(), "Lý do: Bổ sung đồng chí mới", "Các kỳ còn lại của năm");
            Locator lines = tasklist.form().locator(".dsh-line");
            assertThat(lines.getByText("Rút lượt dự này", EXACTLY)).hasCount(0);
            press(lines.first(), "Bỏ trống");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.form(), "Còn 01 dòng phải sửa trước khi gửi");
            press(lines.first(), "Hoàn tác");
            see(tasklist.form().locator(".dsh-status"), "Đã lưu lúc");
            look(tasklist, "plan-joined");
            tasklist.press("Gửi kế hoạch");
            see(tasklist.page().locator(".dsh-announcement"), "Kế hoạch đã gửi ban tổ chức");
        });
    }
}
