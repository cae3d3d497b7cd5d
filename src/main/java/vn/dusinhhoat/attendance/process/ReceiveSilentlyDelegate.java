package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Nobody had anything to say: the report counts as received (ruling A7). */
@Component("receiveSilently")
@CallableFromModel
class ReceiveSilentlyDelegate implements JavaDelegate {

    private final Reports reports;

    ReceiveSilentlyDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.receiveSilently(AttendanceProcess.visitId(execution));
    }
}
