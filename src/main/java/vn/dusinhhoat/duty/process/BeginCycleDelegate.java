package vn.dusinhhoat.duty.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.CycleProcess;
import vn.dusinhhoat.platform.CallableFromModel;

/** A day on which periods are opened has come (II.1a, II.2d). */
@Component("beginCycle")
@CallableFromModel
class BeginCycleDelegate implements JavaDelegate {

    private final CycleProcess cycle;

    BeginCycleDelegate(CycleProcess cycle) {
        this.cycle = cycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cycle.begin();
    }
}
