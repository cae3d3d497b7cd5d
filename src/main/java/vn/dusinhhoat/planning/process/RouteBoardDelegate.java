package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.platform.CallableFromModel;

/** Finds the board and office that look the plans over (III.1a, III.4a). */
@Component("routeBoard")
@CallableFromModel
class RouteBoardDelegate implements JavaDelegate {

    private final BoardSteps board;

    RouteBoardDelegate(BoardSteps board) {
        this.board = board;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("boardGroups", String.join(",", board.groups(PlanCases.id(execution))));
    }
}
