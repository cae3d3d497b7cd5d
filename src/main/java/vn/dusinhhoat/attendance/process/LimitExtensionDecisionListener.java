package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.ExtensionDecision;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Decisions;

/** Completing the preview records who decided what; without a decision the task stays open. */
@Component("limitExtensionDecision")
@CallableFromModel
@TakesFromForm(LimitExtensionDecisionListener.DECISION)
class LimitExtensionDecisionListener implements TaskListener {

    static final String DECISION = "decision";

    private final LimitExtensions extensions;
    private final Caller caller;

    LimitExtensionDecisionListener(LimitExtensions extensions, Caller caller) {
        this.extensions = extensions;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        ExtensionDecision decision = Decisions.of(ExtensionDecision.class, task.getVariable(DECISION));
        extensions.decide(LimitExtensionProcess.extensionId(task.getExecution()), decision, TaskActor.of(task),
                caller.isAdministrator());
        task.getExecution().setVariable(DECISION, decision.name());
    }
}
