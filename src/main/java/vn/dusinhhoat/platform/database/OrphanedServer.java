package vn.dusinhhoat.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dusinhhoat.platform.StartupRefused;

/**
 * A PostgreSQL server that outlived the application that had started it (kill -9, power tool, out of memory): it holds
 * the cluster and would make the next start fail. The caller holds the folder's lock, so no application needs it.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int STOP_LIMIT_SECONDS = 30;

    private final ProcessHandle process;

    private OrphanedServer(ProcessHandle process) {
        this.process = process;
    }

    static Optional<OrphanedServer> of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        // The number may meanwhile belong to somebody else's process.
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(handle -> handle.info().command().orElse("").contains("postgres"))
                .map(OrphanedServer::new);
    }

    /** Ends the server in order, so that it writes its last checkpoint and the next start needs no recovery. */
    void stop() {
        LOG.warn("A PostgreSQL server of an earlier run (process {}) is still there; it is stopped first", process.pid());
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartupRefused("Máy chủ PostgreSQL của lần chạy trước (tiến trình " + process.pid()
                    + ") chưa dừng: dừng tiến trình này rồi khởi động lại.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupRefused("Việc khởi động bị ngắt.", e);
        }
    }
}
