package vn.dusinhhoat.attendance.extension;

import java.util.Optional;

/** The case of an extension in the engine. */
public interface ExtensionProcess {

    /**
     * Starts the case; the business key is the extension's id.
     *
     * @param ownerUnit code of the unit whose tenant the case belongs to
     */
    void start(Long extensionId, String ownerUnit);

    /** Id of the task that waits for a person, if there is one. */
    Optional<String> openTask(Long extensionId);
}
