package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.planning.PlanViews.CampaignView;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.NotFound;

/** What was said of a plan is read by whom it is meant for: in the next round, of the own part, when it is given up (ruling A5). */
class PlanRoundsTest extends PlanTest {

    @Autowired
    private CampaignViews campaigns;
    @Autowired
    private PlanReminders reminders;

    private District district;
    private String third;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        third = district.members().get(2);
    }

    @Test
    void whatIsToBeAdjustedIsReadInTheNextRoundAndNotTakenForItsOpinion() {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, third);
        comment(plan, "Ý kiến vòng một");
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        road.allHostsAgree(campaign, district);
        road.consolidate(campaign, district);
        note(campaign, district.otherLeader(), "Ưu tiên xóm mới sáp nhập.");
        road.complete(campaign, "task_giveOpinion", district.otherLeader(), TO_ADJUST);
        CampaignView view = read(campaign);
        assertThat(view.adjustment().text()).isEqualTo("Ưu tiên xóm mới sáp nhập.");
        assertThat(view.adjustment().by()).isEqualTo("Nguyễn Văn Ủy Viên 2");
        assertThat(view.opinion()).isNull();
        assertThat(road.as(district.board(), () -> plans.read(plan)).boardComment()).as("answered in the round before").isNull();
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        road.complete(campaign, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, campaign, "service_askHosts");
        road.consolidate(campaign, district);
        assertThatThrownBy(() -> road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST))
                .as("what was wanted before is not wanted again by itself").hasMessageContaining("ghi nội dung cần điều chỉnh");
        sql.sql("update act_ru_task set assignee_ = null where id_ = ?").param(road.task(campaign, "task_giveOpinion").getId()).update();
        road.agree(campaign, district);
        assertThat(read(campaign).adjustment()).as("settled").isNull();
    }

    @Test
    void ofTheOwnPartSomethingElseMayBeSaid() {
        Long campaign = road.open(district, 2027);
        road.toOpinion(campaign, district);
        note(campaign, district.leader(), "Nhất trí với kế hoạch chung.");
        road.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        assertThatThrownBy(() -> road.complete(campaign, "task_giveOwnOpinion", district.otherLeader(), TO_ADJUST))
                .as("what was said of the whole is no reason").hasMessageContaining("ghi nội dung cần điều chỉnh");
        note(campaign, district.otherLeader(), "Lượt quý II nên đi cùng cán bộ xã.");
        road.complete(campaign, "task_giveOwnOpinion", district.otherLeader(), AGREED);
        CampaignView view = read(campaign);
        assertThat(view.opinion().note()).isEqualTo("Nhất trí với kế hoạch chung.");
        assertThat(view.opinion().ownNote()).isEqualTo("Lượt quý II nên đi cùng cán bộ xã.");
        assertThat(view.opinion().ownBy()).isEqualTo("Nguyễn Văn Ủy Viên 2");
    }

    @Test
    void aYearThatIsGivenUpSaysByWhomAndWhy() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, third);
        String task = road.task(plan, "task_writePlan").getId();
        Instant before = clock.instant();
        road.as(district.board(), () -> {
            reminders.urged(plan, district.board(), null, task);
            return null;
        });
        assertThat(road.as(third, () -> plans.read(plan)).urgedAt()).isBetween(before.minusMillis(1), clock.instant());
        giveUp(campaign, district.board());
        assertThat(read(campaign).ended().by()).isEqualTo("Trần Thị Tổ Chức");
        assertThat(read(campaign).reason()).as("that is why something is amended").isNull();
        assertThat(road.as(district.board(), () -> campaigns.list(0)).items().get(0).ended().text()).isEqualTo("Mở nhầm");
        assertThat(road.as(third, () -> plans.read(plan)).ended().text()).isEqualTo("Mở nhầm");
    }

    @Test
    void whoBeganAnAmendmentGivesItUpWhileNobodyElseHasIt() {
        Long plan = road.planOf(road.inForce(district, 2027), third);
        LineView line = road.as(third, () -> plans.read(plan)).lines().get(1);
        Long first = amend(plan, line);
        assertThatThrownBy(() -> giveUp(first, district.otherLeader())).isInstanceOf(NotFound.class);
        assertThat(road.as(third, () -> plans.read(road.planOf(first, third))).mayGiveUp()).isTrue();
        giveUp(first, third);
        Long second = amend(plan, line);
        road.job(PlanCases.CAMPAIGN, second, "service_preparePlans");
        Long change = road.planOf(second, third);
        PlanView view = road.as(third, () -> plans.read(change));
        assertThat(view.lines().get(0).replaced().meetingAt()).isEqualTo(line.meetingAt());
        assertThat(view.remarks()).as("of a whole year only").isEmpty();
        road.complete(change, "task_writePlan", third);
        assertThatThrownBy(() -> giveUp(second, third)).as("the board has it").isInstanceOf(NotFound.class);
        assertThat(road.as(third, () -> plans.read(change)).mayGiveUp()).isFalse();
        assertThat(road.as(third, () -> plans.read(plan)).lines()).extracting(each -> each.state().name()).containsOnly("IN_FORCE");
    }

    @Test
    void theHostOfAVisitThatIsTakenBackIsTold() {
        Long plan = road.planOf(road.inForce(district, 2027), third);
        LineView line = road.as(third, () -> plans.read(plan)).lines().get(1);
        Long amendment = amend(plan, line);
        sql.sql("update person set email = user_id || '@dusinhhoat.example' where user_id = any(?)").param(district.hosts().toArray(String[]::new)).update();
        road.job(PlanCases.CAMPAIGN, amendment, "service_preparePlans");
        Long change = road.planOf(amendment, third);
        PlanView draft = road.as(third, () -> plans.read(change));
        road.as(third, () -> plans.save(change, draft.version(), List.of(new MemberPlans.Typed(draft.lines().get(0).id(), line.cellId(), line.meetingAt(), null, true))));
        road.complete(change, "task_writePlan", third);
        road.job(PlanCases.CAMPAIGN, amendment, "rule_routeBoard");
        road.complete(amendment, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, amendment, "service_askHosts");
        road.consolidate(amendment, district);
        road.complete(amendment, "task_giveOpinion", district.leader(), AGREED);
        road.job(PlanCases.CAMPAIGN, amendment, "service_putInForce");
        assertThat(sql.sql("select p.user_id from notice n join person p on p.id = n.person_id where n.campaign_id = ? and n.topic = 'HOST_CHANGED'")
                .param(amendment).query(String.class).list()).containsExactly(hostOf(line));
    }

    private String hostOf(LineView line) {
        String commune = sql.sql("select u.code from party_unit c join party_unit u on u.id = c.parent_id where c.id = ?").param(line.cellId())
                .query(String.class).single();
        return district.hosts().get(district.communes().indexOf(commune));
    }

    private Long amend(Long plan, LineView line) {
        return road.as(third, () -> amendments.amend(plan, List.of(line.id()), "Đi công tác dài ngày", third)).campaign();
    }

    private void giveUp(Long campaign, String user) {
        road.as(user, () -> {
            amendments.giveUp(campaign, "Mở nhầm", user);
            return null;
        });
    }

    private void note(Long campaign, String user, String text) {
        road.as(user, () -> {
            opinions.note(campaign, text);
            return null;
        });
    }

    private void comment(Long plan, String text) {
        road.as(district.board(), () -> board.comment(plan, plans.read(plan).version(), text, List.of()));
    }

    private CampaignView read(Long campaign) {
        return road.as(district.board(), () -> campaigns.read(campaign));
    }
}
