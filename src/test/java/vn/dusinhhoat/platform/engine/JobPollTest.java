package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/** Looking for due jobs among many waiting ones reads the index, never the table (row R16). */
@ApplicationTest
class JobPollTest {

    private static final int WAITING = 50_000;

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private TransactionTemplate transactions;

    private WaitingJobs waiting;

    @BeforeEach
    void fill() {
        waiting = new WaitingJobs(engine, sql, owner);
        waiting.fill(WAITING);
    }

    @AfterEach
    void remove() {
        waiting.remove();
    }

    @Test
    void nothingDueCostsNothing() {
        Map<String, Object> reads = readsOfAPoll(false);
        assertThat(reads).containsEntry("seq_tup_read", 0L);
        assertThat((Long) reads.get("of_due")).isPositive();
    }

    @Test
    void someDueReadThoseOnly() {
        sql.sql("update act_ru_job set duedate_ = now() - interval '1 minute' where id_ like 'viec-cho-%77'").update();
        Map<String, Object> reads = readsOfAPoll(true);
        assertThat(reads).containsEntry("seq_tup_read", 0L);
        assertThat((Long) reads.get("of_due")).isPositive();
        // The look for others of the same case that are locked.
        assertThat((Long) reads.get("idx_tup_fetch")).isLessThan(1_000);
    }

    private Map<String, Object> readsOfAPoll(boolean found) {
        return transactions.execute(status -> {
            assertThat(waiting.poll().stream().anyMatch(job -> job.getId().startsWith("viec-cho-"))).isEqualTo(found);
            return sql.sql("""
                    select seq_tup_read, idx_tup_fetch, pg_stat_get_xact_numscans('ix_job_due'::regclass) as of_due
                    from pg_stat_xact_user_tables where relname = 'act_ru_job'""").query().singleRow();
        });
    }
}
