package vn.dusinhhoat.planning.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.testing.MovableClock;

/** What tests do with the cases of a level's plan. */
@TestComponent
public class PlanRoad {

    private final CampaignOpening opening;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identities;
    private final JdbcClient sql;
    private final MovableClock clock;

    PlanRoad(CampaignOpening opening, TaskService tasks, ManagementService management, HistoryService history, IdentityService identities,
             JdbcClient sql, MovableClock clock) {
        this.opening = opening;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identities = identities;
        this.sql = sql;
        this.clock = clock;
    }

    /** A campaign whose members have their tasks. */
    public Long open(District district, int year) {
        Long id = as(district.board(), () -> opening.open(district.code(), year, district.board()));
        job(PlanCases.CAMPAIGN, id, "service_preparePlans");
        return id;
    }

    /** The timer of the yearly day, whatever the date. */
    public void yearlyDay() {
        management.executeJob(yearlyTimer().getId());
        management.executeJob(management.createJobQuery().activityId("end_yearly").singleResult().getId());
    }

    public Job yearlyTimer() {
        return management.createJobQuery().processDefinitionKey("annual-plan-yearly").timers().singleResult();
    }

    /** The one open task at the element, of the case. */
    public Task task(Long key, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(key)).taskDefinitionKey(element).singleResult();
    }

    public Long planOf(Long campaign, String user) {
        return sql.sql("select m.id from member_plan m join person p on p.id = m.person_id where m.campaign_id = ? and p.user_id = ?")
                .params(campaign, user).query(Long.class).single();
    }

    public void complete(Long key, String element, String user) {
        complete(key, element, user, Map.of());
    }

    /** Takes the task if it is nobody's, and completes it, both as the user. */
    public void complete(Long key, String element, String user, Map<String, Object> variables) {
        Task task = task(key, element);
        if (task == null) {
            throw new AssertionError("no task " + element + " of " + key);
        }
        as(user, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            tasks.complete(task.getId(), variables);
            return null;
        });
    }

    public void sendAll(Long campaign, District district) {
        district.members().forEach(user -> complete(planOf(campaign, user), "task_writePlan", user));
    }

    /** Up to the task of the board. */
    public void toCheck(Long campaign, District district) {
        sendAll(campaign, district);
        job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
    }

    /** Up to the tasks of the hosts. */
    public void toHosts(Long campaign, District district) {
        toCheck(campaign, district);
        complete(campaign, "task_checkPlans", district.board());
        askHosts(campaign);
    }

    public void askHosts(Long campaign) {
        job(PlanCases.CAMPAIGN, campaign, "service_askHosts");
        requests(campaign).forEach(request -> job(PlanCases.HOST, request, "rule_routeHost"));
    }

    /** Requests that wait for their hosts. */
    public List<Long> requests(Long campaign) {
        return sql.sql("select id from host_request where campaign_id = ? and state = 'ASKED' order by id").param(campaign).query(Long.class).list();
    }

    public String hostOf(Long request, District district) {
        String commune = sql.sql("select u.code from host_request r join party_unit u on u.id = r.unit_id where r.id = ?").param(request)
                .query(String.class).single();
        return district.hosts().get(district.communes().indexOf(commune));
    }

    public void allHostsAgree(Long campaign, District district) {
        requests(campaign).forEach(request -> complete(request, "task_giveHostOpinion", hostOf(request, district), Map.of("hostDecision", "AGREE_ALL")));
        job(PlanCases.CAMPAIGN, campaign, "service_returnChanges");
    }

    /** Up to the task of Thường trực. */
    public void toOpinion(Long campaign, District district) {
        toHosts(campaign, district);
        allHostsAgree(campaign, district);
        consolidate(campaign, district);
    }

    public void consolidate(Long campaign, District district) {
        complete(campaign, "task_consolidatePlan", district.board());
        job(PlanCases.CAMPAIGN, campaign, "service_submitPlan");
    }

    /** From the task of Thường trực to the plan in force. */
    public void agree(Long campaign, District district) {
        complete(campaign, "task_giveOpinion", district.leader(), Map.of("planOpinion", "AGREED"));
        if (task(campaign, "task_giveOwnOpinion") != null) {
            complete(campaign, "task_giveOwnOpinion", district.otherLeader(), Map.of("planOpinion", "AGREED"));
        }
        job(PlanCases.CAMPAIGN, campaign, "service_putInForce");
    }

    public Long inForce(District district, int year) {
        Long campaign = open(district, year);
        toOpinion(campaign, district);
        agree(campaign, district);
        return campaign;
    }

    /** Runs the one job at the element of the case, whatever its time. */
    public void job(String process, Long key, String element) {
        management.executeJob(jobOf(process, key, element).getId());
    }

    public Job jobOf(String process, Long key, String element) {
        List<Job> found = jobs(process, key, element);
        if (found.size() != 1) {
            throw new AssertionError("expected one job at " + element + " of " + key + ", found " + found.size());
        }
        return found.get(0);
    }

    public List<Job> jobs(String process, Long key, String element) {
        return sql.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                join act_ru_jobdef d on d.id_ = j.job_def_id_ where e.business_key_ = ? and j.process_def_key_ = ? and d.act_id_ = ?""")
                .params(String.valueOf(key), process, element).query(String.class).list().stream()
                .map(id -> management.createJobQuery().jobId(id).singleResult()).toList();
    }

    /** Moves the clock to the timer's due date and runs it. */
    public void due(String process, Long key, String element) {
        Job job = jobOf(process, key, element);
        Instant due = job.getDuedate().toInstant();
        if (due.isAfter(clock.instant())) {
            clock.moveTo(due);
        }
        management.executeJob(job.getId());
    }

    public <T> T as(String userId, Supplier<T> action) {
        identities.setAuthentication(userId, identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList(),
                identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream().map(Tenant::getId).toList());
        try {
            return action.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Elements that the cases of the key have finished. */
    public List<String> passed(String process, Long key) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(String.valueOf(key)).list().stream()
                .flatMap(each -> history.createHistoricActivityInstanceQuery().processInstanceId(each.getId()).finished().list().stream())
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    public boolean isEnded(String process, Long key) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(String.valueOf(key))
                .unfinished().count() == 0;
    }
}
