package vn.dusinhhoat.attendance.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.ExtensionProcess;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.OwnerUnit;
import vn.dusinhhoat.platform.RuleViolation;

/** Cases of extensions; the business key is the extension's id. */
@Component
class LimitExtensionProcess implements ExtensionProcess {

    static final String KEY = "limit-extension";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final Caller caller;

    LimitExtensionProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks, Caller caller) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.caller = caller;
    }

    @Override
    public void start(Long extensionId, String ownerUnit) {
        OwnerUnit.startFor(ownerUnit, () -> runtime.getObject().startProcessInstanceByKey(KEY, String.valueOf(extensionId)));
    }

    @Override
    public Optional<String> openTask(Long extensionId) {
        return Optional.ofNullable(caller.asSystem(() -> tasks.getObject().createTaskQuery().processDefinitionKey(KEY)
                .processInstanceBusinessKey(String.valueOf(extensionId)).singleResult())).map(Task::getId);
    }

    /** @throws RuleViolation when the case was started without an extension */
    static Long extensionId(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(), "Chưa có nội dung gia hạn: ghi trong biểu mẫu rồi bấm Xem trước.");
    }
}
