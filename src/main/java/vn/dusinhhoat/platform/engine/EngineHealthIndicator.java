package vn.dusinhhoat.platform.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the engine can work: its tables answer and are of its version, its job executor runs where there is one, and
 * database and application agree on the time (row O2). The engine's own indicators never touch the database.
 */
@Component
class EngineHealthIndicator extends AbstractHealthIndicator {

    /** With more between them limits pass at other times than people see. */
    private static final Duration MOST_OFFSET = Duration.ofSeconds(30);

    private final JdbcClient sql;
    private final ObjectProvider<JobExecutor> jobExecutor;
    private final Clock clock;

    EngineHealthIndicator(JdbcClient sql, ObjectProvider<JobExecutor> jobExecutor, Clock clock) {
        super("the engine's tables do not answer");
        this.sql = sql;
        this.jobExecutor = jobExecutor;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Instant now = clock.instant();
        Duration offset = sql.sql("select clock_timestamp()").query(Timestamp.class).optional()
                .map(time -> Duration.between(now, time.toInstant()).abs()).orElse(MOST_OFFSET.plusSeconds(1));
        boolean sameVersion = sql.sql(EngineSchemaCheck.VERSION).query(String.class).single()
                .equals(ProcessEngine.class.getPackage().getImplementationVersion());
        boolean works = jobExecutor.stream().allMatch(JobExecutor::isActive);
        builder.status(sameVersion && works && offset.compareTo(MOST_OFFSET) <= 0 ? Status.UP
                : Status.DOWN)
                .withDetail("schemaVersion", sameVersion).withDetail("jobExecutor", works).withDetail("clockOffsetSeconds", offset.toSeconds());
    }
}
