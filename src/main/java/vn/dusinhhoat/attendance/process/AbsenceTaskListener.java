package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to decide about an absence appears: it is named after the person. */
@Component("absenceTask")
@CallableFromModel
class AbsenceTaskListener implements TaskListener {

    private final Visits visits;
    private final Organization organization;

    AbsenceTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Long personId = visits.get(AttendanceProcess.visitId(task.getExecution())).personId();
        TaskTitle.give(task, "Xem xét lý do không dự: đồng chí " + organization.person(personId).fullName());
    }
}
