package vn.dusinhhoat.platform.engine.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Puts our reading of "only one's own tasks" in the place of the engine's grant rows (ADR 0005). */
@Component
class TaskScope extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "vn/dusinhhoat/platform/engine/scope/visible-tasks.xml";

    private final ListableBeanFactory beans;
    private final Clock clock;

    TaskScope(ListableBeanFactory beans, Clock clock) {
        this.beans = beans;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setResourceAuthorizationProvider(new NoTaskGrants());
        configuration.setCustomSessionFactories(List.of(
                new Replacing(AuthorizationManager.class, () -> new ScopedAuthorizationManager(clock)),
                new Replacing(TaskManager.class, ScopedTaskManager::new)));
        // Setting the list drops the engine's own, among them the one that keeps tenants apart.
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskRights()));
        Requests requests = new Requests(configuration);
        FormVariables formVariables = new FormVariables(configuration, beans);
        configuration.setTaskService(new GuardedTaskService(requests, formVariables));
        configuration.setFormService(new GuardedFormService(requests, formVariables));
        configuration.setCustomPreVariableSerializers(PlainValuesOnly.ofAllRefusedTypes());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        org.apache.ibatis.session.Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
        try (InputStream source = TaskScope.class.getClassLoader().getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(source, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        statements.addInterceptor(new CasesInSight(clock));
    }

    private record Replacing(Class<?> type, Supplier<Session> manager) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return manager.get();
        }
    }
}
