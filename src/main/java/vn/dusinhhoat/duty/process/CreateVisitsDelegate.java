package vn.dusinhhoat.duty.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.platform.CallableFromModel;

/** Gives the next batch of duties their cells and visits (rulings A3, A12). */
@Component("createVisits")
@CallableFromModel
class CreateVisitsDelegate implements JavaDelegate {

    private final Cycle cycle;

    CreateVisitsDelegate(Cycle cycle) {
        this.cycle = cycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DutyCycleProcess.MISSING, cycle.createBatch());
    }
}
