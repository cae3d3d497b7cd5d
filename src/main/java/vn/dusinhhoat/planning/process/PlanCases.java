package vn.dusinhhoat.planning.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.CampaignProcess;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.Cases;

/** Starts the cases of plans and tells them what has happened; the business key is the id of campaign, plan or request. */
@Component
class PlanCases implements CampaignProcess {

    static final String CAMPAIGN = "annual-plan";
    static final String MEMBER = "annual-plan-member";
    static final String HOST = "host-agreement";
    static final String WRITING = "task_writePlan";
    private static final String URGING = "task_urgePlan";

    private final Cases cases;
    private final ObjectProvider<TaskService> tasks;
    private final Caller caller;

    PlanCases(Cases cases, ObjectProvider<TaskService> tasks, Caller caller) {
        this.cases = cases;
        this.tasks = tasks;
        this.caller = caller;
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

    /** Our own code has established the right to it: whoever had taken the task meanwhile has it no more. */
    @Override
    public boolean urged(PlanTask task, String actor, String note) {
        if (!task.element().equals(WRITING)) {
            return false;
        }
        return caller.asSystem(() -> {
            Task open = tasks.getObject().createTaskQuery().processDefinitionKey(MEMBER).processInstanceBusinessKey(String.valueOf(task.key()))
                    .taskDefinitionKey(URGING).singleResult();
            if (open == null) {
                return false;
            }
            tasks.getObject().setAssignee(open.getId(), actor);
            tasks.getObject().complete(open.getId(), Variables.createVariables().putValueTyped(PlanUrgingListener.NOTE, Variables.stringValue(note, true)));
            return true;
        });
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
