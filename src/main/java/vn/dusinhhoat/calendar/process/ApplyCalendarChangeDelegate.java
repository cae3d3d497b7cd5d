package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.platform.CallableFromModel;

/** Writes the days and moves the open limits, in one transaction. */
@Component("applyCalendarChange")
@CallableFromModel
class ApplyCalendarChangeDelegate implements JavaDelegate {

    private final CalendarChanges changes;

    ApplyCalendarChangeDelegate(CalendarChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.apply(CalendarChangeProcess.changeId(execution));
    }
}
