package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitAgreements;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to agree on the time is named after cell and day: who has several visits tells them apart in the list. */
@Component("agreeDateTask")
@CallableFromModel
class AgreeDateTaskListener implements TaskListener {

    private final VisitAgreements agreements;

    AgreeDateTaskListener(VisitAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskTitle.give(task, agreements.titleOf(AttendanceProcess.visitId(task.getExecution())));
    }
}
