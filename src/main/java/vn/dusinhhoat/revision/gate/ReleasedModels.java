package vn.dusinhhoat.revision.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import vn.dusinhhoat.revision.Bundle;
import vn.dusinhhoat.revision.ReleaseBundles;

/** The models that came with this release, which the code was written for: what a revision is compared with. */
@Component
class ReleasedModels {

    private final Map<String, Bundle> bundles = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();

    ReleasedModels(ReleaseBundles release) {
        for (Bundle bundle : release.all()) {
            bundles.put(bundle.id(), bundle);
            bundle.resources().forEach((name, content) -> {
                if (!name.endsWith(".html")) {
                    documents.put(name, SafeXml.read(name, content, new Findings()).orElseThrow());
                }
            });
        }
    }

    Optional<Diagram> diagram(String processId) {
        return Optional.ofNullable(documents.get(processId + ".bpmn")).map(document -> new Diagram(processId + ".bpmn", document));
    }

    /** The file of the release that holds the process. */
    Optional<String> fileOf(String processId) {
        return documents.keySet().stream().filter(name -> name.endsWith(".bpmn"))
                .filter(name -> new Diagram(name, documents.get(name)).processes().stream().anyMatch(process -> process.getAttribute("id").equals(processId)))
                .findFirst();
    }

    Optional<Document> table(String decisionId) {
        return Optional.ofNullable(documents.get(decisionId + ".dmn"));
    }

    /** Content of a form by its resource name. */
    Optional<byte[]> form(String name) {
        return Optional.ofNullable(bundles.get(name.replaceAll("/.*", ""))).map(bundle -> bundle.resources().get(name));
    }

    Set<String> ids() {
        return bundles.keySet();
    }
}
