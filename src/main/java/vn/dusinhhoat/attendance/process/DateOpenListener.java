package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.CallableFromModel;

/** Whether visitor and cell still have to agree when the cell meets (III.2a, ruling B3); known in this step only. */
@Component("dateOpenOf")
@CallableFromModel
class DateOpenListener implements ExecutionListener {

    private static final String DATE_OPEN = "dateOpen";

    private final Visits visits;

    DateOpenListener(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        boolean open = visits.isDateOpen(visits.get(AttendanceProcess.visitId(execution)));
        execution.setVariable(DATE_OPEN, Variables.booleanValue(open, true));
    }
}
