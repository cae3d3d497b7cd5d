package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.CallableFromModel;

/** A report on paper has been entered: task and ladder end, the receiver gets it (situation C24). */
@Component("recordPaperReport")
@CallableFromModel
class RecordPaperReportDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(AttendanceProcess.REPORTED, true);
    }
}
