package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.platform.CallableFromModel;

/** A case that ends otherwise than drawn, deleted in Cockpit for instance, does not keep the next change from beginning. */
@Component("calendarChangeEnd")
@CallableFromModel
class CalendarChangeEndListener implements ExecutionListener {

    private final CalendarChanges changes;

    CalendarChangeEndListener(CalendarChanges changes) {
        this.changes = changes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            changes.cancel(CalendarChangeProcess.changeId(execution));
        }
    }
}
