package vn.dusinhhoat.attendance.process;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.testing.MovableClock;

/** What process tests do with the case of one visit. */
@TestComponent
public class EngineSteps {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final IdentityService identities;
    private final MovableClock clock;

    EngineSteps(RuntimeService runtime, TaskService tasks, ManagementService management, HistoryService history,
                IdentityService identities, MovableClock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.identities = identities;
        this.clock = clock;
    }

    /** From the assignment to the open report task. */
    public Task toReportTask(Visit visit) {
        runDueJob(visit, "attendance", "timer_meetingEvening");
        runJob(visit, "rule_route");
        return task(visit);
    }

    public ProcessInstance instance(Visit visit, String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process)
                .processInstanceBusinessKey(String.valueOf(visit.id())).singleResult();
    }

    public Task task(Visit visit) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .processDefinitionKey("attendance-report").singleResult();
    }

    public List<Job> jobs(Visit visit, String process, String element) {
        return management.createJobQuery().processInstanceId(instance(visit, process).getId()).activityId(element).list();
    }

    /** Runs the one job at the element, whatever its time. */
    public void runJob(Visit visit, String element) {
        List<Job> jobs = jobs(visit, "attendance-report", element);
        if (jobs.size() != 1) {
            throw new AssertionError("expected one job at " + element + ", found " + jobs.size());
        }
        management.executeJob(jobs.get(0).getId());
    }

    /** Moves the clock to the timer's due date and runs it. */
    public void runDueJob(Visit visit, String process, String element) {
        Job job = jobs(visit, process, element).get(0);
        Instant due = job.getDuedate().toInstant();
        if (due.isAfter(clock.instant())) {
            clock.moveTo(due);
        }
        management.executeJob(job.getId());
    }

    public void complete(Task task, String userId) {
        as(userId, () -> tasks.complete(task.getId()));
    }

    public void claim(Task task, String userId) {
        as(userId, () -> tasks.claim(task.getId(), userId));
    }

    public void as(String userId, Runnable action) {
        identities.setAuthentication(userId, identities.createGroupQuery().groupMember(userId).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId).toList(), identities.createTenantQuery()
                .userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(org.camunda.bpm.engine.identity.Tenant::getId).toList());
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Elements that the case of the visit has finished, over both processes. */
    public List<String> passed(Visit visit) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(visit.id())).list()
                .stream().flatMap(each -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(each.getId()).finished().list().stream())
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    /** The case as if it had never been. */
    public void remove(Visit visit) {
        runtime.deleteProcessInstance(instance(visit, "attendance").getId(), "test");
    }

    /** Whether nothing runs any more once the time in which the host committee may say something has passed. */
    public boolean isEnded(Visit visit) {
        if (instance(visit, "attendance-report") == null && instance(visit, "attendance") != null
                && !jobs(visit, "attendance", "timer_hostSilent").isEmpty()) {
            runDueJob(visit, "attendance", "timer_hostSilent");
        }
        return instance(visit, "attendance") == null && instance(visit, "attendance-report") == null;
    }
}
