package vn.dusinhhoat.attendance.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.extension.DocumentKind;
import vn.dusinhhoat.attendance.extension.ExtendedUnit;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.attendance.extension.WantedExtension;

/** What process tests do with the case of one extension. */
@TestComponent
class ExtensionSteps {

    static final String KEY = "limit-extension";
    private static final LocalDate DATED = LocalDate.of(2026, 3, 30);

    private final EngineSteps engine;
    private final LimitExtensions extensions;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identities;
    private final JdbcClient sql;

    ExtensionSteps(EngineSteps engine, LimitExtensions extensions, RuntimeService runtime, TaskService tasks,
                   ManagementService management, HistoryService history, IdentityService identities, JdbcClient sql) {
        this.engine = engine;
        this.extensions = extensions;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identities = identities;
        this.sql = sql;
    }

    static WantedExtension moreDays(int days, String... communes) {
        return wanted(VisitFixture.FRIDAY, VisitFixture.FRIDAY, days, null, communes);
    }

    static WantedExtension until(LocalDate lastDay, String... communes) {
        return wanted(VisitFixture.FRIDAY, VisitFixture.FRIDAY, null, lastDay, communes);
    }

    static WantedExtension wanted(LocalDate from, LocalDate to, Integer moreDays, LocalDate lastDay, String... communes) {
        return new WantedExtension(List.of(communes), from, to, moreDays, lastDay, DocumentKind.OFFICIAL_LETTER, "12-CV/TU", DATED,
                "Lũ lụt, mất mạng");
    }

    Long propose(String userId, WantedExtension wanted) {
        Long[] id = new Long[1];
        engine.as(userId, () -> id[0] = extensions.propose(wanted, userId, userId.equals("quantri")));
        return id[0];
    }

    /** The whole way. */
    Long apply(String userId, WantedExtension wanted) {
        Long id = propose(userId, wanted);
        decide(id, userId, "APPLY");
        runJob(id);
        return id;
    }

    void decide(Long id, String userId, Object decision) {
        engine.as(userId, () -> tasks.complete(task(id).getId(), Map.of("decision", decision)));
    }

    /** The preview as somebody sees it, with their rights and no more. */
    List<ExtendedUnit> unitsSeenBy(String userId, Long id) {
        List<ExtendedUnit> seen = new ArrayList<>();
        engine.as(userId, () -> seen.addAll(extensions.units(id)));
        return seen;
    }

    Task task(Long id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(id)).processDefinitionKey(KEY).singleResult();
    }

    /** As the job executor does it: with the tenant of the job and no other. */
    void runJob(Long id) {
        Job job = management.createJobQuery().processInstanceId(instance(id)).messages().singleResult();
        identities.setAuthentication(null, null, List.of(job.getTenantId()));
        try {
            management.executeJob(job.getId());
        } finally {
            identities.clearAuthentication();
        }
    }

    String instance(Long id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id)).processDefinitionKey(KEY)
                .singleResult().getId();
    }

    List<String> passed(Long id) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(id)).processDefinitionKey(KEY).singleResult().getId())
                .finished().list().stream().map(HistoricActivityInstance::getActivityId).toList();
    }

    /** A member of a body of this unit. */
    String staffOf(String unitCode, String bodyKind) {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                join party_unit u on u.id = b.unit_id where u.code = ? and b.kind = ? order by p.id limit 1""")
                .params(unitCode, bodyKind).query(String.class).single();
    }

    String provinceCode() {
        return sql.sql("select code from party_unit where level = 'PROVINCE'").query(String.class).single();
    }

    String otherCommune() {
        return sql.sql("select code from party_unit where level = 'COMMUNE' and code <> ? and valid_to is null order by code limit 1")
                .param(VisitFixture.COMMUNE).query(String.class).single();
    }

    /** What is in force or waits is none of the other tests'. */
    void clear() {
        runtime.createProcessInstanceQuery().processDefinitionKey(KEY).list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        sql.sql("update limit_extension set state = 'CANCELLED'").update();
        // Nor are reports of other tests ours.
        sql.sql("update report set limit_at = null").update();
    }
}
