package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** Completing the task ends the look over the plans (III.1a, III.4a). */
@Component("planCheck")
@CallableFromModel
class PlanCheckListener implements TaskListener {

    private final BoardSteps board;
    private final Caller caller;

    PlanCheckListener(BoardSteps board, Caller caller) {
        this.board = board;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        board.checked(PlanCases.id(task.getExecution()), caller.userId());
    }
}
