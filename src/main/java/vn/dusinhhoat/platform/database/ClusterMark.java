package vn.dusinhhoat.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mark beside a cluster that says it was made completely and has started once. */
final class ClusterMark {

    private ClusterMark() {
    }

    static boolean isSet(Path cluster) {
        return Files.exists(markOf(cluster));
    }

    static void set(Path cluster) throws IOException {
        if (!isSet(cluster)) {
            Files.createFile(markOf(cluster));
        }
    }

    private static Path markOf(Path cluster) {
        return cluster.resolveSibling(cluster.getFileName() + ".complete");
    }
}
