package vn.dusinhhoat.organization.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.imports.ImportProcess;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.RuleViolation;

/** Cases of imports; the business key is the import's id. */
@Component
class OrganizationImportProcess implements ImportProcess {

    static final String KEY = "organization-import";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final Caller caller;

    OrganizationImportProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks, Caller caller) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.caller = caller;
    }

    @Override
    public void start(Long importId) {
        runtime.getObject().startProcessInstanceByKey(KEY, String.valueOf(importId));
    }

    @Override
    public Optional<String> openTask(Long importId) {
        return Optional.ofNullable(caller.asSystem(() -> tasks.getObject().createTaskQuery().processDefinitionKey(KEY)
                .processInstanceBusinessKey(String.valueOf(importId)).singleResult())).map(Task::getId);
    }

    /** @throws RuleViolation when the case was started without a file */
    static Long importId(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(),
                "Chưa có tệp: chọn tệp Excel trong biểu mẫu rồi bấm Tải lên và kiểm tra.");
    }
}
