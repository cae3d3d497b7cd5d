package vn.dusinhhoat.organization.imports;

import java.util.Optional;

/** The case of an import in the engine. */
public interface ImportProcess {

    /** Starts the case; the business key is the import's id. */
    void start(Long importId);

    /** Id of the task that waits for a person, if there is one. */
    Optional<String> openTask(Long importId);
}
