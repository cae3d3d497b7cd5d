package vn.dusinhhoat.platform.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.EngineCommands;

/** Uses the engine's command executor, which no public method offers. */
@Component
class OneCommand implements EngineCommands {

    private final ProcessEngine engine;

    OneCommand(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void together(Runnable work) {
        run(configuration().getCommandExecutorTxRequired(), work);
    }

    @Override
    public void apart(Runnable work) {
        run(configuration().getCommandExecutorTxRequiresNew(), work);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static void run(CommandExecutor executor, Runnable work) {
        executor.execute(context -> {
            work.run();
            return null;
        });
    }
}
