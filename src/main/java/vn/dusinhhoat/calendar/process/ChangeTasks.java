package vn.dusinhhoat.calendar.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.OwnTasks;

/** From a task of the caller to its change. Whoever does not have the task learns nothing. */
@Component
public class ChangeTasks {

    private final OwnTasks tasks;

    ChangeTasks(OwnTasks tasks) {
        this.tasks = tasks;
    }

    /** Id of the change whose open task this is. */
    public Optional<Long> ofCaller(String taskId) {
        return tasks.find(taskId, CalendarChangeProcess.KEY).map(OwnTasks.OwnTask::caseKey);
    }
}
