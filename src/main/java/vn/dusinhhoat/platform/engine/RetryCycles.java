package vn.dusinhhoat.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.CallableFromModel;

/**
 * Pauses between the attempts of a failing job, by name: a diagram says how patient a step is, not how many minutes that
 * means. After the last attempt the job becomes an incident with its cause (row R5).
 */
@Component("retry")
@CallableFromModel
public class RetryCycles {

    /** Waits for people who mend data: a day in all. */
    private static final String PATIENT = "PT10M,PT1H,PT4H,PT19H";
    /** Waits for another system, for instance one that restarts. */
    private static final String USUAL = "PT1M,PT5M,PT30M";

    @CallableFromModel
    public String patient(DelegateExecution execution) {
        return PATIENT;
    }

    @CallableFromModel
    public String usual(DelegateExecution execution) {
        return USUAL;
    }
}
