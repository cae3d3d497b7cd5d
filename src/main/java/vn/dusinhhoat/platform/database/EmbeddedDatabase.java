package vn.dusinhhoat.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import vn.dusinhhoat.platform.StartupRefused;

/**
 * A PostgreSQL server of our own for a first start and for small installations: real data, so commits are durable,
 * and a killed application leaves nothing behind that would stop the next start.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String CLUSTER_FOLDER = "postgres-17";
    private static final String BINARIES_FOLDER = "postgres-17-binaries";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataDirectoryLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectoryLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server on the data kept in the folder, or on a new empty cluster.
     *
     * @param dataDirectory folder that belongs to one running application
     * @throws StartupRefused when another application uses the folder or the server cannot start
     */
    static EmbeddedDatabase start(Path dataDirectory) {
        Path folder = dataDirectory.toAbsolutePath().normalize();
        DataDirectoryLock lock = DataDirectoryLock.acquire(folder);
        try {
            Path cluster = folder.resolve(CLUSTER_FOLDER);
            OrphanedServer.of(cluster).ifPresent(OrphanedServer::stop);
            removeHalfMadeCluster(cluster);
            EmbeddedPostgres server = startServer(folder, cluster);
            new EmbeddedRoles(server.getPostgresDatabase()).prepare();
            ClusterMark.set(cluster);
            LOG.info("Embedded PostgreSQL is ready on loopback port {}, data in {}", server.getPort(), cluster);
            return new EmbeddedDatabase(lock, server);
        } catch (IOException | SQLException | IllegalStateException e) {
            lock.close();
            throw new StartupRefused("Không khởi động được cơ sở dữ liệu đi kèm trong thư mục " + folder
                    + ": kiểm tra quyền ghi và dung lượng đĩa rồi khởi động lại.", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** For Flyway: the role that owns the tables. */
    FlywayConnectionDetails ofOwner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return EmbeddedRoles.OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return EmbeddedDatabase.this.getJdbcUrl();
            }
        };
    }

    private static EmbeddedPostgres startServer(Path folder, Path cluster) throws IOException {
        Path binaries = Files.createDirectories(folder.resolve(BINARIES_FOLDER));
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Kept beside the data: the system's temp folder is swept while the server still runs.
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale", "C")
                // The builder's defaults trade durability for speed; an acknowledged report must survive a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "1GB")
                // What the server logs comes into our own log: no rows and no statements in it (row D5).
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                .start();
    }

    /** A cluster whose making was interrupted is not data: nobody has ever been told that anything is in it. */
    private static void removeHalfMadeCluster(Path cluster) throws IOException {
        if (Files.exists(cluster) && !ClusterMark.isSet(cluster)) {
            FileSystemUtils.deleteRecursively(cluster);
        }
    }

    /** The application's role; it may change rows, never tables (ADR 0009). */
    @Override
    public String getUsername() {
        return EmbeddedRoles.APPLICATION;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?reWriteBatchedInserts=true";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
