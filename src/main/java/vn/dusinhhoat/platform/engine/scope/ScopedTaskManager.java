package vn.dusinhhoat.platform.engine.scope;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Lists and counts tasks with our statements when somebody who is logged in asks. */
public final class ScopedTaskManager extends TaskManager {

    private static final String LIST = "vn.dusinhhoat.visibleTasks.selectVisibleTasks";
    private static final String COUNT = "vn.dusinhhoat.visibleTasks.countVisibleTasks";

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        if (query.getAuthCheck() instanceof VisibleTasks) {
            return getDbEntityManager().selectList(LIST, query);
        }
        return super.findTasksByQueryCriteria(query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        if (query.getAuthCheck() instanceof VisibleTasks) {
            return (Long) getDbEntityManager().selectOne(COUNT, query);
        }
        return super.findTaskCountByQueryCriteria(query);
    }
}
