package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** End of the ladder: there is no report (ruling B5). */
@Component("closeUnreported")
@CallableFromModel
class CloseUnreportedDelegate implements JavaDelegate {

    private final Reports reports;

    CloseUnreportedDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.closeUnreported(AttendanceProcess.visitId(execution));
        execution.setVariable(AttendanceProcess.REPORTED, false);
    }
}
