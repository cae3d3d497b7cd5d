package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.PlannedVisits;
import vn.dusinhhoat.planning.CampaignDocuments;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanFigures;
import vn.dusinhhoat.planning.PlanViews.Count;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;

/** A plan is given up, and lines in force are moved and taken back on the same road, for the lines concerned only. */
class PlanAmendmentTest extends PlanTest {

    @Autowired
    private PlannedVisits plannedVisits;
    @Autowired
    private CampaignViews views;
    @Autowired
    private PlanFigures figures;
    @Autowired
    private CampaignDocuments documents;

    private District district;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
    }

    @Test
    void aCampaignIsGivenUp() {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        List<Long> requests = road.requests(campaign);
        giveUp(campaign, district);
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).contains("end_campaignEnded");
        assertThat(road.passed(PlanCases.HOST, requests.get(0))).contains("end_requestEnded");
        Long plan = road.planOf(campaign, district.leader());
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("end_memberEnded");
        assertThat(road.open(district, 2027)).as("and begun anew").isNotEqualTo(campaign);
    }

    @Test
    void linesInForceAreAmendedOnTheSameRoad() {
        Long first = road.inForce(district, 2027);
        String member = district.members().get(2);
        Long plan = road.planOf(first, member);
        PlanView view = read(plan, member);
        LineView moved = view.lines().get(1);
        LineView withdrawn = view.lines().get(2);
        int visits = asBoard(() -> views.read(first)).lines();
        assertThatThrownBy(() -> road.as(member, () -> amendments.amend(plan, List.of(moved.id()), " ", member))).hasMessageContaining("lý do");
        Long amended = amend(plan, member, List.of(moved.id(), withdrawn.id()), "Đi công tác dài ngày");
        assertThatThrownBy(() -> road.as(member, () -> amendments.amend(plan, List.of(moved.id()), "Lần nữa", member))).hasMessageContaining("đang được điều chỉnh");
        Long change = road.planOf(amended, member);
        assertThat(road.task(change, "task_writePlan").getName()).isEqualTo("Điều chỉnh kế hoạch năm 2027");
        PlanView draft = read(change, member);
        LocalDateTime other = draft.lines().get(0).meetings().stream().filter(day -> !day.equals(moved.meetingAt())).findFirst().orElseThrow();
        road.as(member, () -> plans.save(change, draft.version(), List.of(
                new MemberPlans.Typed(draft.lines().get(0).id(), moved.cellId(), other, null, false),
                new MemberPlans.Typed(draft.lines().get(1).id(), withdrawn.cellId(), withdrawn.meetingAt(), null, true))));
        amendmentToHosts(amended, member, district);
        assertThat(road.requests(amended)).as("only about what is moved").hasSize(1);
        road.allHostsAgree(amended, district);
        amendmentToForce(amended, district);
        assertThat(lineState(moved.id())).isEqualTo("REPLACED");
        assertThat(lineState(withdrawn.id())).isEqualTo("REPLACED");
        Long person = fixture.personId(member);
        assertThat(planned(4, person).get(person).meetingAt()).isEqualTo(other);
        assertThat(planned(7, person).get(person)).as("left to the rotation").isEqualTo(PlannedVisits.PlannedVisit.WITHDRAWN);
        assertThat(asBoard(() -> views.read(first)).lines()).as("one was moved, one taken back").isEqualTo(visits - 1);
        assertThat(asBoard(() -> views.lines(first, CampaignViews.Order.MONTH, 0)).items()).hasSize(visits - 1)
                .anySatisfy(line -> assertThat(line.meetingAt()).isEqualTo(other)).noneMatch(line -> line.id().equals(moved.id()));
        assertThat(asBoard(() -> figures.of(first)).months()).extracting(Count::visits).satisfies(months ->
                assertThat(months.stream().mapToInt(Integer::intValue).sum()).isEqualTo(visits - 1));
        assertThat(asBoard(() -> documents.of(first)).visits()).hasSize(visits - 1).anyMatch(visit -> visit.meetingAt().equals(other));
        assertThat(asBoard(() -> views.lines(amended, CampaignViews.Order.MONTH, 0)).items()).as("the amendment alone").hasSize(1);
    }

    private <T> T asBoard(Supplier<T> looked) {
        return road.as(district.board(), looked);
    }

    private Map<Long, PlannedVisits.PlannedVisit> planned(int month, Long person) {
        return plannedVisits.in(new Period(Cadence.QUARTERLY, YearMonth.of(2027, month)), List.of(person));
    }
}
