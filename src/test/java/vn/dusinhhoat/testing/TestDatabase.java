package vn.dusinhhoat.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for the tests of a JVM; each application context gets an empty database of its own. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** JDBC address of a new empty database. */
    public static synchronized String create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
            }
            String name = "test" + COUNT.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
