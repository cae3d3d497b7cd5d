package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.OpinionDecision;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Decisions;
import vn.dusinhhoat.platform.TakesFromForm;

/** Completing the task gives the opinion on the visits of who gave the one on the whole (ruling A5). */
@Component("opinionOnOwnPart")
@CallableFromModel
@TakesFromForm(PlanOpinionListener.OPINION)
class PlanOwnOpinionListener implements TaskListener {

    private final Opinions opinions;
    private final Caller caller;

    PlanOwnOpinionListener(Opinions opinions, Caller caller) {
        this.opinions = opinions;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        OpinionDecision decision = Decisions.of(OpinionDecision.class, task.getVariable(PlanOpinionListener.OPINION));
        opinions.giveOwn(PlanCases.id(task.getExecution()), decision, caller.userId());
        task.getExecution().setVariable(PlanOpinionListener.OPINION, decision.name());
    }
}
