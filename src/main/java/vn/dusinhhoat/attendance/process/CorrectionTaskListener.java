package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to correct a report appears: it is named after the cell. */
@Component("correctionTask")
@CallableFromModel
class CorrectionTaskListener implements TaskListener {

    private final Visits visits;
    private final Organization organization;

    CorrectionTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Long cellId = visits.get(AttendanceProcess.visitId(task.getExecution())).cellId();
        TaskTitle.give(task, "Đính chính báo cáo: " + organization.unit(cellId).name());
    }
}
