package vn.dusinhhoat.planning.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.DrawnSpan;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.planning.OpenPlanTasks;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.DueDates;

/** Plan tasks and the timers at them, in sets; each case by its own version of the diagram. Reads the engine's tables only. */
@Component
class PlanTimers implements OpenPlanTasks {

    private static final Map<String, Of> PROCESSES = Map.of(PlanCases.CAMPAIGN, Of.CAMPAIGN, PlanCases.MEMBER, Of.MEMBER, PlanCases.HOST, Of.HOST);
    private static final String TASKS = """
            select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_, c.business_key_, t.name_, t.create_time_, t.due_date_, d.key_
            from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_ join act_re_procdef d on d.id_ = t.proc_def_id_
            where d.key_ = any(:processes) and t.due_date_ is not null""";
    private static final String ONE = " and c.business_key_ = :key and t.task_def_key_ = :element";
    private static final String TIMERS = """
            select j.process_instance_id_, d.act_id_, j.id_, j.duedate_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            where j.type_ = 'timer' and j.process_def_key_ = any(:processes) and j.duedate_ is not null""";
    private static final String WAITING = """
            select id_, duedate_ from act_ru_job where process_instance_id_ = ? and type_ = 'timer' and duedate_ is not null order by duedate_""";

    /** How a diagram limits a task: its own span, null where it is none, and those of the timers at it, by their ids. */
    private record Drawn(Period span, Map<String, Period> timers) {
    }

    private record Waiting(String id, Instant at) {
    }

    private final JdbcClient sql;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<Caller> caller;
    private final DueDates dueDates;

    PlanTimers(JdbcClient sql, ObjectProvider<RepositoryService> repository, ObjectProvider<Caller> caller, DueDates dueDates) {
        this.sql = sql;
        this.repository = repository;
        this.caller = caller;
        this.dueDates = dueDates;
    }

    @Override
    public List<OpenPlanTask> all() {
        Map<String, Waiting> timers = new HashMap<>();
        sql.sql(TIMERS).param("processes", PROCESSES.keySet().toArray(String[]::new)).query(row -> {
            timers.put(row.getString(1) + ' ' + row.getString(2), new Waiting(row.getString(3), row.getTimestamp(4).toInstant()));
        });
        return tasks(sql.sql(TASKS + " order by t.id_").param("processes", PROCESSES.keySet().toArray(String[]::new)), timers);
    }

    @Override
    public Optional<OpenPlanTask> find(PlanTask task) {
        String[] process = PROCESSES.entrySet().stream().filter(each -> each.getValue() == task.of()).map(Map.Entry::getKey).toArray(String[]::new);
        return tasks(sql.sql(TASKS + ONE).param("processes", process).param("key", String.valueOf(task.key())).param("element", task.element()), Map.of())
                .stream().findFirst();
    }

    @Override
    public Map<String, Instant> waiting(OpenPlanTask task) {
        Map<String, Instant> waiting = new LinkedHashMap<>();
        sql.sql(WAITING).param(task.caseId()).query(row -> {
            waiting.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        return waiting;
    }

    /** Without those whose limit is written in another way. */
    private List<OpenPlanTask> tasks(JdbcClient.StatementSpec asked, Map<String, Waiting> timers) {
        Map<String, Drawn> drawn = new HashMap<>();
        return asked.query((row, n) -> {
            String definition = row.getString(3);
            String element = row.getString(4);
            return task(row, drawn.computeIfAbsent(definition + ' ' + element, key -> drawn(definition, element)), timers);
        }).list().stream().filter(open -> open.span() != null).toList();
    }

    private static OpenPlanTask task(ResultSet row, Drawn drawn, Map<String, Waiting> timers) throws SQLException {
        String instance = row.getString(2);
        List<Timer> at = new ArrayList<>();
        drawn.timers().forEach((event, span) -> {
            Waiting timer = timers.get(instance + ' ' + event);
            if (timer != null) {
                at.add(new Timer(timer.id(), span, timer.at()));
            }
        });
        return new OpenPlanTask(new PlanTask(PROCESSES.get(row.getString(9)), Long.valueOf(row.getString(5)), row.getString(4)), row.getString(1), instance,
                row.getString(6), Limit.dayOf(row.getTimestamp(7).toInstant()), drawn.span(), row.getTimestamp(8).toInstant(), at);
    }

    private Drawn drawn(String definition, String element) {
        // Whoever may move limits need not have the right to read diagrams.
        BpmnModelInstance model = caller.getObject().asSystem(() -> repository.getObject().getBpmnModelInstance(definition));
        UserTask task = model.getModelElementById(element);
        Map<String, Period> timers = new HashMap<>();
        model.getModelElementsByType(BoundaryEvent.class).stream().filter(event -> event.getAttachedTo().equals(task)).forEach(event ->
                event.getEventDefinitions().stream().filter(TimerEventDefinition.class::isInstance).map(TimerEventDefinition.class::cast)
                        .filter(timer -> timer.getTimeDate() != null).flatMap(timer -> DrawnSpan.fromNow(timer.getTimeDate().getTextContent()).stream())
                        .forEach(span -> timers.put(event.getId(), span)));
        return new Drawn(DrawnSpan.fromNow(task.getCamundaDueDate()).orElse(null), timers);
    }

    @Override
    public void move(Map<String, Instant> tasks, Map<String, Instant> timers) {
        dueDates.move(tasks, timers);
    }
}
