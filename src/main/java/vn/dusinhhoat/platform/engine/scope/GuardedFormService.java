package vn.dusinhhoat.platform.engine.scope;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** Forms bring only the variables that their task takes. */
final class GuardedFormService extends FormServiceImpl {

    private final Requests requests;
    private final FormVariables formVariables;

    GuardedFormService(Requests requests, FormVariables formVariables) {
        this.requests = requests;
        this.formVariables = formVariables;
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, Map<String, Object> properties) {
        checkStart(properties);
        return super.submitStartForm(definitionId, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> properties) {
        checkStart(properties);
        return super.submitStartForm(definitionId, businessKey, properties);
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        check(taskId, properties);
        super.submitTaskForm(taskId, properties);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserialize) {
        check(taskId, properties);
        return super.submitTaskFormWithVariablesInReturn(taskId, properties, deserialize);
    }

    private void check(String taskId, Map<String, Object> properties) {
        if (requests.caller().isPresent()) {
            formVariables.check(taskId, properties);
        }
    }

    private void checkStart(Map<String, Object> properties) {
        if (requests.caller().isPresent()) {
            FormVariables.checkStart(properties);
        }
    }
}
