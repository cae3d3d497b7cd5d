package vn.dusinhhoat.platform.engine.scope;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ListableBeanFactory;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TakesFromForm;

/** Which variables may come with the completion of a task: those its completing listeners say they take, as text. */
final class FormVariables {

    private static final String STRANGE = "Biểu mẫu gửi kèm dữ liệu mà việc này không nhận (%s), việc chưa được ghi:"
            + " tải lại trang, mở lại việc rồi bấm nút của biểu mẫu.";
    private static final int LONGEST_NAME_SHOWN = 40;
    private static final int LONGEST_VALUE = 100;

    private final ProcessEngineConfigurationImpl configuration;
    private final ListableBeanFactory beans;

    FormVariables(ProcessEngineConfigurationImpl configuration, ListableBeanFactory beans) {
        this.configuration = configuration;
        this.beans = beans;
    }

    /**
     * Checks what comes with a completion.
     *
     * @throws RuleViolation naming the first variable that is unknown or no short text
     */
    void check(String taskId, Map<String, Object> variables) {
        if (variables == null || variables.isEmpty()) {
            return;
        }
        Set<String> taken = takenBy(taskId);
        if (taken == null) {
            return;
        }
        for (String name : variables.keySet()) {
            if (!taken.contains(name) || !isShortText(variables, name)) {
                throw strange(name);
            }
        }
    }

    private static boolean isShortText(Map<String, Object> variables, String name) {
        // Asked for its plain value, a map of typed values would read an object back from its serialized form.
        if (variables instanceof VariableMap typed) {
            TypedValue value = typed.getValueTyped(name);
            return value == null || value.getType() == ValueType.NULL
                    || (value.getType() == null || value instanceof StringValue)
                    && value.getValue() instanceof String text && isShort(text);
        }
        Object value = variables.get(name);
        return value == null || value instanceof String text && isShort(text);
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_VALUE;
    }

    /** Cases start with no variables from outside at all. */
    static void checkStart(Map<String, Object> variables) {
        if (variables != null && !variables.isEmpty()) {
            throw strange(variables.keySet().iterator().next());
        }
    }

    private static RuleViolation strange(String name) {
        return new RuleViolation(STRANGE.formatted(name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN)));
    }

    /** Null for a task that does not exist: the command itself says so. */
    private Set<String> takenBy(String taskId) {
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                return null;
            }
            Set<String> taken = new HashSet<>();
            TaskDefinition definition = task.getTaskDefinition();
            if (definition != null) {
                definition.getTaskListenersForEvent(TaskListener.EVENTNAME_COMPLETE).forEach(listener -> add(taken, listener));
            }
            return taken;
        });
    }

    private void add(Set<String> taken, TaskListener listener) {
        if (listener instanceof DelegateExpressionTaskListener named) {
            String bean = named.getExpressionText().replaceAll("[${} ]", "");
            TakesFromForm takes = beans.containsBean(bean) ? beans.findAnnotationOnBean(bean, TakesFromForm.class) : null;
            if (takes != null) {
                taken.addAll(Set.of(takes.value()));
            }
        }
    }
}
