package vn.dusinhhoat.attendance.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.OpenReportTasks;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.EngineCommands;

/** Report tasks and the timers of their limits, in sets. Reads the engine's tables, changes through its services only. */
@Component
class LimitTimers implements OpenReportTasks {

    private static final int CHUNK = 500;
    private static final String TASKS = """
            select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_, c.business_key_
            from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_
            join act_re_procdef d on d.id_ = t.proc_def_id_
            where d.key_ = 'attendance-report' and t.due_date_ is not null""";
    private static final String TIMERS = """
            select j.process_instance_id_, d.act_id_, j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            where j.type_ = 'timer' and j.process_def_key_ = 'attendance-report'""";

    private static final String OF_THESE =
            " and j.process_instance_id_ in (select c.id_ from act_ru_execution c where c.business_key_ = any(:keys))";

    /** How the diagram limits a task: both texts are the same (lint), the timer's event may have any id. */
    private record DrawnLimit(java.time.Period span, Set<String> timers) {
    }

    private final JdbcClient sql;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<EngineCommands> engine;
    private final ObjectProvider<Caller> caller;

    LimitTimers(JdbcClient sql, ObjectProvider<RepositoryService> repository, ObjectProvider<TaskService> tasks,
                ObjectProvider<ManagementService> management, ObjectProvider<EngineCommands> engine, ObjectProvider<Caller> caller) {
        this.sql = sql;
        this.repository = repository;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.caller = caller;
    }

    @Override
    public List<OpenReportTask> all() {
        return found(sql.sql(TASKS), sql.sql(TIMERS));
    }

    @Override
    public List<OpenReportTask> of(Collection<Long> visitIds) {
        String[] keys = visitIds.stream().map(String::valueOf).toArray(String[]::new);
        return found(sql.sql(TASKS + " and c.business_key_ = any(:keys)").param("keys", keys),
                sql.sql(TIMERS + OF_THESE).param("keys", keys));
    }

    private List<OpenReportTask> found(JdbcClient.StatementSpec openTasks, JdbcClient.StatementSpec waitingTimers) {
        Map<String, String> timers = new HashMap<>();
        waitingTimers.query(row -> {
            timers.put(row.getString(1) + ' ' + row.getString(2), row.getString(3));
        });
        Map<String, Optional<DrawnLimit>> drawn = new HashMap<>();
        List<OpenReportTask> found = new ArrayList<>();
        openTasks.query(row -> {
            String definition = row.getString(3);
            String element = row.getString(4);
            Optional<DrawnLimit> limit = drawn.computeIfAbsent(definition + ' ' + element, key -> drawnLimit(definition, element));
            if (limit.isPresent()) {
                String instance = row.getString(2);
                String timer = limit.get().timers().stream().map(event -> timers.get(instance + ' ' + event))
                        .filter(Objects::nonNull).findFirst().orElse(null);
                found.add(new OpenReportTask(Long.valueOf(row.getString(5)), row.getString(1), limit.get().span(), timer));
            }
        });
        return found;
    }

    private Optional<DrawnLimit> drawnLimit(String definition, String element) {
        // Whoever may move limits need not have the right to read diagrams.
        BpmnModelInstance model = caller.getObject().asSystem(() -> repository.getObject().getBpmnModelInstance(definition));
        UserTask task = model.getModelElementById(element);
        String text = task.getCamundaDueDate();
        if (text == null || !text.startsWith("${deadline.after(")) {
            return Optional.empty();
        }
        Set<String> timers = new HashSet<>();
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            if (event.getEventDefinitions().stream().anyMatch(each -> each instanceof TimerEventDefinition timer
                    && isAt(timer.getTimeDate(), text))) {
                timers.add(event.getId());
            }
        }
        return Optional.of(new DrawnLimit(DeadlineExpressions.spanIn(text), timers));
    }

    private static boolean isAt(TimeDate date, String text) {
        return date != null && date.getTextContent().strip().equals(text);
    }

    @Override
    public void move(Map<OpenReportTask, Instant> limits) {
        List<OpenReportTask> all = List.copyOf(limits.keySet());
        // A job acts for the tenant of its own case; the reports of a province's communes belong to other tenants.
        caller.getObject().asSystem(() -> {
            engine.getObject().together(() -> {
                for (int from = 0; from < all.size(); from += CHUNK) {
                    moveChunk(all.subList(from, Math.min(from + CHUNK, all.size())), limits);
                }
            });
            return null;
        });
    }

    /** Loaded as a set, so that each change finds its row in the command's cache. */
    private void moveChunk(Collection<OpenReportTask> chunk, Map<OpenReportTask, Instant> limits) {
        tasks.getObject().createTaskQuery().taskIdIn(chunk.stream().map(OpenReportTask::taskId).toArray(String[]::new))
                .unlimitedList();
        Set<String> timers = chunk.stream().map(OpenReportTask::timerId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (!timers.isEmpty()) {
            management.getObject().createJobQuery().jobIds(timers).unlimitedList();
        }
        chunk.forEach(task -> {
            Date limit = Date.from(limits.get(task));
            tasks.getObject().setDueDate(task.taskId(), limit);
            if (task.timerId() != null) {
                management.getObject().setJobDuedate(task.timerId(), limit);
            }
        });
    }
}
