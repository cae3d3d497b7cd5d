package vn.dusinhhoat.platform.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.DueDates;
import vn.dusinhhoat.platform.EngineCommands;

/** Changes through the engine's services; loaded as sets, so that each change finds its row in the command's cache. */
@Component
class DueDatesInSets implements DueDates {

    private static final int CHUNK = 500;

    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<EngineCommands> engine;
    private final ObjectProvider<Caller> caller;

    DueDatesInSets(ObjectProvider<TaskService> tasks, ObjectProvider<ManagementService> management, ObjectProvider<EngineCommands> engine,
                   ObjectProvider<Caller> caller) {
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.caller = caller;
    }

    /** A job acts for the tenant of its own case; what is moved belongs to many. */
    @Override
    public void move(Map<String, Instant> dueTasks, Map<String, Instant> dueTimers) {
        caller.getObject().asSystem(() -> {
            engine.getObject().together(() -> {
                inChunks(dueTasks.keySet(), chunk -> {
                    tasks.getObject().createTaskQuery().taskIdIn(chunk.toArray(String[]::new)).unlimitedList();
                    chunk.forEach(task -> tasks.getObject().setDueDate(task, Date.from(dueTasks.get(task))));
                });
                inChunks(dueTimers.keySet(), chunk -> {
                    management.getObject().createJobQuery().jobIds(Set.copyOf(chunk)).unlimitedList();
                    chunk.forEach(timer -> management.getObject().setJobDuedate(timer, Date.from(dueTimers.get(timer))));
                });
            });
            return null;
        });
    }

    private static void inChunks(Set<String> all, Consumer<List<String>> work) {
        List<String> ids = new ArrayList<>(all);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            work.accept(ids.subList(from, Math.min(from + CHUNK, ids.size())));
        }
    }
}
