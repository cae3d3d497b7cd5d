package vn.dusinhhoat.platform.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            work.run();
            return null;
        });
    }
}
