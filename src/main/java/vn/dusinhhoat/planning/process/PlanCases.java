package vn.dusinhhoat.planning.process;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
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
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.OwnerUnit;

/** Starts the cases of plans and tells them what has happened; the business key is the id of campaign, plan or request. */
@Component
class PlanCases implements CampaignProcess {

    static final String CAMPAIGN = "annual-plan";
    static final String MEMBER = "annual-plan-member";
    static final String HOST = "host-agreement";
    static final String WRITING = "task_writePlan";
    private static final String URGING = "task_urgePlan";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<EngineCommands> engine;
    private final Caller caller;

    PlanCases(ObjectProvider<RuntimeService> runtime, ObjectProvider<RepositoryService> repository, ObjectProvider<TaskService> tasks,
              ObjectProvider<EngineCommands> engine, Caller caller) {
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.engine = engine;
        this.caller = caller;
    }

    @Override
    public void beginCampaign(Long campaignId, String unitCode) {
        // In the name of the system: who opens a campaign may not start cases.
        caller.asSystem(() -> OwnerUnit.startFor(unitCode, () -> runtime.getObject().createMessageCorrelation("annual-plan.begin")
                .processInstanceBusinessKey(String.valueOf(campaignId)).correlateStartMessage()));
    }

    /** By the id of the diagram: asked for by its key, the engine would look for the latest one again for each case. */
    @Override
    public void beginPlans(Collection<Long> planIds, String unitCode) {
        caller.asSystem(() -> {
            String diagram = newest(MEMBER);
            engine.getObject().together(() -> planIds.forEach(plan -> OwnerUnit.startFor(unitCode,
                    () -> runtime.getObject().startProcessInstanceById(diagram, String.valueOf(plan)))));
            return null;
        });
    }

    @Override
    public void askHosts(List<HostCase> requests) {
        caller.asSystem(() -> {
            String diagram = newest(HOST);
            engine.getObject().together(() -> requests.forEach(request -> OwnerUnit.startFor(request.hostCode(),
                    () -> runtime.getObject().startProcessInstanceById(diagram, String.valueOf(request.requestId())))));
            return null;
        });
    }

    private String newest(String process) {
        return repository.getObject().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
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
        tellAll(planIds, "annual-plan-member.other-dates");
    }

    @Override
    public void settled(Collection<Long> planIds) {
        tellAll(planIds, "annual-plan-member.settled");
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

    private void tellAll(Collection<Long> ids, String message) {
        engine.getObject().together(() -> ids.forEach(id -> tell(id, message)));
    }

    /**
     * In the name of the system: who does a step has no right to the other cases. A case that waits for it no more, for
     * instance one that has ended meanwhile, is told nothing: what counts stands in the tables.
     */
    private void tell(Long id, String message) {
        caller.asSystem(() -> runtime.getObject().createMessageCorrelation(message).processInstanceBusinessKey(String.valueOf(id))
                .correlateAllWithResult());
    }

    /** @throws vn.dusinhhoat.platform.RuleViolation when the case was started without a campaign, plan or request */
    static Long id(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(), "Kế hoạch năm chỉ mở từ trang Kế hoạch năm hoặc theo lịch trên sơ đồ.");
    }
}
