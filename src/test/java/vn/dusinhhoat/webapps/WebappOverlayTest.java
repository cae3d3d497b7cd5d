package vn.dusinhhoat.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** What we lay over Camunda's web applications: a missing label would show as its raw key, a missing script as a blank page. */
class WebappOverlayTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern SCRIPT = Pattern.compile("'(plugins/[^']+)'");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\()'([^']+)'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|%[ds]");

    /** Labels that our own rules bring. */
    private static final Set<String> OWN_LABELS = Set.of("PASSWORD_POLICY_COMMON");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void vietnameseHasEveryLabelWithItsPlaceholders(String app) throws IOException {
        JsonNode english = read(app + "/locales/en.json").path("labels");
        JsonNode vietnamese = read(app + "/locales/vi.json").path("labels");
        Set<String> translated = keys(vietnamese);
        translated.removeAll(OWN_LABELS);
        assertThat(translated).isEqualTo(keys(english));
        for (String key : keys(english)) {
            String text = vietnamese.path(key).asText();
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.path(key).asText()));
            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyCustomScriptExistsAndVietnameseIsForced(String app) throws IOException {
        String config = text(app + "/scripts/config.js");
        assertThat(config).contains("availableLocales: ['vi']", "fallbackLocale: 'vi'");
        Matcher script = SCRIPT.matcher(config);
        while (script.find()) {
            followImports(APPS + app + "/" + script.group(1) + ".js", new HashSet<>());
        }
    }

    /** Also what a script imports must be packed; that it can be parsed and linked is tested in src/tooling. */
    private static void followImports(String path, Set<String> seen) throws IOException {
        if (!seen.add(path)) {
            return;
        }
        assertThat(new ClassPathResource(path).exists()).as(path).isTrue();
        Matcher imported = IMPORT.matcher(text(path, ""));
        while (imported.find()) {
            String address = imported.group(1);
            String folder = address.startsWith("/") ? "static" : path.substring(0, path.lastIndexOf('/') + 1);
            followImports(folder + address.replaceFirst("^\\./", ""), seen);
        }
    }

    private static Set<String> keys(JsonNode labels) {
        Set<String> keys = new TreeSet<>();
        labels.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group().replace(" ", "")).collect(Collectors.toSet());
    }

    private JsonNode read(String path) throws IOException {
        return json.readTree(text(path));
    }

    private static String text(String path) throws IOException {
        return text(path, APPS);
    }

    private static String text(String path, String folder) throws IOException {
        try (InputStream content = new ClassPathResource(folder + path).getInputStream()) {
            // Camunda's own files begin with a byte order mark.
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }
}
