package vn.dusinhhoat.platform.engine.scope;

import java.time.Clock;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.webapp.impl.db.QuerySessionFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.StartupStep;

/** Cockpit asks the database beside the engine, with statements of its own: they are narrowed like the engine's. */
@Component
@Order(StartupStep.ACCESS)
class CockpitQueries implements StartupStep {

    private final Clock clock;

    CockpitQueries(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Cockpit.setCockpitRuntimeDelegate(new NarrowedCockpit());
    }

    private final class NarrowedCockpit extends DefaultCockpitRuntimeDelegate {

        @Override
        protected CommandExecutor createCommandExecutor(String engineName) {
            ProcessEngineConfigurationImpl engine = ((ProcessEngineImpl) getProcessEngine(engineName)).getProcessEngineConfiguration();
            QuerySessionFactory sessions = new QuerySessionFactory();
            sessions.initFromProcessEngineConfiguration(engine, getMappingFiles());
            sessions.getSqlSessionFactory().getConfiguration().addInterceptor(new CasesInSight(clock));
            return new CommandExecutor() {
                @Override
                public <T> T executeCommand(Command<T> command) {
                    return sessions.getCommandExecutorTxRequired().execute(command);
                }
            };
        }
    }
}
