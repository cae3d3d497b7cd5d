package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.platform.CallableFromModel;

/** Closes a change that was given up; the calendar stays as it is. */
@Component("cancelCalendarChange")
@CallableFromModel
class CancelCalendarChangeDelegate implements JavaDelegate {

    private final CalendarChanges changes;

    CancelCalendarChangeDelegate(CalendarChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.cancel(CalendarChangeProcess.changeId(execution));
    }
}
