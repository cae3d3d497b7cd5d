package vn.dusinhhoat.platform.engine.scope;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;

/** Marks a task query that runs for somebody who is logged in; the engine's own join with grant rows is left out. */
public final class VisibleTasks extends AuthorizationCheck {

    private static final long serialVersionUID = 1L;

    private final boolean ownTasksOnly;
    private final LocalDate hiddenOn;

    VisibleTasks(String userId, List<String> groupIds, boolean ownTasksOnly, LocalDate hiddenOn) {
        setAuthUserId(userId);
        setAuthGroupIds(groupIds == null ? List.of() : List.copyOf(groupIds));
        setShouldPerformAuthorizatioCheck(false);
        this.ownTasksOnly = ownTasksOnly;
        this.hiddenOn = hiddenOn;
    }

    /** False for who may read every task of the units they see. Read by the statement. */
    public boolean isOwnTasksOnly() {
        return ownTasksOnly;
    }

    /** The day by which some people's own tasks are hidden from the caller (ruling B5); null when nobody's are. Read by the statement. */
    public LocalDate getHiddenOn() {
        return hiddenOn;
    }
}
