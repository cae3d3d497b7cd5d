package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** The reception task appears: it is named after the cell. */
@Component("receptionTask")
@CallableFromModel
class ReceptionTaskListener implements TaskListener {

    private final Visits visits;
    private final Organization organization;

    ReceptionTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Long cellId = visits.get(AttendanceProcess.visitId(task.getExecution())).cellId();
        // A decision about an earlier version does not decide about this one.
        task.getExecution().removeVariable(ReceptionListener.DECISION);
        TaskTitle.give(task, "Tiếp nhận báo cáo: " + organization.unit(cellId).name());
    }
}
