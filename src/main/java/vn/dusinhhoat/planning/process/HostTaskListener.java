package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task of a host appears: its limit is kept with the request. */
@Component("hostTask")
@CallableFromModel
class HostTaskListener implements TaskListener {

    private final HostAgreements agreements;

    HostTaskListener(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.limit(PlanCases.id(task.getExecution()), task.getDueDate().toInstant());
    }
}
