package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.CampaignDocuments;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.CellChoices;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFigures;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.Choice;
import vn.dusinhhoat.planning.PlanViews.Figures;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.RequestView;
import vn.dusinhhoat.planning.Remark;
import vn.dusinhhoat.planning.StalePlan;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;

/** What each sees of a plan: the member their own, hosts their cells, planners all; and what is said beside a line. */
class PlanScopeTest extends PlanTest {

    @Autowired
    private PlanTasks planTasks;
    @Autowired
    private CellChoices choices;
    @Autowired
    private CampaignViews views;
    @Autowired
    private PlanFigures figures;
    @Autowired
    private CampaignDocuments documents;
    @Autowired
    private TaskService tasks;

    private District district;
    private String third;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        third = district.members().get(2);
        sql.sql("insert into area_attribute (unit_id, kind, weight, valid_from) values (?, 'BORDER', 5, date '2025-07-01')")
                .param(fixture.cellId(district.communes().get(0) + "-2")).update();
    }

    @Test
    void noHostSeesWhatIsAskedOfAnother() {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        List<Long> requests = road.requests(campaign);
        for (Long own : requests) {
            String host = road.hostOf(own, district);
            Long other = requests.stream().filter(each -> !each.equals(own)).findFirst().orElseThrow();
            RequestView view = road.as(host, () -> agreements.read(own));
            assertThat(view.lines()).isNotEmpty().allSatisfy(line -> assertThat(line.visitor()).startsWith("Nguyễn Văn Ủy Viên"));
            assertThat(view.from()).startsWith("Huyện ủy Kế Hoạch");
            assertThatThrownBy(() -> road.as(host, () -> agreements.read(other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> road.as(host, () -> agreements.save(other, 0, List.of()))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> road.as(host, () -> views.read(campaign))).isInstanceOf(NotFound.class);
            Task foreign = road.task(other, "task_giveHostOpinion");
            assertThat(road.as(host, () -> tasks.createTaskQuery().taskDefinitionKey("task_giveHostOpinion").listPage(0, 50))).extracting(Task::getId)
                    .containsExactly(road.task(own, "task_giveHostOpinion").getId());
            assertThat(road.as(host, () -> planTasks.ofCaller(foreign.getId()))).isEqualTo(Optional.empty());
        }
    }

    @Test
    void everyTaskIsSeenByWhomItIsFor() {
        Long campaign = road.open(district, 2027);
        for (String member : district.members()) {
            Task own = road.task(road.planOf(campaign, member), "task_writePlan");
            assertThat(road.as(member, () -> tasks.createTaskQuery().taskId(own.getId()).count())).isEqualTo(1);
            assertThat(road.as(member, () -> planTasks.ofCaller(own.getId())).orElseThrow().plan()).isEqualTo(road.planOf(campaign, member));
        }
        assertThatThrownBy(() -> road.as(third, () -> plans.read(road.planOf(campaign, district.leader())))).isInstanceOf(NotFound.class);
        assertThat(road.as(third, plans::mine)).singleElement().satisfies(plan -> assertThat(plan.lines()).isEqualTo(4));
        road.toCheck(campaign, district);
        Task check = road.task(campaign, "task_checkPlans");
        for (String staff : List.of(district.board(), district.office())) {
            assertThat(road.as(staff, () -> tasks.createTaskQuery().taskId(check.getId()).count())).isEqualTo(1);
        }
        assertThat(road.as(third, () -> tasks.createTaskQuery().taskId(check.getId()).count())).isZero();
        assertThat(road.as(district.board(), () -> views.plans(campaign, null, 0)).items()).hasSize(3)
                .allSatisfy(plan -> assertThat(plan.lines()).hasSize(4));
        assertThatThrownBy(() -> road.as(third, () -> views.lines(campaign, CampaignViews.Order.MONTH, 0))).as("not before it is in force")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void membersReadThePlanInForceWithoutAttributesOfAreas() {
        Long campaign = road.inForce(district, 2027);
        assertThat(road.as(district.board(), () -> views.lines(campaign, CampaignViews.Order.AREA, 0)).items()).hasSize(12)
                .anySatisfy(line -> assertThat(line.specialLabel()).isEqualTo("Biên giới"));
        assertThat(road.as(third, () -> views.lines(campaign, CampaignViews.Order.MEMBER, 0)).items()).hasSize(12)
                .allSatisfy(line -> assertThat(line.special()).isFalse());
        CampaignDocuments.Content planners = road.as(district.leader(), () -> documents.of(campaign));
        assertThat(planners.visits()).hasSize(12);
        assertThat(planners.cells()).hasSize(6).anySatisfy(cell -> assertThat(cell.special()).isTrue());
        assertThat(planners.issuer().superior()).startsWith("Tỉnh ủy");
        assertThat(road.as(third, () -> documents.of(campaign)).cells()).noneMatch(cell -> cell.special());
        Figures proof = road.as(district.board(), () -> figures.of(campaign));
        assertThat(proof.special().cells()).isEqualTo(1);
        assertThat((double) proof.special().visits() / proof.special().cells()).as("more often")
                .isGreaterThanOrEqualTo((double) proof.others().visits() / proof.others().cells());
        assertThat(proof.special().firstMonth()).as("and first").isEqualTo("2027-01");
        assertThat(proof.members()).hasSize(3).allSatisfy(count -> assertThat(count.visits()).isEqualTo(4));
        assertThat(proof.months()).hasSize(12);
    }

    @Test
    void whatBreaksARuleIsSaidBesideTheLineAndKeepsThePlanFromBeingSent() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, third);
        PlanView draft = road.as(third, () -> plans.read(plan));
        Long line = draft.lines().get(0).id();
        Long home = sql.sql("select home_cell_id from person where user_id = ?").param(third).query(Long.class).single();
        assertThatThrownBy(() -> road.as(third, () -> save(plan, draft.version(), line, home, draft.lines().get(0).meetingAt())))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("không có trong danh sách");
        PlanView empty = road.as(third, () -> save(plan, draft.version(), line, null, null));
        assertThat(empty.lines().get(0).remarks()).extracting(Remark::kind).contains(Remark.Kind.FAULT);
        assertThatThrownBy(() -> road.as(third, () -> save(plan, draft.version(), line, null, null))).isInstanceOf(StalePlan.class);
        assertThatThrownBy(() -> road.complete(plan, "task_writePlan", third)).hasMessageContaining("quý I/2027").hasMessageContaining("Chưa chọn chi bộ");
        Long cell = fixture.cellId(district.communes().get(1) + "-1");
        PlanView outside = road.as(third, () -> save(plan, empty.version(), line, cell, LocalDateTime.of(2027, 5, 5, 19, 30)));
        assertThat(outside.lines().get(0).remarks()).extracting(Remark::text).anyMatch(text -> text.contains("ngoài quý I/2027"));
        PlanView unusual = road.as(third, () -> save(plan, outside.version(), line, cell, LocalDateTime.of(2027, 2, 18, 19, 30)));
        assertThat(unusual.lines().get(0).remarks()).allSatisfy(remark -> assertThat(remark.kind()).isEqualTo(Remark.Kind.COST))
                .extracting(Remark::text).anyMatch(text -> text.contains("thường sinh hoạt"));
        PlanView proposed = road.as(third, () -> plans.propose(plan, unusual.version(), true));
        assertThat(proposed.lines()).allSatisfy(each -> assertThat(each.why()).startsWith("Gợi ý"));
    }

    @Test
    void cellsToChooseFromBeginWithSpecialAreas() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, third);
        Long line = road.as(third, () -> plans.read(plan)).lines().get(0).id();
        Page<Choice> all = road.as(third, () -> choices.of(plan, line, "", 0));
        assertThat(all.items()).hasSize(6);
        assertThat(all.items().get(0).specialLabel()).isEqualTo("Biên giới");
        List<Choice> found = road.as(third, () -> choices.of(plan, line, "xom thu 3", 0)).items();
        // Names of communes carry numbers too.
        assertThat(found).allSatisfy(choice -> assertThat(choice.cell() + " " + choice.commune()).contains("3"))
                .filteredOn(choice -> choice.cell().equals("xóm Thử 3")).hasSize(2);
        assertThat(road.as(third, () -> choices.of(plan, line, "khong co xom nay", 0)).items()).isEmpty();
        assertThatThrownBy(() -> road.as(district.leader(), () -> choices.of(plan, line, "", 0))).isInstanceOf(NotFound.class);
    }

    private PlanView save(Long plan, long version, Long line, Long cell, LocalDateTime at) {
        return plans.save(plan, version, List.of(new MemberPlans.Typed(line, cell, at, null, false)));
    }
}
