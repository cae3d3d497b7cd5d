package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.process.DeadlineExpressions;
import vn.dusinhhoat.testing.ApplicationTest;

@ApplicationTest
class EngineSetupTest {

    private static final String HEAD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            """;

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;

    @Test
    void anErrorNobodyCatchesIsAnExceptionNotASilentEnd() {
        deploy("loi-khong-ai-bat", """
                <error id="error_loi" name="Lỗi" errorCode="loi"/>
                <process id="loi-khong-ai-bat" name="Lỗi" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:versionTag="1.0.0">
                  <startEvent id="start_s" name="Bắt đầu"/><sequenceFlow id="flow_f" sourceRef="start_s" targetRef="end_e"/>
                  <endEvent id="end_e" name="Lỗi"><errorEventDefinition id="d" errorRef="error_loi"/></endEvent>
                </process>
                <bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="pl" bpmnElement="loi-khong-ai-bat">
                  <bpmndi:BPMNShape id="a" bpmnElement="start_s"><dc:Bounds x="1" y="1" width="9" height="9"/></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="b" bpmnElement="end_e"><dc:Bounds x="1" y="1" width="9" height="9"/></bpmndi:BPMNShape>
                </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>""");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("loi-khong-ai-bat"))
                .isInstanceOf(ProcessEngineException.class);
    }

    /** The gate refuses such expressions; here what happens if one came in all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "environment", "organization", "runtimeService", "jdbcClient"})
    void diagramsReachOnlyMarkedBeans(String bean) {
        assertThatThrownBy(() -> evaluate("${" + bean + ".toString()}", mock(VariableScope.class)))
                .hasMessageContaining("Unknown property used in expression");
    }

    @Test
    void noVariableStandsInThePlaceOfABean() {
        VariableScope scope = mock(VariableScope.class);
        when(scope.hasVariable("deadline")).thenReturn(true);
        when(scope.getVariable("deadline")).thenReturn("kẻ mạo danh");
        assertThat(evaluate("${deadline}", scope)).isInstanceOf(DeadlineExpressions.class);
        when(scope.hasVariable("reported")).thenReturn(true);
        when(scope.getVariable("reported")).thenReturn(true);
        assertThat(evaluate("${reported}", scope)).isEqualTo(true);
    }

    private Object evaluate(String expression, VariableScope scope) {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context ->
                configuration.getExpressionManager().createExpression(expression).getValue(scope));
    }

    @Test
    void javaSerializedVariablesAreRefused() {
        Task task = tasks.newTask();
        tasks.saveTask(task);
        assertThatThrownBy(() -> tasks.setVariable(task.getId(), "x", Variables.serializedObjectValue("rO0ABXA=")
                .serializationDataFormat(Variables.SerializationDataFormats.JAVA).objectTypeName("java.util.ArrayList").create()))
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("serialization");
    }

    /** Without them each look for due jobs reads all waiting ones. */
    @Test
    void jobIndexesExist() {
        assertThat(sql.sql("select indexname from pg_indexes where tablename = 'act_ru_job'").query(String.class).list())
                .contains("ix_job_due", "ix_job_locked");
    }

    @Test
    void historyIsFullFromTheFirstStart() {
        assertThat(management.getProperties()).containsEntry("historyLevel", "3");
        assertThat(sql.sql("select version_ from act_ge_schema_log").query(String.class).list()).containsExactly("7.24.0");
    }

    private void deploy(String id, String process) {
        repository.createDeployment().addString(id + ".bpmn", HEAD + process + "</definitions>").deploy();
    }
}
