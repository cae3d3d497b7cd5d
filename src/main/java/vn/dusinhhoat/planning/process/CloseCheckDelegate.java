package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** The board has not looked the plans over in time: what was sent goes on (ruling B5). */
@Component("closeCheck")
@CallableFromModel
class CloseCheckDelegate implements JavaDelegate {

    private final BoardSteps board;

    CloseCheckDelegate(BoardSteps board) {
        this.board = board;
    }

    @Override
    public void execute(DelegateExecution execution) {
        board.closeCheck(PlanCases.id(execution));
    }
}
