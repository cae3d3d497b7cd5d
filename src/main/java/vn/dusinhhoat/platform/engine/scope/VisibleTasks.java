package vn.dusinhhoat.platform.engine.scope;

import java.util.List;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;

/** Marks a task query that runs for somebody who is logged in; the engine's own join with grant rows is left out. */
public final class VisibleTasks extends AuthorizationCheck {

    private static final long serialVersionUID = 1L;

    private final boolean ownTasksOnly;

    VisibleTasks(String userId, List<String> groupIds, boolean ownTasksOnly) {
        setAuthUserId(userId);
        setAuthGroupIds(groupIds == null ? List.of() : List.copyOf(groupIds));
        setShouldPerformAuthorizatioCheck(false);
        this.ownTasksOnly = ownTasksOnly;
    }

    /** False for who may read every task of the units they see. Read by the statement. */
    public boolean isOwnTasksOnly() {
        return ownTasksOnly;
    }
}
