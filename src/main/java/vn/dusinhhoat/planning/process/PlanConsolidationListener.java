package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** Completing the task submits the consolidated plan (III.5b). */
@Component("planConsolidation")
@CallableFromModel
class PlanConsolidationListener implements TaskListener {

    private final BoardSteps board;
    private final Caller caller;

    PlanConsolidationListener(BoardSteps board, Caller caller) {
        this.board = board;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        board.consolidated(PlanCases.id(task.getExecution()), caller.userId());
    }
}
