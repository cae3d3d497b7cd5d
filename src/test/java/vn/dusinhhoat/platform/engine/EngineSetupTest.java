package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;

@ApplicationTest
class EngineSetupTest {

    private static final String HEAD = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            """;

    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;

    @Test
    void anErrorNobodyCatchesIsAnExceptionNotASilentEnd() {
        deploy("""
                <error id="loi" errorCode="loi"/>
                <process id="loi-khong-ai-bat" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/>
                  <endEvent id="e"><errorEventDefinition errorRef="loi"/></endEvent>
                </process>""");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("loi-khong-ai-bat"))
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataSource", "environment", "organization", "runtimeService", "jdbcClient"})
    void diagramsReachOnlyMarkedBeans(String bean) {
        deploy("""
                <process id="bean-%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                  <serviceTask id="t" camunda:expression="${%2$s.toString()}"/>
                </process>""".formatted(bean.toLowerCase(), bean));
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("bean-" + bean.toLowerCase()))
                .hasMessageContaining("Unknown property used in expression");
    }

    @Test
    void javaSerializedVariablesAreRefused() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("attendance", "999999",
                Map.of("x", new java.util.ArrayList<>(java.util.List.of("y"))))).isInstanceOf(ProcessEngineException.class);
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

    private void deploy(String process) {
        repository.createDeployment().addString("thu.bpmn", HEAD + process + "</definitions>").deploy();
    }
}
