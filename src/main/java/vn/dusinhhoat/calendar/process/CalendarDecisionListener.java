package vn.dusinhhoat.calendar.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.calendar.change.ChangeDecision;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;

/** Completing the preview records who decided what; without a decision the task stays open. */
@Component("calendarDecision")
@CallableFromModel
class CalendarDecisionListener implements TaskListener {

    private static final String DECISION = "decision";

    private final CalendarChanges changes;
    private final Caller caller;

    CalendarDecisionListener(CalendarChanges changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        Object given = task.getVariableLocal(DECISION) != null ? task.getVariableLocal(DECISION) : task.getVariable(DECISION);
        ChangeDecision decision = decisionOf(given);
        changes.decide(CalendarChangeProcess.changeId(task.getExecution()), decision, caller.userId());
        task.getExecution().setVariable(DECISION, decision.name());
    }

    private static ChangeDecision decisionOf(Object value) {
        for (ChangeDecision decision : ChangeDecision.values()) {
            if (decision.name().equals(value)) {
                return decision;
            }
        }
        throw new RuleViolation("Chưa rõ quyết định: mở lại việc này và bấm một trong các nút của biểu mẫu.");
    }
}
