package vn.dusinhhoat.revision.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.platform.DeploymentCheck;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;

/** Rows C2–C7: what may not run never gets in, and what the plan allows to change may change. */
@ApplicationTest
class ModelGateTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private DeploymentCheck gate;

    static List<BadModels.BadModel> badModels() {
        return BadModels.all();
    }

    @ParameterizedTest
    @MethodSource("badModels")
    void aBadModelIsRefusedByNameAndNothingIsStored(BadModels.BadModel bad) {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> deploy(bad.resources())).isExactlyInstanceOf(RuleViolation.class).message()
                .contains("Cách sửa: ").containsPattern("(?m)^.*" + java.util.regex.Pattern.quote(bad.where()) + ".*"
                        + java.util.regex.Pattern.quote(bad.told()));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(badModels()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendance", "attendance-report", "report-correction", "organization-import", "calendar-change",
        "limit-extension", "duty", "attendance-cycle", "daily-notices", "notice-moments"})
    void whatTheReleaseBringsPasses(String id) {
        assertThatCode(() -> gate.check(BadModels.bundle(id))).doesNotThrowAnyException();
    }

    static List<Map<String, String>> revisions() {
        return List.of(
                Map.of("${deadline.fromNow(execution, 'P10D')}", "${deadline.fromNow(execution, 'P15D')}", "Sau 10 ngày vẫn chưa gửi", "Sau 15 ngày vẫn chưa gửi"),
                Map.of("Chốt: không báo cáo", "Chốt là không báo cáo"),
                Map.of("camunda:versionTag=\"3.0.0\"", "camunda:versionTag=\"3.1.0\""),
                Map.of("deadline.after(execution, &#39;P1D&#39;)", "deadline.after(execution, &#39;P2D&#39;)",
                        "deadline.after(execution, 'P1D')", "deadline.after(execution, 'P2D')", "trong 01 ngày", "trong 02 ngày", "Hết hạn 01 ngày", "Hết hạn 02 ngày"),
                Map.of("Bậc 1 của thang đôn đốc", "Bước đầu của thang đôn đốc"));
    }

    @ParameterizedTest
    @MethodSource("revisions")
    void whatAnAdministratorMayReviseIsDeployed(Map<String, String> replacements) {
        Map<String, byte[]> resources = BadModels.bundle("attendance-report");
        String model = new String(resources.get("attendance-report.bpmn"), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> each : replacements.entrySet()) {
            assertThat(model).contains(each.getKey());
            model = model.replace(each.getKey(), each.getValue());
        }
        resources.put("attendance-report.bpmn", model.getBytes(StandardCharsets.UTF_8));
        String deployment = deploy(resources);
        assertThat(repository.createProcessDefinitionQuery().deploymentId(deployment).count()).isEqualTo(1);
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.js", "x.groovy", "x.form", "x.cmmn", "x.bpmn20.xml", "../x.bpmn", "X Y.bpmn", "a/b/c.html", "x.jar"})
    void otherFilesAreRefused(String name) {
        assertThatThrownBy(() -> deploy(Map.of(name, new byte[] {1}))).isInstanceOf(RuleViolation.class).hasMessageContaining("không được nhận");
    }

    @Test
    void fiftyMegabytesAreRefusedAndTheNodeLives() {
        byte[] huge = new byte[50 * 1024 * 1024];
        assertThatThrownBy(() -> deploy(Map.of("attendance-report.bpmn", huge))).isInstanceOf(RuleViolation.class).hasMessageContaining("50 MB");
        whatTheReleaseBringsPasses("attendance-report");
    }

    @Test
    void bombsAreRefused() {
        StringBuilder deep = new StringBuilder("<?xml version=\"1.0\"?>");
        deep.append("<a>".repeat(200_000)).append("</a>".repeat(200_000));
        String entities = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><a>&b;</a>";
        for (String bomb : List.of(deep.toString(), entities)) {
            assertThatThrownBy(() -> deploy(Map.of("attendance-report.bpmn", bomb.getBytes(StandardCharsets.UTF_8)))).isInstanceOf(RuleViolation.class);
        }
    }

    /** What only the engine notices is said in Vietnamese too, with its place. */
    @Test
    void whatTheEngineCannotReadIsToldInVietnamese() {
        String twoTimers = new String(BadModels.bundle("attendance-cycle").get("attendance-cycle.bpmn"), StandardCharsets.UTF_8)
                .replace("attendance-cycle", "chu-ky").replaceFirst("<bpmn:messageEventDefinition id=\"messageDefinition_cycleBegin\"[^>]*>",
                        "<bpmn:timerEventDefinition id=\"t9\"><bpmn:timeCycle>0 0 1 21 * ?</bpmn:timeCycle></bpmn:timerEventDefinition>")
                // The second beginning comes from the pool next to it.
                .replaceFirst("</bpmn:process>\\s*<bpmn:process id=\"chu-ky-monthly\"[^>]*>", "")
                .replaceFirst("<bpmn:participant id=\"participant_monthly\"[^>]*>", "")
                .replaceFirst("(?s)<bpmndi:BPMNShape id=\"participant_monthly_di\".*?</bpmndi:BPMNShape>", "");
        assertThatThrownBy(() -> deploy(Map.of("chu-ky.bpmn", twoTimers.getBytes(StandardCharsets.UTF_8)))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("bộ máy quy trình không đọc được").hasMessageContaining("chu-ky.bpmn");
    }

    @Test
    void manyFaultsAreToldTogether() {
        Map<String, byte[]> resources = new HashMap<>(BadModels.bundle("attendance-report"));
        resources.put("attendance-report.bpmn", new String(resources.get("attendance-report.bpmn"), StandardCharsets.UTF_8)
                .replace("delegateExpression=", "class=").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> deploy(resources)).hasMessageMatching("(?s)Chưa đưa mô hình vào sử dụng vì có \\d+ lỗi.*và \\d+ lỗi khác\\.");
    }

    /** Row C4. */
    @Test
    void noOtherScriptLanguageIsThere() {
        assertThat(new ScriptEngineManager().getEngineFactories()).extracting(ScriptEngineFactory::getLanguageName)
                .allMatch(name -> name.toLowerCase(java.util.Locale.ROOT).matches(".*(feel|juel|el).*"));
    }

    private String deploy(Map<String, byte[]> resources) {
        DeploymentBuilder deployment = repository.createDeployment().name("thử");
        resources.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        return deployment.deploy().getId();
    }
}
