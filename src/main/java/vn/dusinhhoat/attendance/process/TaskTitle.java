package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import vn.dusinhhoat.platform.OutsideText;

/** Names of tasks that carry names of people and cells. */
final class TaskTitle {

    /** The engine's column; beyond it the step would fail and wait for nobody. */
    private static final int LONGEST = 255;

    private TaskTitle() {
    }

    /** Names the task, shortened where it has to be: the whole names stand in the form. */
    static void give(DelegateTask task, String title) {
        give(task, title, "");
    }

    /** The same with an end that is never shortened. */
    static void give(DelegateTask task, String title, String end) {
        task.setName(OutsideText.shortened(title, LONGEST - end.length()) + end);
    }
}
