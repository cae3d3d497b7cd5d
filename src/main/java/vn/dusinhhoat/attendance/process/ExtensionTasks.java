package vn.dusinhhoat.attendance.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.OwnTasks;

/** From a task of the caller to its extension. Whoever does not have the task learns nothing. */
@Component
public class ExtensionTasks {

    private final OwnTasks tasks;

    ExtensionTasks(OwnTasks tasks) {
        this.tasks = tasks;
    }

    /** Id of the extension whose open task this is. */
    public Optional<Long> ofCaller(String taskId) {
        return tasks.find(taskId, LimitExtensionProcess.KEY).map(OwnTasks.OwnTask::caseKey);
    }
}
