package vn.dusinhhoat.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.OwnerSql;

/** Many timers that are not due for long, and the engine's look for those that are. */
final class WaitingJobs {

    static final String ID = "viec-cho-";
    /** Asks for :id, with which their ids begin, and :count. */
    static final String INSERT = """
            insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, process_def_id_, process_def_key_,
                                    retries_, duedate_, handler_type_, handler_cfg_, suspension_state_, priority_, create_time_)
            select :id || n, 1, 'timer', true, :id || n, :id || n, d.id_, d.key_, 3, now() + interval '90 days' + n * interval '1 minute',
                   'timer-transition', 'timer_limitOneDay', 1, 0, now()
            from (select id_, key_ from act_re_procdef where key_ = 'attendance-report' order by version_ desc limit 1) d,
                 generate_series(1, :count) n""";

    private final ProcessEngine engine;
    private final JdbcClient sql;
    private final OwnerSql owner;

    WaitingJobs(ProcessEngine engine, JdbcClient sql, OwnerSql owner) {
        this.engine = engine;
        this.sql = sql;
        this.owner = owner;
    }

    /** Timers of as many instances, due in the years to come; the planner knows of them. */
    void fill(int count) {
        sql.sql(INSERT).param("id", ID).param("count", count).update();
        owner.sql("vacuum analyze act_ru_job").update();
    }

    void remove() {
        sql.sql("delete from act_ru_job where id_ like :id || '%'").param("id", ID).update();
        owner.sql("vacuum analyze act_ru_job").update();
    }

    /** The engine's own statement for jobs to execute, as its acquisition asks it. */
    List<AcquirableJobEntity> poll() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 50)));
    }
}
