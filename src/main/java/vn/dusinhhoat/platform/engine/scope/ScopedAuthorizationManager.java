package vn.dusinhhoat.platform.engine.scope;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** Narrows task queries to "assigned to me or candidate through me or my groups". */
public final class ScopedAuthorizationManager extends AuthorizationManager {

    private static final String HIDDEN_TASK = "vn.dusinhhoat.visibleTasks.isHiddenTask";
    private static final String HIDDEN_CASE = "vn.dusinhhoat.visibleTasks.isHiddenCase";

    private final Clock clock;

    ScopedAuthorizationManager(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        // The same query object may run twice, for its list and its count.
        query.setAuthCheck(new AuthorizationCheck());
        if (checksNow()) {
            Authentication caller = getCurrentAuthentication();
            boolean everyTask = readsEveryTask();
            query.setAuthCheck(new VisibleTasks(caller.getUserId(), caller.getGroupIds(), !everyTask,
                    everyTask && !isAdministrator() ? LocalDate.now(clock) : null));
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

    /** Who runs the engine: starts every case, sees every one. */
    boolean isAdministrator() {
        return areAdministrators(getCurrentAuthentication().getGroupIds());
    }

    static boolean areAdministrators(List<String> groupIds) {
        return groupIds != null && groupIds.contains(Groups.CAMUNDA_ADMIN);
    }

    /** @throws AuthorizationException when it is the own work of somebody whose lateness the caller is not to see (ruling B5) */
    void requireTaskInSight(String taskId) {
        requireInSight(HIDDEN_TASK, taskId, Resources.TASK);
    }

    /** @throws AuthorizationException when it is a case in which such work is open */
    void requireCaseInSight(String instanceId) {
        requireInSight(HIDDEN_CASE, instanceId, Resources.PROCESS_INSTANCE);
    }

    private void requireInSight(String statement, String id, Resources kind) {
        if (!checksNow() || isAdministrator()) {
            return;
        }
        String caller = getCurrentAuthentication().getUserId();
        Map<String, Object> question = Map.of("id", id, "caller", caller, "day", LocalDate.now(clock));
        if (Boolean.TRUE.equals(getDbEntityManager().selectOne(statement, question))) {
            throw new AuthorizationException(caller, Permissions.READ.getName(), kind.resourceName(), id);
        }
    }
}
