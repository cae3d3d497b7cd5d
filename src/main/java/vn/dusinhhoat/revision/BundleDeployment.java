package vn.dusinhhoat.revision;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.StartupStep;

/**
 * Brings the models of this release into the engine: only a bundle that changed gets a new version, and a version that
 * an administrator deployed stays in force until an administrator replaces it (ADR 0003).
 */
@Component
@Order(StartupStep.DEPLOY_MODELS)
class BundleDeployment implements StartupStep {

    private static final Logger LOG = LoggerFactory.getLogger(BundleDeployment.class);

    private final RepositoryService repository;
    private final ReleaseBundles bundles;
    private final ModelReleases releases;
    private final Audit audit;
    private final Clock clock;

    BundleDeployment(RepositoryService repository, ReleaseBundles bundles, ModelReleases releases, Audit audit, Clock clock) {
        this.repository = repository;
        this.bundles = bundles;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        bundles.all().forEach(this::bringIntoForce);
    }

    void bringIntoForce(Bundle bundle) {
        Optional<Deployment> running = newestDeployment(bundle);
        Optional<ModelRelease> known = releases.findFirstByBundleOrderByIdDesc(bundle.id());
        if (running.isPresent() && isAdministrators(running.get(), known)) {
            boolean differs = releases.findFirstByBundleAndOriginOrderByIdDesc(bundle.id(), ModelRelease.Origin.RELEASE)
                    .map(release -> !release.contentHash().equals(bundle.contentHash())).orElse(true);
            if (differs) {
                LOG.warn("Model {} of this release was not deployed: an administrator's version is in force", bundle.id());
            }
            return;
        }
        if (running.isPresent() && known.get().contentHash().equals(bundle.contentHash())) {
            return;
        }
        Deployment deployed = deploy(bundle);
        releases.saveAndFlush(new ModelRelease(bundle, ModelRelease.Origin.RELEASE, deployed.getId(), null, clock.instant()));
        audit.recordWithChange(Audit.Entry.done(Audit.Kind.DEPLOYMENT, null, "deployment", deployed.getId(), "release " + bundle.id()));
        LOG.info("Model {} deployed from this release", bundle.id());
    }

    /** A deployment we did not make, or made for an administrator. */
    private static boolean isAdministrators(Deployment running, Optional<ModelRelease> known) {
        return known.map(release -> release.origin() == ModelRelease.Origin.ADMIN
                || !release.deploymentId().equals(running.getId())).orElse(true);
    }

    /** The deployment whose version of the bundle is the newest, whatever name or door it came through. */
    private Optional<Deployment> newestDeployment(Bundle bundle) {
        String deploymentId = bundle.resources().containsKey(bundle.id() + ".dmn")
                ? decisionDeployment(bundle.id()) : processDeployment(bundle.id());
        return Optional.ofNullable(deploymentId)
                .map(id -> repository.createDeploymentQuery().deploymentId(id).singleResult());
    }

    private String processDeployment(String processId) {
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey(processId).latestVersion().singleResult();
        return newest == null ? null : newest.getDeploymentId();
    }

    private String decisionDeployment(String decisionId) {
        var newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decisionId).latestVersion().singleResult();
        return newest == null ? null : newest.getDeploymentId();
    }

    private Deployment deploy(Bundle bundle) {
        DeploymentBuilder deployment = repository.createDeployment().name(bundle.id()).source("release");
        bundle.resources().forEach((name, content) ->
                deployment.addInputStream(name, new java.io.ByteArrayInputStream(content)));
        return deployment.deploy();
    }
}
