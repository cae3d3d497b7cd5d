package vn.dusinhhoat.duty.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.platform.CallableFromModel;

/** Opens periods and lists who owes what in them (rulings A1, A2). */
@Component("listDuties")
@CallableFromModel
class ListDutiesDelegate implements JavaDelegate {

    private final Cycle cycle;

    ListDutiesDelegate(Cycle cycle) {
        this.cycle = cycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cycle.listDuties();
    }
}
