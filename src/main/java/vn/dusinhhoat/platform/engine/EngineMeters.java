package vn.dusinhhoat.platform.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/** What this node's job executor has met since it started; the engine publishes none of it (row O1). */
@Component
class EngineMeters implements MeterBinder {

    private final ProcessEngineConfigurationImpl engine;

    EngineMeters(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        count(meters, "dusinhhoat.jobs.acquisition.conflicts", Metrics.JOB_ACQUIRED_FAILURE, "Jobs that another node took first");
        count(meters, "dusinhhoat.jobs.attempts.failed", Metrics.JOB_FAILED, "Attempts of jobs that failed, whether tried again or not");
    }

    private void count(MeterRegistry meters, String name, String metric, String description) {
        FunctionCounter.builder(name, engine, each -> each.getMetricsRegistry().getDbMeterByName(metric).get())
                .description(description).register(meters);
    }
}
