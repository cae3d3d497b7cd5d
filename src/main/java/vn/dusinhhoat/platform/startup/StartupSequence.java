package vn.dusinhhoat.platform.startup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.StartupStep;

/**
 * Runs the start-up steps before the web server opens its port. Several nodes may start at once: a lock in the
 * database lets one after the other through, and every step is repeatable.
 */
@Component
class StartupSequence implements SmartLifecycle {

    /** Any fixed number; it names our lock among the database's advisory locks. */
    private static final long LOCK_KEY = 0x6475_7369_6e68L;

    private final DataSource dataSource;
    private final ObjectProvider<StartupStep> steps;
    private volatile boolean running;

    StartupSequence(DataSource dataSource, ObjectProvider<StartupStep> steps) {
        this.dataSource = dataSource;
        this.steps = steps;
    }

    @Override
    public void start() {
        try (Connection connection = dataSource.getConnection()) {
            call(connection, "select pg_advisory_lock(?)");
            try {
                ordered().forEach(StartupStep::run);
            } finally {
                call(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new StartupRefused("Mất kết nối với cơ sở dữ liệu khi đang khởi động: kiểm tra máy chủ PostgreSQL"
                    + " rồi khởi động lại.", e);
        }
        running = true;
    }

    private List<StartupStep> ordered() {
        return steps.orderedStream().toList();
    }

    private static void call(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, LOCK_KEY);
            statement.execute();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Earlier than everything that lets requests or jobs in. */
    @Override
    public int getPhase() {
        return 0;
    }
}
