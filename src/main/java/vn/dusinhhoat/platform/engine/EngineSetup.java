package vn.dusinhhoat.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What we ask of the engine beyond {@code application.yml}. Internal classes of the engine are used in this package
 * only (see ADR 0001).
 */
@Component
class EngineSetup extends AbstractProcessEnginePlugin {

    /** Ids of users, groups and tenants: lower-case words joined by single hyphens or dots, at most 64 characters. */
    private static final String ID_PATTERN = "(?=.{1,64}$)[a-z0-9]+([.-][a-z0-9]+)*";
    private static final int MOST_ROWS_OF_A_LIST = 2000;

    private final ApplicationContext context;
    private final PasswordPolicy passwordPolicy;

    EngineSetup(ApplicationContext context, PasswordPolicy passwordPolicy) {
        this.context = context;
        this.passwordPolicy = passwordPolicy;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // Set here, not as the configuration's beans: the factory has made an expression manager before any plug-in runs.
        configuration.setExpressionManager(new ModelExpressions(context, new ModelBeans(context)));
        configuration.setTenantIdProvider(new TenantOfOwner());
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(new PlainRuleViolations()));
        configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new CaseLock(JdbcClient.create(configuration.getDataSource()))));
        // An error nobody catches would end the case without a word.
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        guardInput(configuration);
        configuration.setEnablePasswordPolicy(true);
        configuration.setPasswordPolicy(passwordPolicy);
        configuration.setJobExecutorAcquireByDueDate(true);
        // The caller gets the exception; failing jobs are logged by the job executor. Twice, refusals would flood the log.
        configuration.setEnableCmdExceptionLogging(false);
        // Counted in memory for EngineMeters, never written to the engine's tables.
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
    }

    private static void guardInput(ProcessEngineConfigurationImpl configuration) {
        configuration.setGeneralResourceWhitelistPattern(ID_PATTERN);
        configuration.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setEnforceSpecificVariablePermission(true);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setQueryMaxResultsLimit(MOST_ROWS_OF_A_LIST);
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
        // The audit has who logged in and who did not; the engine would log whatever was typed as a name (row D5).
        configuration.setWebappsAuthenticationLoggingEnabled(false);
    }
}
