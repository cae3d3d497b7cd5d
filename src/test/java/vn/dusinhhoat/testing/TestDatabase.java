package vn.dusinhhoat.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL server for the tests of a JVM; each application context gets an empty database of its own. As in an
 * installation one role owns the tables and another one is the application's (ADR 0009); neither has a password.
 */
public final class TestDatabase {

    /** Owns the tables; for Flyway, and for what a test breaks on purpose. */
    public static final String OWNER = "dusinhhoat";
    /** The application's. */
    public static final String APPLICATION = "dusinhhoat_app";

    private static final int LOOK_EVERY_MS = 100;
    private static final int MOST_LOOKS = 200;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** JDBC address of a new empty database; it names no role. */
    public static String create() {
        return create("template1");
    }

    /** JDBC address of a new database with the content of another one, to which nobody is connected. */
    public static String copyOf(String address) {
        return create(address.replaceAll(".*/(test\\d+).*", "$1"));
    }

    /** What an application needs to know to work with the database, as settings. */
    public static String[] settings(String address) {
        return new String[] {"spring.datasource.url=" + address, "spring.datasource.username=" + APPLICATION,
            "spring.flyway.user=" + OWNER, "spring.flyway.password="};
    }

    /** Application contexts close at the same time, each in its own hook, and need their database until the end. */
    private static void stopAfterTheApplications() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
             Statement statement = connection.createStatement()) {
            for (int look = 0; look < MOST_LOOKS && applicationsConnected(statement); look++) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (SQLException | InterruptedException e) {
            // The JVM is ending; the server is stopped all the same.
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean applicationsConnected(Statement statement) throws SQLException {
        try (ResultSet count = statement.executeQuery(
                "select count(*) from pg_stat_activity where datname like 'test%'")) {
            count.next();
            return count.getInt(1) > 0;
        }
    }

    /** The roles of an installation on a new server. */
    static void makeRoles(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
             Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login; create role " + APPLICATION + " login");
        }
    }

    private static synchronized String create(String template) {
        try {
            if (server == null) {
                // Logs as the embedded database does.
                server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").setRegisterShutdownHook(false)
                        .setServerConfig("log_error_verbosity", "terse").setServerConfig("log_min_error_statement", "panic").start();
                makeRoles(server);
                Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopAfterTheApplications));
            }
            String name = "test" + COUNT.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                 Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template + " owner " + OWNER);
            }
            return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
