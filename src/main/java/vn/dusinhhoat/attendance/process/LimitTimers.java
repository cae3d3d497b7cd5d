package vn.dusinhhoat.attendance.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
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
import vn.dusinhhoat.platform.DueDates;

/** Report tasks and the timers of their limits, in sets. Reads the engine's tables only. */
@Component
class LimitTimers implements OpenReportTasks {

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
    private final ObjectProvider<Caller> caller;
    private final DueDates dueDates;

    LimitTimers(JdbcClient sql, ObjectProvider<RepositoryService> repository, ObjectProvider<Caller> caller, DueDates dueDates) {
        this.sql = sql;
        this.repository = repository;
        this.caller = caller;
        this.dueDates = dueDates;
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
        Map<String, Instant> timers = new HashMap<>();
        limits.forEach((task, limit) -> {
            if (task.timerId() != null) {
                timers.put(task.timerId(), limit);
            }
        });
        dueDates.move(limits.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().taskId(), Map.Entry::getValue)), timers);
    }
}
