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
    public static String create() {
        return create("template1");
    }

    /** JDBC address of a new database with the content of another one, to which nobody is connected. */
    public static String copyOf(String address) {
        return create(address.replaceAll(".*/(test\\d+).*", "$1"));
    }

    private static synchronized String create(String template) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
            }
            String name = "test" + COUNT.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
