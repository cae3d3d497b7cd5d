package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.platform.CallableFromModel;

/** The visit does not count: an open report is not owed any more (III.3b). */
@Component("recordNotAttended")
@CallableFromModel
class RecordNotAttendedDelegate implements JavaDelegate {

    private final HostObjections objections;

    RecordNotAttendedDelegate(HostObjections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.closeReport(AttendanceProcess.visitId(execution));
    }
}
