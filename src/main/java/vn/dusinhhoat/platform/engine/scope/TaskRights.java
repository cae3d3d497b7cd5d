package vn.dusinhhoat.platform.engine.scope;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.DirectFieldAccessor;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.OwnerUnit;

/**
 * The rule of the task list for each single task: assignee and candidates read it, the assignee alone works on it, a
 * candidate takes it while it is nobody's. What changes a task from outside needs a right that administrators have.
 */
final class TaskRights extends AuthorizationCommandChecker {

    private static final String GONE_ON = "ENGINE-03005 The case of task '%s' has gone on meanwhile.";
    static final String TAKE_IT_FIRST = "Việc này chưa có người nhận: bấm \"Nhận xử lý\" rồi thực hiện lại.";
    static final String ANOTHER_HAS_IT = "Việc này đang do đồng chí khác xử lý: tải lại danh sách công việc.";
    private static final String NOT_FROM_OUTSIDE = "Hạn, người nhận và dữ liệu của việc không sửa trực tiếp được: cần gia"
            + " hạn hoặc giao lại thì báo ban tổ chức, văn phòng cấp ủy.";
    static final String LIMITS_MOVE_TOGETHER = "Hạn không sửa riêng ở đây được, việc và đồng hồ của hạn sẽ lệch nhau: mở"
            + " \"Theo dõi, đôn đốc\", chọn việc rồi bấm \"Gia hạn\".";
    private static final String BY_FORM_ONLY = "Quy trình này chỉ bắt đầu bằng biểu mẫu của nó: mở Tasklist, bấm"
            + " \"Bắt đầu quy trình\" rồi điền biểu mẫu.";

    @Override
    public void checkReadTask(TaskEntity task) {
        if (!isOwn(task)) {
            super.checkReadTask(task);
            manager().requireTaskInSight(task.getId());
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        if (!isOwn(task)) {
            super.checkReadTaskVariable(task);
        }
    }

    @Override
    public void checkReadProcessInstance(String instanceId) {
        super.checkReadProcessInstance(instanceId);
        manager().requireCaseInSight(instanceId);
    }

    @Override
    public void checkReadProcessInstance(ExecutionEntity execution) {
        super.checkReadProcessInstance(execution);
        manager().requireCaseInSight(execution.getProcessInstanceId());
    }

    @Override
    public void checkReadJob(JobEntity job) {
        super.checkReadJob(job);
        if (job.getProcessInstanceId() != null) {
            manager().requireCaseInSight(job.getProcessInstanceId());
        }
    }

    /** A limit is in three places, which only "Gia hạn" moves together: not even an administrator moves one of them. */
    @Override
    public void checkUpdateJob(JobEntity job) {
        super.checkUpdateJob(job);
        if (manager().checksNow() && (command() instanceof SetJobDuedateCmd || command() instanceof RecalculateJobDuedateCmd)) {
            throw new NotPermitted(LIMITS_MOVE_TOGETHER);
        }
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        super.checkUpdateRetriesJob(job);
        refuseAnotherTime();
    }

    @Override
    public void checkUpdateRetriesProcessInstanceByProcessDefinitionId(String definitionId) {
        super.checkUpdateRetriesProcessInstanceByProcessDefinitionId(definitionId);
        refuseAnotherTime();
    }

    @Override
    public void checkCreateBatch(Permission permission) {
        super.checkCreateBatch(permission);
        refuseAnotherTime();
    }

    /** Trying again, one job or many, is an administrator's; at another time is moving a limit. */
    private void refuseAnotherTime() {
        boolean triesAgain = command() instanceof SetJobRetriesCmd || command() instanceof AbstractSetJobsRetriesBatchCmd;
        if (triesAgain && manager().checksNow() && Boolean.TRUE.equals(new DirectFieldAccessor(command()).getPropertyValue("isDueDateSet"))) {
            throw new NotPermitted(LIMITS_MOVE_TOGETHER);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (task.getExecutionId() != null && task.getExecution() == null) {
            // Another request has completed it between reading the task and its case.
            throw new OptimisticLockingException(GONE_ON.formatted(task.getId()));
        }
        if (!manager().checksNow()) {
            return;
        }
        checkReadTask(task);
        String caller = caller().getUserId();
        if (caller.equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw new NotPermitted(ANOTHER_HAS_IT);
        }
        if (!(command() instanceof ClaimTaskCmd)) {
            throw new NotPermitted(TAKE_IT_FIRST);
        }
        if (!isOwn(task)) {
            super.checkTaskWork(task);
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        sayingWhy(task, () -> super.checkTaskAssign(task));
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        sayingWhy(task, () -> super.checkUpdateTaskVariable(task));
    }

    /** To who has the task it is no secret: a plain reason instead of "not found". */
    private void sayingWhy(TaskEntity task, Runnable check) {
        try {
            check.run();
        } catch (AuthorizationException refused) {
            if (isOwn(task)) {
                throw new NotPermitted(NOT_FROM_OUTSIDE);
            }
            throw refused;
        }
    }

    /**
     * People start a case with its form only: our own code behind it says who may, for which unit, and what the case is
     * about.
     */
    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        super.checkCreateProcessInstance(definition);
        if (manager().checksNow() && OwnerUnit.current().isEmpty() && !(command() instanceof SubmitStartFormCmd)
                && !manager().isAdministrator()) {
            throw new NotPermitted(BY_FORM_ONLY);
        }
    }

    private boolean isOwn(TaskEntity task) {
        if (!manager().checksNow()) {
            return false;
        }
        Authentication caller = caller();
        return caller.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream().anyMatch(link -> isLinkOf(link, caller));
    }

    private static boolean isLinkOf(IdentityLink link, Authentication caller) {
        List<String> groups = caller.getGroupIds() == null ? List.of() : caller.getGroupIds();
        return IdentityLinkType.CANDIDATE.equals(link.getType())
                && (caller.getUserId().equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    private static Authentication caller() {
        return Context.getCommandContext().getAuthentication();
    }

    private static Object command() {
        CommandInvocationContext invocation = Context.getCommandInvocationContext();
        return invocation == null ? null : invocation.getCommand();
    }

    private static ScopedAuthorizationManager manager() {
        return (ScopedAuthorizationManager) Context.getCommandContext().getAuthorizationManager();
    }
}
