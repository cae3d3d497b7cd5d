package vn.dusinhhoat.duty.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.CycleProcess;
import vn.dusinhhoat.platform.Caller;

/** Begins cases of {@code attendance-cycle}; they belong to no unit and hold no data. */
@Component
class DutyCycleProcess implements CycleProcess {

    /** Variable: whether duties are left without a visit. */
    static final String MISSING = "dutiesMissing";
    private static final String BEGIN = "attendance-cycle.begin";

    private final ObjectProvider<RuntimeService> runtime;
    private final Caller caller;

    DutyCycleProcess(ObjectProvider<RuntimeService> runtime, Caller caller) {
        this.runtime = runtime;
        this.caller = caller;
    }

    @Override
    public void begin() {
        // In the name of the system: who changes the organisation may not start cases.
        caller.asSystem(() -> runtime.getObject().startProcessInstanceByMessage(BEGIN));
    }
}
