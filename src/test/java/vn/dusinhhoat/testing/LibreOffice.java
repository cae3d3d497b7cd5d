package vn.dusinhhoat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real LibreOffice: the installed one, else one from the npm registry. */
public final class LibreOffice {

    private static final Path TOOLING = Path.of("src", "tooling", "libreoffice").toAbsolutePath();
    private static final int LIMIT_MINUTES = 5;

    private LibreOffice() {
    }

    /** Opens a file there and saves it as another, in the format of its ending. */
    public static void convert(Path from, Path to) throws IOException, InterruptedException {
        // Into a file: whatever LibreOffice leaves behind would keep a pipe open.
        Path said = Files.createTempFile("libreoffice", ".log");
        Process process = new ProcessBuilder("node", "convert.mjs", from.toAbsolutePath().toString(), to.toAbsolutePath().toString())
                .directory(TOOLING.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("LibreOffice has ended: " + Files.readString(said)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
