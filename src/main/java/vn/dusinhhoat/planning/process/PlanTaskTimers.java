package vn.dusinhhoat.planning.process;

import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanLimitTasks;
import vn.dusinhhoat.planning.PlanLimits.About;
import vn.dusinhhoat.planning.PlanLimits.PlanTask;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.TimeZones;

/** Tasks of plans and the timers of their cases. Reads the engine's tables, changes through its services only. */
@Component
class PlanTaskTimers implements PlanLimitTasks {

    private static final Map<About, String> PROCESSES = Map.of(About.MEMBER, PlanCases.MEMBER, About.CAMPAIGN, PlanCases.CAMPAIGN, About.HOST,
            PlanCases.HOST);
    private static final Pattern FROM_NOW = Pattern.compile("\\$\\{deadline\\.fromNow\\(execution, '(P\\d+D)'\\)}");
    private static final String TASK = """
            select t.id_, t.proc_inst_id_, t.proc_def_id_, t.create_time_, t.due_date_
            from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_ join act_re_procdef d on d.id_ = t.proc_def_id_
            where d.key_ = :process and c.business_key_ = :id and t.task_def_key_ = :element and t.due_date_ is not null""";
    private static final String TIMERS = """
            select id_, duedate_ from act_ru_job where process_instance_id_ = ? and type_ = 'timer' and duedate_ is not null order by duedate_""";

    private final JdbcClient sql;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<TaskService> tasks;
    private final ObjectProvider<ManagementService> management;
    private final ObjectProvider<EngineCommands> engine;
    private final Caller caller;

    PlanTaskTimers(JdbcClient sql, ObjectProvider<RepositoryService> repository, ObjectProvider<TaskService> tasks,
                   ObjectProvider<ManagementService> management, ObjectProvider<EngineCommands> engine, Caller caller) {
        this.sql = sql;
        this.repository = repository;
        this.tasks = tasks;
        this.management = management;
        this.engine = engine;
        this.caller = caller;
    }

    @Override
    public Optional<OpenPlanTask> find(PlanTask task) {
        return sql.sql(TASK).param("process", PROCESSES.get(task.about())).param("id", String.valueOf(task.id())).param("element", task.element())
                .query((row, n) -> openTask(row.getString(1), row.getString(2), row.getTimestamp(4).toInstant(), span(row.getString(3), task.element()),
                        row.getTimestamp(5).toInstant()))
                .optional().filter(open -> open.span() != null);
    }

    private OpenPlanTask openTask(String taskId, String instanceId, Instant begun, Period span, Instant due) {
        Map<String, Instant> waiting = new LinkedHashMap<>();
        sql.sql(TIMERS).param(instanceId).query(row -> {
            waiting.put(row.getString(1), row.getTimestamp(2).toInstant());
        });
        return new OpenPlanTask(taskId, begun.atZone(TimeZones.VIETNAM).toLocalDate(), span, due, waiting);
    }

    /** Null where the diagram says it otherwise. Whoever grants time need not have the right to read diagrams. */
    private Period span(String definition, String element) {
        UserTask drawn = caller.asSystem(() -> repository.getObject().getBpmnModelInstance(definition)).getModelElementById(element);
        Matcher text = FROM_NOW.matcher(String.valueOf(drawn.getCamundaDueDate()));
        return text.matches() ? Period.parse(text.group(1)) : null;
    }

    /** In the name of the system: nobody has the right to move one of them alone. */
    @Override
    public void move(OpenPlanTask task, Instant dueAt, Map<String, Instant> timers) {
        caller.asSystem(() -> {
            engine.getObject().together(() -> {
                tasks.getObject().setDueDate(task.taskId(), Date.from(dueAt));
                timers.forEach((job, moment) -> management.getObject().setJobDuedate(job, Date.from(moment)));
            });
            return null;
        });
    }
}
