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

    /** How somebody has urged; only in the moment of completion, never stored with the case. */
    static final String NOTE = "urgingNote";

    private final Reports reports;

    UrgingListener(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        reports.urged(AttendanceProcess.visitId(task.getExecution()), TaskActor.of(task), (String) task.getVariable(NOTE));
    }
}
