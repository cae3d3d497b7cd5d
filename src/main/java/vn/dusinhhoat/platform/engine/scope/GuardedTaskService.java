package vn.dusinhhoat.platform.engine.scope;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import vn.dusinhhoat.platform.NotPermitted;

/**
 * What the engine's checks cannot see, because they are not told: for whom a task is taken and what comes with it. Only
 * requests of people are held to it, not our own code.
 */
final class GuardedTaskService extends TaskServiceImpl {

    private static final String FOR_ONESELF = "Đồng chí chỉ nhận việc cho chính mình: muốn chuyển việc cho đồng chí khác,"
            + " trả lại việc để đồng chí đó nhận.";
    private static final String GIVEN_IN_PERSON = "Việc này giao riêng cho đồng chí, không trả lại được: nếu không làm được,"
            + " báo ban tổ chức hoặc văn phòng cấp ủy.";
    private static final String BY_ITS_FORM = "Việc này chỉ hoàn thành bằng các nút của biểu mẫu: mở lại việc rồi bấm một"
            + " trong các nút đó.";
    private static final String FILES_IN_FORMS = "Tệp được đính kèm ngay trong biểu mẫu báo cáo, không đính kèm ở đây: mở"
            + " biểu mẫu rồi bấm \"Chọn tệp\".";

    private final Requests requests;
    private final FormVariables formVariables;

    GuardedTaskService(Requests requests, FormVariables formVariables) {
        this.requests = requests;
        this.formVariables = formVariables;
    }

    @Override
    public void claim(String taskId, String userId) {
        Optional<String> caller = requests.caller();
        if (caller.isPresent() && userId == null) {
            checkGivingBack(taskId);
        } else if (caller.isPresent() && !caller.get().equals(userId)) {
            throw new NotPermitted(FOR_ONESELF);
        }
        super.claim(taskId, userId);
    }

    /** Giving a task back is the assignee's right; the engine's REST says it as "assign to nobody". */
    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null && requests.caller().isPresent()) {
            claim(taskId, null);
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    /** Whoever may change a task otherwise: its limit only together with its timer. */
    @Override
    public void saveTask(Task task) {
        if (requests.caller().isPresent()) {
            checkLimitStays(task);
        }
        super.saveTask(task);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        check(taskId, variables);
        super.complete(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserialize) {
        check(taskId, variables);
        return super.completeWithVariablesInReturn(taskId, variables, deserialize);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        refuse(BY_ITS_FORM);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        refuse(BY_ITS_FORM);
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        refuse(BY_ITS_FORM);
        super.handleEscalation(taskId, escalationCode, variables);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
                                       String description, InputStream content) {
        refuse(FILES_IN_FORMS);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
                                       String description, String url) {
        refuse(FILES_IN_FORMS);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    /** A task without candidates would be nobody's for ever. */
    private void checkGivingBack(String taskId) {
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null && task.getCandidates().isEmpty()) {
                throw new NotPermitted(GIVEN_IN_PERSON);
            }
            return null;
        });
    }

    private void checkLimitStays(Task changed) {
        commandExecutor.execute(context -> {
            TaskEntity stored = context.getTaskManager().findTaskById(changed.getId());
            if (stored != null && !Objects.equals(stored.getDueDate(), changed.getDueDate())) {
                throw new NotPermitted(TaskRights.LIMITS_MOVE_TOGETHER);
            }
            return null;
        });
    }

    private void check(String taskId, Map<String, Object> variables) {
        if (requests.caller().isPresent()) {
            formVariables.check(taskId, variables);
        }
    }

    private void refuse(String sentence) {
        if (requests.caller().isPresent()) {
            throw new NotPermitted(sentence);
        }
    }
}
