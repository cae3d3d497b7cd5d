package vn.dusinhhoat.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;

/** ADR 0003: only what changed gets a new version, and an administrator's version is never replaced by a jar. */
@ApplicationTest
class BundleDeploymentTest {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="%1$s" name="%2$s" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:versionTag="1.0.0">
                <startEvent id="start_here" name="Bắt đầu"/>
                <sequenceFlow id="flow_on" sourceRef="start_here" targetRef="end_there"/>
                <endEvent id="end_there" name="Kết thúc"/>
              </process>
              <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%1$s">
                <bpmndi:BPMNShape id="a" bpmnElement="start_here"><dc:Bounds x="1" y="1" width="9" height="9"/></bpmndi:BPMNShape>
                <bpmndi:BPMNShape id="b" bpmnElement="end_there"><dc:Bounds x="90" y="1" width="9" height="9"/></bpmndi:BPMNShape>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>""";

    @Autowired
    private BundleDeployment deployment;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcClient sql;

    @Test
    void everyModelOfTheReleaseRunsOnceWithItsForms() {
        deployment.run();
        assertThat(versions("attendance")).isEqualTo(1);
        assertThat(versions("attendance-report")).isEqualTo(1);
        String deploymentId = repository.createProcessDefinitionQuery().processDefinitionKey("attendance-report")
                .singleResult().getDeploymentId();
        assertThat(repository.getDeploymentResourceNames(deploymentId)).containsExactlyInAnyOrder(
                "attendance-report.bpmn", "attendance-report/report.html", "attendance-report/receive.html",
                "attendance-report/urge.html");
    }

    @Test
    void onlyAChangedBundleGetsANewVersion() {
        deployment.bringIntoForce(bundle("thay-doi", "Một"));
        deployment.bringIntoForce(bundle("thay-doi", "Một"));
        assertThat(versions("thay-doi")).isEqualTo(1);
        deployment.bringIntoForce(bundle("thay-doi", "Hai"));
        assertThat(versions("thay-doi")).isEqualTo(2);
        assertThat(sql.sql("select count(*) from model_release where bundle = 'thay-doi'").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void aChangedReleaseNeverReplacesAnAdministratorsVersion() {
        deployment.bringIntoForce(bundle("cua-quan-tri", "Bản phát hành"));
        repository.createDeployment().name("Sửa quy trình")
                .addString("cua-quan-tri.bpmn", MODEL.formatted("cua-quan-tri", "Bản của quản trị")).deploy();

        deployment.bringIntoForce(bundle("cua-quan-tri", "Bản phát hành mới"));

        assertThat(versions("cua-quan-tri")).isEqualTo(2);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("cua-quan-tri").latestVersion()
                .singleResult().getName()).isEqualTo("Bản của quản trị");
    }

    private long versions(String process) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process).count();
    }

    private static Bundle bundle(String id, String name) {
        TreeMap<String, byte[]> resources = new TreeMap<>();
        resources.put(id + ".bpmn", MODEL.formatted(id, name).getBytes(StandardCharsets.UTF_8));
        return new Bundle(id, resources);
    }
}
