package vn.dusinhhoat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** ADR 0005: a case belongs to the tenant of its owner, and whoever has a task in it is in that tenant. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class TenantTest {

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private IdentityService identities;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private Accounts accounts;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aCaseAndWhatItCallsBelongToTheOwnersUnit() {
        Visit ofCommune = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Visit ofProvince = fixture.visitOf(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY);
        assertThat(engine.toReportTask(ofCommune).getTenantId()).isEqualTo(VisitFixture.COMMUNE);
        assertThat(engine.instance(ofCommune, "attendance").getTenantId()).isEqualTo(VisitFixture.COMMUNE);
        assertThat(engine.toReportTask(ofProvince).getTenantId()).isEqualTo("40");
    }

    @Test
    void everyOpenTaskIsSeenByItsAssigneeOrCandidates() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(report, VisitFixture.COMMUNE_WORKER);
        engine.toReportTask(fixture.visitOf(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY));

        // Other tests of this context assign tasks to people without an account.
        List<Task> open = tasks.createTaskQuery().list().stream()
                .filter(task -> task.getAssignee() == null || accounts.exists(task.getAssignee())).toList();
        assertThat(open).hasSizeGreaterThanOrEqualTo(2);
        for (Task task : open) {
            assertThat(peopleOf(task)).as(task.getName()).isNotEmpty()
                    .allSatisfy(person -> assertThat(tenantsOf(person)).as(person).contains(task.getTenantId()));
        }
    }

    @Test
    void aSupervisorSeesTheOwnSubtreeOnly() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        accounts.createUser("giamsatxakhac", "Giám Sát Xã Khác", "khong-dung-den-1", List.of(SystemGroup.SUPERVISORS.id(),
                "organisationboard-16681"));
        accounts.createUser("giamsatxa", "Giám Sát Xã", "khong-dung-den-1", List.of(SystemGroup.SUPERVISORS.id(),
                "organisationboard-" + VisitFixture.COMMUNE));
        String key = String.valueOf(visit.id());
        assertThat(instancesSeenBy("giamsat", key)).isEqualTo(1);
        assertThat(instancesSeenBy("giamsatxa", key)).isEqualTo(1);
        assertThat(instancesSeenBy("giamsatxakhac", key)).isZero();
    }

    @Test
    void leadersReachDownwardAndNobodyUpOrSideways() {
        assertThat(tenantsOf(VisitFixture.PROVINCE_RECEIVER)).hasSize(131).contains("40", VisitFixture.COMMUNE);
        assertThat(tenantsOf(VisitFixture.PROVINCE_MEMBER)).containsExactly("40");
        assertThat(tenantsOf(VisitFixture.COMMUNE_RECEIVER)).containsExactly(VisitFixture.COMMUNE);
    }

    private long instancesSeenBy(String userId, String businessKey) {
        long[] count = new long[1];
        engine.as(userId, () -> count[0] = runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count());
        return count[0];
    }

    private List<String> peopleOf(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .flatMap(group -> identities.createUserQuery().memberOfGroup(group).list().stream()).map(User::getId).toList();
    }

    private Set<String> tenantsOf(String userId) {
        return identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId).collect(Collectors.toSet());
    }
}
