package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.platform.CallableFromModel;

/** Nobody decided about an absence: it is excused, and says so (ruling A6). */
@Component("excuseSilently")
@CallableFromModel
class ExcuseSilentlyDelegate implements JavaDelegate {

    private final Absences absences;

    ExcuseSilentlyDelegate(Absences absences) {
        this.absences = absences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean carryOver = absences.decide(AttendanceProcess.visitId(execution), true, null);
        execution.setVariable(AbsenceDecisionListener.CARRY_OVER, carryOver);
    }
}
