package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to look at a visit again appears: it is named after the person. */
@Component("objectionTask")
@CallableFromModel
class ObjectionTaskListener implements TaskListener {

    private final Visits visits;
    private final Organization organization;

    ObjectionTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Long personId = visits.get(AttendanceProcess.visitId(task.getExecution())).personId();
        TaskTitle.give(task, "Xem xét ý kiến nơi có chi bộ: đồng chí " + organization.person(personId).fullName());
    }
}
