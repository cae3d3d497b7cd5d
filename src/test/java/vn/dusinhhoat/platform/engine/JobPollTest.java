package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
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
    private static final int POLLS_BEFORE = 12;

    private record Reads(long ofTable, long byIndex, long ofDueIndex, long ofLockedIndex) {
    }

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
    void theIndexesAreThere() {
        assertThat(sql.sql("select indexdef from pg_indexes where tablename = 'act_ru_job' and indexname like 'ix\\_job\\_%' order by 1")
                .query(String.class).list()).containsExactly(
                        "CREATE INDEX ix_job_due ON public.act_ru_job USING btree (duedate_)",
                        "CREATE INDEX ix_job_locked ON public.act_ru_job USING btree (process_instance_id_) WHERE (lock_owner_ IS NOT NULL)");
    }

    @Test
    void nothingDueCostsNothing() {
        Reads reads = readsOfAPoll(false);
        assertThat(reads.ofTable()).isZero();
        assertThat(reads.ofDueIndex()).isPositive();
    }

    @Test
    void someDueReadThoseOnly() {
        int due = sql.sql("update act_ru_job set duedate_ = now() - interval '1 minute' where id_ like 'viec-cho-%77'").update();
        Reads reads = readsOfAPoll(true);
        assertThat(reads.ofTable()).isZero();
        assertThat(reads.ofDueIndex()).isPositive();
        assertThat(reads.ofLockedIndex()).as("others of the same case at work").isPositive();
        // Counted when found in the index and again when read; never those that wait.
        assertThat(reads.byIndex()).isLessThan(3 * due);
    }

    private Reads readsOfAPoll(boolean found) {
        // After some of them the database keeps one plan for all.
        IntStream.range(0, POLLS_BEFORE).forEach(n -> waiting.poll());
        return transactions.execute(status -> {
            Reads before = reads();
            assertThat(waiting.poll().stream().anyMatch(job -> job.getId().startsWith("viec-cho-"))).isEqualTo(found);
            Reads after = reads();
            return new Reads(after.ofTable() - before.ofTable(), after.byIndex() - before.byIndex(), after.ofDueIndex() - before.ofDueIndex(),
                    after.ofLockedIndex() - before.ofLockedIndex());
        });
    }

    private Reads reads() {
        return sql.sql("""
                select seq_tup_read as of_table, idx_tup_fetch as by_index, pg_stat_get_xact_numscans('ix_job_due'::regclass) as of_due_index,
                       pg_stat_get_xact_numscans('ix_job_locked'::regclass) as of_locked_index
                from pg_stat_xact_user_tables where relname = 'act_ru_job'""").query(Reads.class).single();
    }
}
