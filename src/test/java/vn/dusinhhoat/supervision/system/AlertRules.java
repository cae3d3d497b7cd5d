package vn.dusinhhoat.supervision.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The shipped rules as they stand in {@code docs/alerts.yml}. */
final class AlertRules {

    static final Path FILE = Path.of("docs/alerts.yml");

    /** One alert. */
    record Rule(String name, String expression, String severity, Map<String, String> annotations) {
    }

    private AlertRules() {
    }

    static List<Rule> all() {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(text(FILE));
        return file.get("groups").stream().flatMap(group -> group.get("rules").stream()).map(rule -> new Rule((String) rule.get("alert"),
                (String) rule.get("expr"), texts(rule.get("labels")).get("severity"), texts(rule.get("annotations")))).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Object map) {
        return (Map<String, String>) map;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
