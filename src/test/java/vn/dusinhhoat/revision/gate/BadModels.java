package vn.dusinhhoat.revision.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Models of the release with one fault each, from {@code bad-models.txt}. */
public final class BadModels {

    /**
     * One bad model.
     *
     * @param file  file of the release that has the fault
     * @param from  what is replaced, at its first place
     * @param where what the refusal must name
     * @param told  what it must say
     */
    public record BadModel(String file, String from, String to, String where, String told) {

        /** The whole bundle with the fault in it. */
        public Map<String, byte[]> resources() {
            Map<String, byte[]> resources = bundle(file.replaceAll("[./].*", ""));
            String good = new String(resources.get(file), StandardCharsets.UTF_8);
            int at = good.indexOf(from);
            if (at < 0) {
                throw new AssertionError("nothing to replace in " + file + ": " + from);
            }
            resources.put(file, (good.substring(0, at) + to + good.substring(at + from.length())).getBytes(StandardCharsets.UTF_8));
            return resources;
        }
    }

    private BadModels() {
    }

    public static List<BadModel> all() {
        return read(new ClassPathResource("vn/dusinhhoat/revision/gate/bad-models.txt")).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
                    String[] parts = line.split(" ; ", -1);
                    if (parts.length != 5) {
                        throw new AssertionError("no line of bad models: " + line);
                    }
                    return new BadModel(parts[0], parts[1], parts[2], parts[3], parts[4]);
                }).toList();
    }

    /** The files of a released model, or of the one kept for the tests. */
    public static Map<String, byte[]> bundle(String id) {
        Map<String, byte[]> resources = new HashMap<>();
        try {
            for (String model : List.of("processes/" + id + ".bpmn", "processes/" + id + ".dmn", "vn/dusinhhoat/revision/gate/" + id + ".bpmn")) {
                Resource found = new ClassPathResource(model);
                if (found.exists()) {
                    resources.put(found.getFilename(), found.getContentAsByteArray());
                }
            }
            for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/" + id + "/*.html")) {
                resources.put(id + "/" + form.getFilename(), form.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
