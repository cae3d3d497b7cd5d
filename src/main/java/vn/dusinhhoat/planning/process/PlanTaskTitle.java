package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.dusinhhoat.platform.OutsideText;

/** Names of tasks that carry years and names. */
final class PlanTaskTitle {

    /** The engine's column; beyond it the step would fail and wait for nobody. */
    private static final int LONGEST = 255;

    private PlanTaskTitle() {
    }

    static void give(DelegateTask task, String title) {
        task.setName(OutsideText.shortened(title, LONGEST));
    }
}
