package vn.dusinhhoat.platform.engine;

import java.lang.reflect.Field;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ReflectionUtils;

/**
 * Claiming or completing a task and executing a job of the same case wait for each other. Without it whoever sends a report in the
 * moment its limit passes loses: the engine notices only when both have written, and the loser's work is undone.
 */
final class CaseLock extends CommandInterceptor {

    private static final String LOCK = "select e.id_ from act_ru_%1$s c join act_ru_execution e on e.id_ = c.%2$s where c.id_ = :id for no key update of e";

    /** What tells the id, and the statement that locks its case. */
    private record Lock(Field id, String statement) {

        static Lock by(Class<?> command, String field, String statement) {
            Field id = ReflectionUtils.findField(command, field);
            ReflectionUtils.makeAccessible(id);
            return new Lock(id, statement);
        }

        String idOf(Command<?> command) {
            return (String) ReflectionUtils.getField(id, command);
        }
    }

    private static final String OF_TASK = LOCK.formatted("task", "proc_inst_id_");
    private static final String OF_JOB = LOCK.formatted("job", "process_instance_id_");
    private static final Map<Class<?>, Lock> LOCKS = Map.of(
            ClaimTaskCmd.class, Lock.by(ClaimTaskCmd.class, "taskId", OF_TASK),
            CompleteTaskCmd.class, Lock.by(CompleteTaskCmd.class, "taskId", OF_TASK),
            SubmitTaskFormCmd.class, Lock.by(SubmitTaskFormCmd.class, "taskId", OF_TASK),
            ExecuteJobsCmd.class, Lock.by(ExecuteJobsCmd.class, "jobId", OF_JOB));

    private final JdbcClient sql;

    CaseLock(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Lock lock = LOCKS.get(command.getClass());
        if (lock != null && lock.idOf(command) != null) {
            sql.sql(lock.statement()).param("id", lock.idOf(command)).query(String.class).optional();
        }
        return next.execute(command);
    }
}
