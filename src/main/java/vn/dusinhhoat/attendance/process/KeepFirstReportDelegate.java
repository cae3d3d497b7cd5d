package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Nothing was added in time: the receiver gets what was sent before. */
@Component("keepFirstReport")
@CallableFromModel
class KeepFirstReportDelegate implements JavaDelegate {

    private final Reports reports;

    KeepFirstReportDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.keepSent(AttendanceProcess.visitId(execution));
    }
}
