package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.testing.PassedElements;

/** No element and no flow of the diagrams of annual plans that no case can pass; timers run whatever their time. */
class EveryPlanElementTest extends PlanTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private HistoryService history;

    @BeforeEach
    void begin() {
        nextDistrict(4);
    }

    @Test
    void everyElementAndEveryFlowIsPassed() {
        District first = districts.get(0);
        road.yearlyDay();
        Long campaign = sql.sql("select id from plan_campaign where unit_id = ?").param(first.id()).query(Long.class).single();
        road.job(PlanCases.CAMPAIGN, campaign, "service_preparePlans");
        ladderOfWriting(campaign, first);
        ladderOfTheBoard(campaign, first);
        ladderOfHostAndMember(campaign, first);
        ladderOfThuongTruc(campaign, first);
        amendedWithOtherDate(campaign, first);
        withoutOpinionOnTheWhole(nextDistrict(3));
        withoutOpinionOnOwnPart(nextDistrict(3));
        givenUp(nextDistrict(3));
        PassedElements elements = new PassedElements(repository, history);
        assertThat(elements.missed("annual-plan-yearly", cases("annual-plan-yearly"))).isEmpty();
        assertThat(elements.missed(PlanCases.CAMPAIGN, ofDistricts(PlanCases.CAMPAIGN))).isEmpty();
        assertThat(elements.missed(PlanCases.MEMBER, ofDistricts(PlanCases.MEMBER))).isEmpty();
        assertThat(elements.missed(PlanCases.HOST, ofDistricts(PlanCases.HOST))).isEmpty();
    }

    /** The third never sends, the fourth and the leaders late. */
    private void ladderOfWriting(Long campaign, District district) {
        Long third = road.planOf(campaign, district.members().get(2));
        Long fourth = road.planOf(campaign, district.members().get(3));
        Long leaders = road.planOf(campaign, district.leader());
        road.job(PlanCases.MEMBER, third, "timer_remindWriting");
        List.of(third, fourth, leaders).forEach(plan -> {
            road.job(PlanCases.MEMBER, plan, "timer_writingLate");
            road.job(PlanCases.MEMBER, plan, "timer_urge");
        });
        road.complete(third, "task_urgePlan", district.office());
        road.job(PlanCases.MEMBER, fourth, "timer_urgeSkipped");
        road.job(PlanCases.MEMBER, third, "timer_close");
        road.complete(fourth, "task_writePlan", district.members().get(3));
        road.complete(leaders, "task_writePlan", district.leader());
        road.complete(road.planOf(campaign, district.otherLeader()), "task_writePlan", district.otherLeader());
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
    }

    /** Three supplements: sent late, never sent, and given up with the time of the board. */
    private void ladderOfTheBoard(Long campaign, District district) {
        String fourth = district.members().get(3);
        Long plan = road.planOf(campaign, fourth);
        askForMore(plan, district);
        road.job(PlanCases.MEMBER, plan, "timer_supplementLate");
        road.complete(plan, "task_supplementPlan", fourth);
        askForMore(plan, district);
        road.job(PlanCases.MEMBER, plan, "timer_supplementClosed");
        askForMore(plan, district);
        road.job(PlanCases.CAMPAIGN, campaign, "timer_remindCheck");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_checkLate");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_checkClosed");
        road.askHosts(campaign);
    }

    private void askForMore(Long plan, District district) {
        comment(plan, district, "Bổ sung nội dung dự kiến");
        ask(plan, district);
    }

    private void ladderOfHostAndMember(Long campaign, District district) {
        List<Long> requests = road.requests(campaign);
        Long plan = planOf(proposeOtherDate(requests.get(0), district).id());
        road.job(PlanCases.HOST, requests.get(1), "timer_remindHost");
        road.job(PlanCases.HOST, requests.get(1), "timer_hostSilent");
        road.job(PlanCases.CAMPAIGN, campaign, "service_returnChanges");
        road.job(PlanCases.MEMBER, plan, "timer_remindRevision");
        road.job(PlanCases.MEMBER, plan, "timer_revisionClosed");
    }

    /** @return the last line of the request, for which the host proposes the next day */
    private RequestLine proposeOtherDate(Long request, District district) {
        RequestLine line = asked(request, district).lines().stream().max(Comparator.comparing(RequestLine::meetingAt)).orElseThrow();
        proposeNextDay(request, line, district);
        return line;
    }

    private void ladderOfThuongTruc(Long campaign, District district) {
        road.job(PlanCases.CAMPAIGN, campaign, "timer_remindConsolidation");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_consolidationLate");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_consolidationClosed");
        road.job(PlanCases.CAMPAIGN, campaign, "service_submitPlan");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_remindOpinion");
        road.job(PlanCases.CAMPAIGN, campaign, "timer_opinionLate");
        note(campaign, district, "Ưu tiên xóm mới sáp nhập.");
        road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST);
        againToOpinion(campaign, district);
        road.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        road.job(PlanCases.CAMPAIGN, campaign, "timer_ownOpinionLate");
        note(campaign, district, "Ưu tiên xóm mới sáp nhập.");
        road.complete(campaign, "task_giveOwnOpinion", district.otherLeader(), TO_ADJUST);
        againToOpinion(campaign, district);
        road.agree(campaign, district);
    }

    /** Nothing has changed: nobody is asked. */
    private void againToOpinion(Long campaign, District district) {
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        if (!road.requests(campaign).isEmpty()) {
            road.allHostsAgree(campaign, district);
        }
        road.consolidate(campaign, district);
    }

    private void amendedWithOtherDate(Long campaign, District district) {
        String fourth = district.members().get(3);
        Long plan = road.planOf(campaign, fourth);
        Long amended = amend(plan, fourth, List.of(read(plan, fourth).lines().get(3).id()), "Đi công tác");
        amendmentToHosts(amended, fourth, district);
        proposeOtherDate(road.requests(amended).get(0), district);
        road.job(PlanCases.CAMPAIGN, amended, "service_returnChanges");
        road.complete(road.planOf(amended, fourth), "task_revisePlan", fourth);
        amendmentToForce(amended, district);
    }

    private void withoutOpinionOnTheWhole(District district) {
        Long campaign = road.open(district, 2027);
        road.toOpinion(campaign, district);
        road.job(PlanCases.CAMPAIGN, campaign, "timer_opinionClosed");
    }

    private void withoutOpinionOnOwnPart(District district) {
        Long campaign = road.open(district, 2027);
        road.toOpinion(campaign, district);
        road.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        road.job(PlanCases.CAMPAIGN, campaign, "timer_ownOpinionClosed");
    }

    private void givenUp(District district) {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        giveUp(campaign, district);
    }

    private List<HistoricProcessInstance> cases(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).list();
    }

    private List<HistoricProcessInstance> ofDistricts(String process) {
        return cases(process).stream().filter(each -> districts.stream().anyMatch(district ->
                district.code().equals(each.getTenantId()) || district.communes().contains(each.getTenantId()))).toList();
    }
}
