package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.platform.CallableFromModel;

/** Thường trực never gave an opinion: nothing is put into force by silence (ruling A6). */
@Component("closeOpinion")
@CallableFromModel
class CloseOpinionDelegate implements JavaDelegate {

    private final Opinions opinions;

    CloseOpinionDelegate(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opinions.close(PlanCases.id(execution));
    }
}
