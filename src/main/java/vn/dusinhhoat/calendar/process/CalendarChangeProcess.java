package vn.dusinhhoat.calendar.process;

import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.ChangeProcess;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.CaseKey;
import vn.dusinhhoat.platform.RuleViolation;

/** Cases of changes of the calendar; the business key is the change's id. */
@Component
class CalendarChangeProcess implements ChangeProcess {

    static final String KEY = "calendar-change";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<Caller> caller;

    CalendarChangeProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks, ObjectProvider<Caller> caller) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.caller = caller;
    }

    @Override
    public void start(Long changeId) {
        runtime.getObject().startProcessInstanceByKey(KEY, String.valueOf(changeId));
    }

    @Override
    public Optional<String> openTask(Long changeId) {
        return Optional.ofNullable(caller.getObject().asSystem(() -> tasks.getObject().createTaskQuery().processDefinitionKey(KEY)
                .processInstanceBusinessKey(String.valueOf(changeId)).singleResult())).map(Task::getId);
    }

    /** @throws RuleViolation when the case was started without a change */
    static Long changeId(DelegateExecution execution) {
        return CaseKey.id(execution.getProcessBusinessKey(),
                "Chưa có ngày nào thay đổi: sửa các ngày trong biểu mẫu rồi bấm Xem trước.");
    }
}
