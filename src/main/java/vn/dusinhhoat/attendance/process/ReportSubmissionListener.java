package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Completing the report task sends the saved draft; an incomplete one keeps the task open. */
@Component("reportSubmission")
@CallableFromModel
class ReportSubmissionListener implements TaskListener {

    private final Reports reports;

    ReportSubmissionListener(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        reports.submit(AttendanceProcess.visitId(task.getExecution()), TaskActor.of(task));
        task.setVariable(AttendanceProcess.REPORTED, true);
    }
}
