package vn.dusinhhoat.access.accounts;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every night, when posts begin and end with the new day: compares organisation and engine, writes down what differs,
 * mends it, and looks for open tasks that nobody can see. The report tells who and which; the log only how many.
 */
@Component
class ConsistencyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ConsistencyCheck.class);
    /** Any fixed number; whichever node has the lock does the night's work. */
    private static final long LOCK_KEY = 0x6e69_6768_74L;
    private static final int MOST_LINES = 2_000;

    private final AccountReconciliation accounts;
    private final UnseenTasks unseen;
    private final JdbcClient sql;
    private final Clock clock;

    ConsistencyCheck(AccountReconciliation accounts, UnseenTasks unseen, JdbcClient sql, Clock clock) {
        this.accounts = accounts;
        this.unseen = unseen;
        this.sql = sql;
        this.clock = clock;
    }

    /** Does nothing while another node is at it. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    void run() {
        if (!sql.sql("select pg_try_advisory_xact_lock(?)").param(LOCK_KEY).query(Boolean.class).single()) {
            return;
        }
        Differences differences = accounts.mend();
        // After mending: what is left needs a person.
        List<String> tasks = unseen.lines();
        List<String> findings = new ArrayList<>(differences.lines());
        findings.addAll(tasks);
        sql.sql("insert into consistency_report (ran_at, findings, detail) values (?, ?, ?)")
                .params(Timestamp.from(clock.instant()), findings.size(),
                        String.join("\n", findings.stream().limit(MOST_LINES).toList())).update();
        if (!findings.isEmpty()) {
            LOG.warn("Accounts and organisation differed in {} points ({} login names refused), {} open tasks cannot be seen;"
                    + " see the newest consistency_report", findings.size() - tasks.size(), differences.refused().size(), tasks.size());
        }
    }
}
