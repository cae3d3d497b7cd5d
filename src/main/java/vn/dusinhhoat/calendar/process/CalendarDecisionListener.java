package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.calendar.change.ChangeDecision;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Decisions;

/** Completing the preview records who decided what; without a decision the task stays open. */
@Component("calendarDecision")
@CallableFromModel
@TakesFromForm(CalendarDecisionListener.DECISION)
class CalendarDecisionListener implements TaskListener {

    static final String DECISION = "decision";

    private final CalendarChanges changes;
    private final Caller caller;

    CalendarDecisionListener(CalendarChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        ChangeDecision decision = Decisions.of(ChangeDecision.class, task.getVariable(DECISION));
        changes.decide(CalendarChangeProcess.changeId(task.getExecution()), decision, caller.userId());
        task.getExecution().setVariable(DECISION, decision.name());
    }
}
