package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.StalePlan;
import vn.dusinhhoat.platform.NotFound;

/** A member without a login plans on paper; board or office types it (situation C24). */
class TypedByStaffTest extends PlanTest {

    @Autowired
    private CampaignViews views;
    @Autowired
    private TaskService tasks;

    private District district;
    private Long campaign;
    private Long plan;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        Long person = fixture.personId(district.members().get(2));
        sql.sql("update person set user_id = null where id = ?").param(person).update();
        sql.sql("update person set email = user_id || '@ke-hoach.example.vn' where user_id in (?, ?)").params(district.board(), district.office()).update();
        fixture.changed();
        campaign = road.open(district, 2027);
        plan = sql.sql("select id from member_plan where campaign_id = ? and person_id = ?").params(campaign, person).query(Long.class).single();
    }

    @Test
    void boardOrOfficeWritesSupplementsAndNobodyElse() {
        requireForStaff("task_writePlan");
        PlanView draft = read(district.office());
        assertThat(draft.editable()).isTrue();
        LineView line = draft.lines().get(0);
        List<MemberPlans.Typed> typed = List.of(new MemberPlans.Typed(line.id(), line.cellId(), line.meetingAt(), "Công tác phát triển đảng viên", false));
        assertThatThrownBy(() -> road.as(district.leader(), () -> plans.save(plan, draft.version(), typed))).as("no other member").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> road.as(district.hosts().get(0), () -> plans.read(plan))).isInstanceOf(NotFound.class);
        road.as(district.office(), () -> plans.save(plan, draft.version(), typed));
        assertThatThrownBy(() -> road.as(district.board(), () -> plans.save(plan, draft.version(), typed))).as("a colleague has saved").isInstanceOf(StalePlan.class);
        road.complete(plan, "task_writePlan", district.office());
        assertThat(sql.sql("select actor from plan_event where plan_id = ? and kind = 'SENT'").param(plan).query(String.class).list())
                .as("in the name of who typed it").containsExactly(district.office());
        district.members().subList(0, 2).forEach(user -> road.complete(road.planOf(campaign, user), "task_writePlan", user));
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        road.as(district.board(), () -> board.comment(plan, version(), "Bổ sung nội dung quý II", List.of()));
        road.as(district.board(), () -> board.askForMore(plan, version(), district.board()));
        requireForStaff("task_supplementPlan");
        road.complete(plan, "task_supplementPlan", district.board());
        toForce();
        assertThat(sql.sql("select theme from plan_line where plan_id = ? and state = 'IN_FORCE' order by first_day limit 1").param(plan).query(String.class).single())
                .isEqualTo("Công tác phát triển đảng viên");
    }

    @Test
    void boardAndOfficeAreToldAtTheOpeningWhoHasNoAccount() {
        assertThat(sql.sql("select p.user_id from notice n join person p on p.id = n.person_id where n.campaign_id = ? and n.topic = 'WITHOUT_ACCOUNT'")
                .param(campaign).query(String.class).list()).containsExactlyInAnyOrder(district.board(), district.office());
        assertThat(road.as(district.board(), () -> views.read(campaign)).withoutAccount()).containsExactly("Nguyễn Văn Ủy Viên 3");
        assertThat(road.task(plan, "task_writePlan").getName()).isEqualTo("Xây dựng kế hoạch cá nhân năm 2027: đồng chí Nguyễn Văn Ủy Viên 3");
        road.complete(plan, "task_writePlan", district.office());
        assertThat(road.as(district.board(), () -> views.read(campaign)).withoutAccount()).as("it is sent").isEmpty();
    }

    @Test
    void whoJoinsWithoutAnAccountIsNamedToo() {
        sql.sql("delete from notice where campaign_id = ?").param(campaign).update();
        Long joined = fixture.personId(fixture.newMember(district));
        sql.sql("update person set user_id = null, full_name = 'Vi Văn Không Tài Khoản' where id = ?").param(joined).update();
        fixture.changed();
        assertThat(sql.sql("select count(*) from notice where campaign_id = ? and topic = 'WITHOUT_ACCOUNT'").param(campaign).query(Integer.class).single())
                .isEqualTo(2);
        assertThat(road.as(district.board(), () -> views.read(campaign)).withoutAccount()).containsExactly("Nguyễn Văn Ủy Viên 3", "Vi Văn Không Tài Khoản");
    }

    @Test
    void staffWhoTypeNothingAreRemindedAndTheRotationGoesOn() {
        road.due(PlanCases.MEMBER, plan, "timer_remindWriting");
        road.due(PlanCases.MEMBER, plan, "timer_writingLate");
        road.due(PlanCases.MEMBER, plan, "timer_urge");
        road.due(PlanCases.MEMBER, plan, "timer_urgeSkipped");
        road.due(PlanCases.MEMBER, plan, "timer_close");
        assertThat(sql.sql("select state from member_plan where id = ?").param(plan).query(String.class).single()).isEqualTo("NOT_SENT");
    }

    private void requireForStaff(String element) {
        Task task = road.task(plan, element);
        assertThat(task.getAssignee()).isNull();
        assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("organisationboard-" + district.code(), "office-" + district.code());
    }

    private void toForce() {
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        road.allHostsAgree(campaign, district);
        road.consolidate(campaign, district);
        road.agree(campaign, district);
    }

    private PlanView read(String user) {
        return road.as(user, () -> plans.read(plan));
    }

    private long version() {
        return sql.sql("select row_version from member_plan where id = ?").param(plan).query(Long.class).single();
    }
}
