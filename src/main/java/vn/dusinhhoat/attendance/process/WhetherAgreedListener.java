package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** Before a visit is waited for: whether anybody still has to ask the cell for its time (III.2a, ruling B3). */
@Component("whetherAgreed")
@CallableFromModel
class WhetherAgreedListener implements ExecutionListener {

    private final VisitAgreements agreements;

    WhetherAgreedListener(VisitAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable("dateIsAgreed", !agreements.isToBeAsked(AttendanceProcess.visitId(execution)));
    }
}
