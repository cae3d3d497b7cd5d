package vn.dusinhhoat.planning.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.CampaignProcess;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.Cases;

/** Starts the cases of plans and tells them what has happened; the business key is the id of campaign, plan or request. */
@Component
class PlanCases implements CampaignProcess {

    static final String CAMPAIGN = "annual-plan";
    static final String MEMBER = "annual-plan-member";
    static final String HOST = "host-agreement";

    private final Cases cases;

    PlanCases(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void beginCampaign(Long campaignId, String unitCode) {
        cases.startBy("annual-plan.begin", new Cases.NewCase(campaignId, unitCode));
    }

    @Override
    public void beginPlans(Collection<Long> planIds, String unitCode) {
        cases.startAll(MEMBER, planIds.stream().map(plan -> new Cases.NewCase(plan, unitCode)).toList());
    }

    @Override
    public void askHosts(List<HostCase> requests) {
        cases.startAll(HOST, requests.stream().map(request -> new Cases.NewCase(request.requestId(), request.hostCode())).toList());
    }

    @Override
    public void plansSent(Long campaignId) {
        tell(campaignId, "annual-plan.plans-sent");
    }

    @Override
    public void hostsAnswered(Long campaignId) {
        tell(campaignId, "annual-plan.hosts-answered");
    }

    @Override
    public void changesSettled(Long campaignId) {
        tell(campaignId, "annual-plan.changes-settled");
    }

    @Override
    public void campaignEnded(Long campaignId) {
        tell(campaignId, "annual-plan.ended");
    }

    @Override
    public void supplementAsked(Long planId) {
        tell(planId, "annual-plan-member.supplement");
    }

    @Override
    public void supplementClosed(Long planId) {
        tell(planId, "annual-plan-member.supplement-closed");
    }

    @Override
    public void changesProposed(Collection<Long> planIds) {
        cases.tellAll(planIds, "annual-plan-member.other-dates");
    }

    @Override
    public void settled(Collection<Long> planIds) {
        cases.tellAll(planIds, "annual-plan-member.settled");
    }

    @Override
    public void planEnded(Long planId) {
        tell(planId, "annual-plan-member.ended");
    }

    @Override
    public void requestEnded(Long requestId) {
        tell(requestId, "host-agreement.ended");
    }

    /** What waits for it no more is told nothing. */
    private void tell(Long id, String message) {
        cases.tell(id, message, Map.of());
    }

    /** @throws vn.dusinhhoat.platform.RuleViolation when the case was started without a campaign, plan or request */
    static Long id(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(), "Kế hoạch năm chỉ mở từ trang Kế hoạch năm hoặc theo lịch trên sơ đồ.");
    }
}
