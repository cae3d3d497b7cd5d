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

/** Completing the task gives the one opinion of Thường trực on the whole (ruling A5). */
@Component("opinionOnPlan")
@CallableFromModel
@TakesFromForm(PlanOpinionListener.OPINION)
class PlanOpinionListener implements TaskListener {

    /** Variable: an {@link OpinionDecision}. */
    static final String OPINION = "planOpinion";

    private final Opinions opinions;
    private final Caller caller;

    PlanOpinionListener(Opinions opinions, Caller caller) {
        this.opinions = opinions;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        OpinionDecision decision = Decisions.of(OpinionDecision.class, task.getVariable(OPINION));
        boolean ownPart = opinions.give(PlanCases.id(task.getExecution()), decision, caller.userId());
        task.getExecution().setVariable(OPINION, decision.name());
        task.getExecution().setVariable("ownPart", ownPart);
    }
}
