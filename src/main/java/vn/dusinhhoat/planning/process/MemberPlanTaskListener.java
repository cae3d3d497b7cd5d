package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.CampaignKind;
import vn.dusinhhoat.planning.PlanSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** A member's task appears: it is named after the year, and its limit is kept with the plan. */
@Component("memberPlanTask")
@CallableFromModel
class MemberPlanTaskListener implements TaskListener {

    private final PlanSteps steps;

    MemberPlanTaskListener(PlanSteps steps) {
        this.steps = steps;
    }

    @Override
    public void notify(DelegateTask task) {
        Long plan = PlanCases.id(task.getExecution());
        PlanSteps.Subject subject = steps.subject(plan);
        String whose = subject.typedByStaff() ? ": đồng chí " + subject.member() : "";
        PlanTaskTitle.give(task, switch (task.getTaskDefinitionKey()) {
            case "task_supplementPlan" -> "Bổ sung kế hoạch cá nhân năm " + subject.year();
            case "task_revisePlan" -> "Hoàn thiện kế hoạch theo ý kiến, năm " + subject.year();
            default -> (subject.kind() == CampaignKind.AMENDMENT ? "Điều chỉnh kế hoạch năm " : "Xây dựng kế hoạch cá nhân năm ") + subject.year();
        } + whose);
        steps.limit(plan, task.getDueDate().toInstant());
    }
}
