package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import vn.dusinhhoat.platform.RuleViolation;

/** Who completes a task: its assignee, and nobody in the assignee's name. */
final class TaskActor {

    private TaskActor() {
    }

    /**
     * User id of the assignee.
     *
     * @throws RuleViolation when nobody has taken the task or another person completes it
     */
    static String of(DelegateTask task) {
        if (task.getAssignee() == null) {
            throw new RuleViolation("Việc này chưa có người nhận: bấm \"Nhận xử lý\" rồi thực hiện lại.");
        }
        Authentication caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (caller != null && !task.getAssignee().equals(caller.getUserId())) {
            throw new RuleViolation("Việc này đang do đồng chí khác xử lý: tải lại danh sách công việc.");
        }
        return task.getAssignee();
    }
}
