package vn.dusinhhoat.platform.engine.scope;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** Narrows task queries to "assigned to me or candidate through me or my groups". */
public final class ScopedAuthorizationManager extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        // The same query object may run twice, for its list and its count.
        query.setAuthCheck(new AuthorizationCheck());
        if (checksNow()) {
            Authentication caller = getCurrentAuthentication();
            query.setAuthCheck(new VisibleTasks(caller.getUserId(), caller.getGroupIds(), !readsEveryTask()));
        }
    }

    /** Whether this is a request of somebody who is logged in, and not our own code inside of one. */
    boolean checksNow() {
        return isAuthCheckExecuted();
    }

    /** Supervisors and administrators; the permission is given for all definitions or not at all. */
    boolean readsEveryTask() {
        return isAuthorized(Permissions.READ_TASK, Resources.PROCESS_DEFINITION, Authorization.ANY);
    }

    /** Administrators. */
    boolean startsEveryCase() {
        return isAuthorized(Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, Authorization.ANY);
    }
}
