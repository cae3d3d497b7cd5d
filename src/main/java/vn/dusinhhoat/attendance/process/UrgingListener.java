package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Completing the task records who urged (ruling B5). */
@Component("urging")
@CallableFromModel
class UrgingListener implements TaskListener {

    private final Reports reports;

    UrgingListener(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        reports.urged(AttendanceProcess.visitId(task.getExecution()), TaskActor.of(task));
    }
}
