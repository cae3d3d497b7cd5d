package vn.dusinhhoat.platform.engine.scope;

import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Tells requests of people from calls by our own code. */
final class Requests {

    private final ProcessEngineConfigurationImpl configuration;

    Requests(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /** Who asks; empty for jobs, start-up, and our own delegates and listeners inside a request. */
    Optional<String> caller() {
        CommandContext inside = Context.getCommandContext();
        Authentication login = configuration.getIdentityService().getCurrentAuthentication();
        if (!configuration.isAuthorizationEnabled() || login == null || inside != null && !inside.isAuthorizationCheckEnabled()) {
            return Optional.empty();
        }
        return Optional.ofNullable(login.getUserId());
    }
}
