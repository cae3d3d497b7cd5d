package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.LadderStep;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** First step of the ladder as diagram 1.0.0 names it: reports under way when the ladder grew still run by that one. */
@Component("remindLate")
@CallableFromModel
class RemindLateDelegate implements JavaDelegate {

    private final Reports reports;

    RemindLateDelegate(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.stepTaken(AttendanceProcess.visitId(execution), LadderStep.REMIND_LATE);
    }
}
