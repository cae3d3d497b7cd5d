package vn.dusinhhoat.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The bundles inside this release: every model of {@code processes/} with the forms of its folder. */
@Component
public class ReleaseBundles {

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    /** In the order of their ids; decision tables first, since diagrams use them. */
    public List<Bundle> all() {
        List<Bundle> bundles = new ArrayList<>();
        try {
            for (Resource table : resources.getResources("classpath:processes/*.dmn")) {
                bundles.add(bundle(table));
            }
            for (Resource diagram : resources.getResources("classpath:processes/*.bpmn")) {
                bundles.add(bundle(diagram));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundles;
    }

    private Bundle bundle(Resource model) throws IOException {
        String fileName = Objects.requireNonNull(model.getFilename());
        String id = fileName.substring(0, fileName.lastIndexOf('.'));
        SortedMap<String, byte[]> content = new TreeMap<>();
        content.put(fileName, model.getContentAsByteArray());
        for (Resource form : resources.getResources("classpath*:forms/" + id + "/*.html")) {
            content.put(id + "/" + form.getFilename(), form.getContentAsByteArray());
        }
        return new Bundle(id, content);
    }
}
