package vn.dusinhhoat.platform.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.DeploymentCheck;
import vn.dusinhhoat.platform.ModelsDeployed;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Puts the gate before the engine's own reading of models (ADR 0008), so that every door passes it: REST, the webapps,
 * start-up. What is already stored and only read again after a restart is never refused: cases run on it.
 */
@Component
class ModelGatePlugin extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGatePlugin.class);

    private final ObjectProvider<DeploymentCheck> gate;
    private final ApplicationEventPublisher events;

    ModelGatePlugin(ObjectProvider<DeploymentCheck> gate, ApplicationEventPublisher events) {
        this.gate = gate;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreDeployers(List.of((Deployer) this::check));
        configuration.setCustomPostDeployers(List.of((Deployer) this::tell));
    }

    private void tell(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            events.publishEvent(new ModelsDeployed());
        }
    }

    private void check(DeploymentEntity deployment) {
        Map<String, byte[]> resources = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> resources.put(name, resource.getBytes()));
        try {
            gate.getObject().check(resources);
        } catch (RuleViolation refused) {
            if (deployment.isNew()) {
                throw refused;
            }
            LOG.warn("Deployment {} is in force although the gate would refuse it today", deployment.getId());
        }
    }
}
