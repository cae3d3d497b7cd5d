package vn.dusinhhoat.template.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped layouts are those that {@link WriteLayouts} makes. */
class ShippedLayoutsTest {

    static Stream<String> names() {
        return WriteLayouts.LAYOUTS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedLayoutIsWhatIsMade(String name) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        WriteLayouts.LAYOUTS.get(name).get().writeTo(made);
        assertThat(parts(Files.readAllBytes(WriteLayouts.FOLDER.resolve(name)))).isEqualTo(parts(made.toByteArray()));
    }

    @Test
    void noOtherLayoutIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(WriteLayouts.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".docx")))
                    .containsExactlyInAnyOrderElementsOf(WriteLayouts.LAYOUTS.keySet());
        }
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
