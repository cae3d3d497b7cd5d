package vn.dusinhhoat.duty.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.platform.CallableFromModel;

/** Fails as long as duties have no visit; after the last attempt a supervisor reads why in Cockpit. */
@Component("checkDuties")
@CallableFromModel
class CheckDutiesDelegate implements JavaDelegate {

    private final Cycle cycle;

    CheckDutiesDelegate(Cycle cycle) {
        this.cycle = cycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cycle.requireComplete();
    }
}
