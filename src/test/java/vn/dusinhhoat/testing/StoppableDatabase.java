package vn.dusinhhoat.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL server of one test alone, which that test stops and starts again on the same data and port. */
public final class StoppableDatabase implements AutoCloseable {

    private final Path data;
    private final Map<String, String> configuration;
    private final int port;
    private EmbeddedPostgres server;

    /**
     * Starts it with the roles of an installation and an empty database.
     *
     * @param configuration settings of the server
     */
    public StoppableDatabase(Path folder, Map<String, String> configuration) throws IOException, SQLException {
        this.data = folder.resolve("postgres");
        this.configuration = configuration;
        this.server = server(0);
        this.port = server.getPort();
        TestDatabase.makeRoles(server);
        administer("create database dusinhhoat owner " + TestDatabase.OWNER);
    }

    private EmbeddedPostgres server(int wantedPort) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C").setServerConfig("timezone", "Asia/Ho_Chi_Minh");
        configuration.forEach(builder::setServerConfig);
        return (wantedPort == 0 ? builder : builder.setPort(wantedPort)).start();
    }

    /** JDBC address; it names no role. */
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/dusinhhoat";
    }

    /** As the server's administrator, outside of a transaction. */
    public void administer(String command) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** Stops the server; whoever is connected is cut off. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts it again. */
    public void start() throws IOException {
        server = server(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
