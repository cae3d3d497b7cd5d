package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;

/** Completing the task receives the corrected report, in the name of who has claimed it (situation C16). */
@Component("correctionReception")
@CallableFromModel
@TakesFromForm(ReceptionListener.DECISION)
class CorrectionReceptionListener implements TaskListener {

    private final Reports reports;

    CorrectionReceptionListener(Reports reports) {
        this.reports = reports;
    }

    @Override
    public void notify(DelegateTask task) {
        reports.receive(AttendanceProcess.visitId(task.getExecution()), TaskActor.of(task));
    }
}
