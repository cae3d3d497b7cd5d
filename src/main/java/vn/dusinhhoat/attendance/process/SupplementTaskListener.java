package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** The supplement task appears: it is named after the cell. */
@Component("supplementTask")
@CallableFromModel
class SupplementTaskListener implements TaskListener {

    private final Visits visits;
    private final Organization organization;

    SupplementTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Visit visit = visits.get(AttendanceProcess.visitId(task.getExecution()));
        TaskTitle.give(task, "Bổ sung báo cáo: " + organization.unit(visit.cellId()).name());
    }
}
