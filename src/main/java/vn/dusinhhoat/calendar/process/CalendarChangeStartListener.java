package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.CallableFromModel;

/** A change begins with its days and not otherwise. */
@Component("calendarChangeStart")
@CallableFromModel
class CalendarChangeStartListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        CalendarChangeProcess.changeId(execution);
    }
}
