package vn.dusinhhoat.supervision.system;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.Caller;

/**
 * Every night: open tasks whose due date differs from the timer with the same limit on the diagram, and report tasks whose due
 * date differs from the limit that the report keeps (row T5). Both are changed together and by our own action only; whoever
 * finds a line here has found somebody who went another way.
 */
@Component
public class LimitTimerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LimitTimerCheck.class);
    /** Any fixed number; whichever node has the lock does the night's work. */
    private static final long LOCK_KEY = 0x6c69_6d69_7473L;
    private static final int MOST_LINES = 2_000;
    private static final String PLACES = "select distinct proc_def_id_, task_def_key_ from act_ru_task where due_date_ is not null and proc_def_id_ is not null";
    private static final String TIMERS = """
            select 'Việc ' || t.id_ || ': hạn ' || to_char(t.due_date_, 'DD/MM/YYYY HH24:MI:SS') || ', đồng hồ ' || to_char(j.duedate_, 'DD/MM/YYYY HH24:MI:SS')
            from act_ru_task t join act_ru_job j on j.execution_id_ = t.execution_id_ and j.type_ = 'timer'
            join act_ru_jobdef d on d.id_ = j.job_def_id_
            where t.proc_def_id_ = :definition and t.task_def_key_ = :task and d.act_id_ = :timer and t.due_date_ is not null
              and j.duedate_ is distinct from t.due_date_ and j.retries_ > 0 order by t.id_""";
    private static final String REPORTS = """
            select 'Việc ' || t.id_ || ': hạn ' || to_char(t.due_date_, 'DD/MM/YYYY HH24:MI:SS') || ', báo cáo của lượt dự ' || r.visit_id || ' ghi '
                   || coalesce(to_char(r.limit_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS'), 'chưa có hạn')
            from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_ join report r on r.visit_id = c.business_key_::bigint
            where t.task_def_key_ like 'task\\_writeReport%' and t.due_date_ is distinct from (r.limit_at at time zone 'Asia/Ho_Chi_Minh')
            order by t.id_""";

    private final ObjectProvider<RepositoryService> repository;
    private final Caller caller;
    private final JdbcClient sql;
    private final Clock clock;

    LimitTimerCheck(ObjectProvider<RepositoryService> repository, Caller caller, JdbcClient sql, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes down what differs. Does nothing while another node is at it. */
    @Scheduled(cron = "0 20 0 * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    public void run() {
        if (!sql.sql("select pg_try_advisory_xact_lock(?)").param(LOCK_KEY).query(Boolean.class).single()) {
            return;
        }
        List<String> findings = findings();
        sql.sql("insert into consistency_report (ran_at, findings, detail, about) values (?, ?, ?, 'LIMITS')")
                .params(Timestamp.from(clock.instant()), findings.size(), String.join("\n", findings.stream().limit(MOST_LINES).toList())).update();
        if (!findings.isEmpty()) {
            LOG.warn("{} limits differ from their timers or reports; see the newest consistency_report about LIMITS", findings.size());
        }
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>(sql.sql(REPORTS).query(String.class).list());
        sql.sql(PLACES).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().forEach(place ->
                timersOf(place.getKey(), place.getValue()).forEach(timer -> findings.addAll(sql.sql(TIMERS).param("definition", place.getKey())
                        .param("task", place.getValue()).param("timer", timer).query(String.class).list())));
        return findings;
    }

    /** Timers at the task that carry the very text of its due date. */
    private List<String> timersOf(String definitionId, String element) {
        BpmnModelInstance model = caller.asSystem(() -> repository.getObject().getBpmnModelInstance(definitionId));
        if (!(model.getModelElementById(element) instanceof UserTask task) || task.getCamundaDueDate() == null) {
            return List.of();
        }
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task) && event.getEventDefinitions().stream().anyMatch(each ->
                        each instanceof TimerEventDefinition timer && timer.getTimeDate() != null
                                && timer.getTimeDate().getTextContent().strip().equals(task.getCamundaDueDate())))
                .map(BoundaryEvent::getId).toList();
    }
}
