package vn.dusinhhoat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A real LibreOffice: the installed one, else one from the npm registry. */
public final class LibreOffice {

    private static final Path TOOLING = Path.of("src", "tooling", "libreoffice").toAbsolutePath();

    private LibreOffice() {
    }

    /** Opens a file there and saves it as another, in the format of its ending. */
    public static void convert(Path from, Path to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", "convert.mjs", from.toAbsolutePath().toString(), to.toAbsolutePath().toString())
                .directory(TOOLING.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
