package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Corrections;
import vn.dusinhhoat.platform.CallableFromModel;

/** No correction came in time: what was received stays (situation C16). */
@Component("keepReceivedReport")
@CallableFromModel
class KeepReceivedReportDelegate implements JavaDelegate {

    private final Corrections corrections;

    KeepReceivedReportDelegate(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        corrections.drop(AttendanceProcess.visitId(execution));
    }
}
