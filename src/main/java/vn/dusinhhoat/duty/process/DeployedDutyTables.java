package vn.dusinhhoat.duty.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.DutyTables;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;

/** Tables of {@code processes/}: put in force by deploying them under the one name that everything asks for. */
@Component
class DeployedDutyTables implements DutyTables {

    private static final String DECISION = "duty";
    private static final String OWN = "classpath:processes/duty.dmn";
    private static final String PRESETS = "classpath:processes/presets/duty-*.dmn";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final ObjectProvider<RepositoryService> repository;
    private final Caller caller;

    DeployedDutyTables(ObjectProvider<RepositoryService> repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @Override
    public List<Table> all() {
        String inForce = caller.asSystem(() -> repository.getObject().createDecisionDefinitionQuery().decisionDefinitionKey(DECISION)
                .latestVersion().list().stream().map(DecisionDefinition::getName).findFirst().orElse(""));
        return files().stream().map(file -> new Table(idOf(file), nameOf(file), nameOf(file).equals(inForce))).toList();
    }

    @Override
    public void putInForce(String id) {
        Resource table = files().stream().filter(file -> idOf(file).equals(id)).findFirst()
                .orElseThrow(() -> new RuleViolation("Không có bảng này: tải lại trang rồi chọn trong danh sách."));
        try {
            repository.getObject().createDeployment().name(DECISION).source("preset " + id)
                    .addInputStream(DECISION + ".dmn", table.getInputStream()).deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Resource> files() {
        try {
            List<Resource> files = new ArrayList<>(List.of(resources.getResource(OWN)));
            files.addAll(List.of(resources.getResources(PRESETS)));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String idOf(Resource file) {
        return Objects.requireNonNull(file.getFilename()).replaceAll("\\.dmn$", "");
    }

    private static String nameOf(Resource file) {
        try {
            return Dmn.readModelFromStream(file.getInputStream()).getModelElementsByType(Decision.class).iterator().next().getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
