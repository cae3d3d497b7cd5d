package vn.dusinhhoat.template.layouts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes the shipped layouts anew (docs/adr/0014): {@code mvn test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=vn.dusinhhoat.template.layouts.WriteLayouts}.
 */
public final class WriteLayouts {

    static final Path FOLDER = Path.of("src", "main", "resources", "layouts");
    static final Map<String, Supplier<LayoutPage>> LAYOUTS = Map.of("ke-hoach-nam.docx", PlanLayout::make);

    private WriteLayouts() {
    }

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, Supplier<LayoutPage>> layout : LAYOUTS.entrySet()) {
            try (OutputStream out = Files.newOutputStream(FOLDER.resolve(layout.getKey()))) {
                layout.getValue().get().writeTo(out);
            }
        }
    }
}
