package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** First step of the ladder: the person is reminded (ruling B5). */
@Component("remindLate")
@CallableFromModel
class RemindLateDelegate implements JavaDelegate {

    private final Reports reports;

    RemindLateDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.limitPassed(AttendanceProcess.visitId(execution));
    }
}
