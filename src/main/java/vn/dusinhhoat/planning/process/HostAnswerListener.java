package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.planning.HostDecision;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Decisions;
import vn.dusinhhoat.platform.TakesFromForm;

/** Completing the task answers for the host (III.3b). */
@Component("hostAnswer")
@CallableFromModel
@TakesFromForm(HostAnswerListener.DECISION)
class HostAnswerListener implements TaskListener {

    /** Variable: a {@link HostDecision}. */
    static final String DECISION = "hostDecision";

    private final HostAgreements agreements;
    private final Caller caller;

    HostAnswerListener(HostAgreements agreements, Caller caller) {
        this.agreements = agreements;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.answer(PlanCases.id(task.getExecution()), Decisions.of(HostDecision.class, task.getVariable(DECISION)), caller.userId());
    }
}
