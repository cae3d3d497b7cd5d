package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.planning.CampaignKind;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.platform.CallableFromModel;

/** A task of board or Thường trực appears: it is named after the year, and its limit is kept with the campaign. */
@Component("campaignTask")
@CallableFromModel
class CampaignTaskListener implements TaskListener {

    private final BoardSteps board;
    private final Opinions opinions;

    CampaignTaskListener(BoardSteps board, Opinions opinions) {
        this.board = board;
        this.opinions = opinions;
    }

    @Override
    public void notify(DelegateTask task) {
        Long campaign = PlanCases.id(task.getExecution());
        BoardSteps.Subject subject = board.subject(campaign);
        String year = " năm " + subject.year();
        boolean amendment = subject.kind() == CampaignKind.AMENDMENT;
        PlanTaskTitle.give(task, switch (task.getTaskDefinitionKey()) {
            case "task_checkPlans" -> amendment ? "Rà soát điều chỉnh kế hoạch" + year : "Rà soát kế hoạch" + year + " của các đồng chí cấp ủy viên";
            case "task_consolidatePlan" -> "Tổng hợp " + (amendment ? "điều chỉnh kế hoạch" : "kế hoạch chung") + year;
            case "task_giveOwnOpinion" -> "Cho ý kiến phần kế hoạch của đồng chí " + opinions.ownPart(campaign).member();
            default -> "Cho ý kiến " + (amendment ? "điều chỉnh kế hoạch" : "kế hoạch chung") + year;
        });
        // An opinion on an earlier version says nothing of this one.
        task.getExecution().removeVariable(PlanOpinionListener.OPINION);
        board.limit(campaign, task.getDueDate().toInstant());
    }
}
