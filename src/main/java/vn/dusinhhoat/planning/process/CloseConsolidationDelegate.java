package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The board has not consolidated in time: what is there is submitted (ruling B5). */
@Component("closeConsolidation")
@CallableFromModel
class CloseConsolidationDelegate implements JavaDelegate {

    private final BoardSteps board;

    CloseConsolidationDelegate(BoardSteps board) {
        this.board = board;
    }

    @Override
    public void execute(DelegateExecution execution) {
        board.consolidated(PlanCases.id(execution), null);
    }
}
