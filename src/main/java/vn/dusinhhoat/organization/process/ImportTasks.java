package vn.dusinhhoat.organization.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.OwnTasks;

/** From a task of the caller to its import. Whoever does not have the task learns nothing. */
@Component
public class ImportTasks {

    private final OwnTasks tasks;

    ImportTasks(OwnTasks tasks) {
        this.tasks = tasks;
    }

    /** Id of the import whose open task this is. */
    public Optional<Long> ofCaller(String taskId) {
        return tasks.find(taskId, OrganizationImportProcess.KEY).map(OwnTasks.OwnTask::caseKey);
    }
}
