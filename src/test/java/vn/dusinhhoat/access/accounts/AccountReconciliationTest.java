package vn.dusinhhoat.access.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.dusinhhoat.access.Accounts;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.organization.LoginsInUse;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Users, groups and tenants follow the organisation: rows S11 and S12 of the threat list, ADR 0005. */
class AccountReconciliationTest {

    private static final String COMMUNE = "17971";
    private static final String BOARD = "organisationboard-" + COMMUNE;

    @Nested
    @ApplicationTest
    @Import(OrganizationFixture.class)
    class TwoLevels {

        @Autowired
        private AccountReconciliation accounts;
        @Autowired
        private ConsistencyCheck nightly;
        @Autowired
        private Accounts byHand;
        @Autowired
        private LoginsInUse logins;
        @Autowired
        private OrganizationFixture organization;
        @Autowired
        private IdentityService identities;
        @Autowired
        private TaskService tasks;
        @Autowired
        private AuthorizationService authorizations;
        @Autowired
        private MovableClock clock;
        @Autowired
        private JdbcClient sql;

        @Test
        void aPersonsAccountFollowsPostsAndBodies() {
            String user = newcomer();
            assertThat(groupsOf(user)).containsExactlyInAnyOrder("members", "staff", "dangbo-" + COMMUNE, BOARD);
            assertThat(identities.createUserQuery().userId(user).singleResult())
                    .returns("Nguyễn Văn", found -> found.getFirstName()).returns("Mới", found -> found.getLastName());
            LocalDate today = LocalDate.now(clock);
            organization.endPost(user, today);
            organization.changed();
            assertThat(groupsOf(user)).as("the last day still counts").contains("dangbo-" + COMMUNE);
            organization.endPost(user, today.minusDays(1));
            organization.changed();
            assertThat(groupsOf(user)).containsExactlyInAnyOrder("members", "staff", BOARD);
            sql.sql("update body_member set valid_to = ? where person_id = (select id from person where user_id = ?)")
                    .params(today.minusDays(1), user).update();
            organization.changed();
            assertThat(groupsOf(user)).as("who has left the board is no staff").containsExactly("members");
            assertThat(accounts.compare().lines()).isEmpty();
        }

        @Test
        void s12WhoHasEndedLosesAllAndAnIdIsNeverReused() {
            String user = newcomer();
            Authorization old = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            old.setUserId(user);
            old.setResource(Resources.PROCESS_INSTANCE);
            old.setResourceId("*");
            old.addPermission(Permissions.READ);
            authorizations.saveAuthorization(old);

            organization.endPerson(user, LocalDate.now(clock).minusDays(1));
            organization.changed();
            assertThat(byHand.exists(user)).isFalse();
            assertThat(authorizations.createAuthorizationQuery().userIdIn(user).count()).isZero();

            // Somebody takes the id by hand: the person who had it is refused it, and nobody else gets it by an import.
            byHand.createUser(user, "Kẻ Khác", "mot-mat-khau-du-dai", List.of());
            assertThat(groupsOf(user)).isEmpty();
            organization.endPerson(user, null);
            assertThatThrownBy(organization::changed).isInstanceOf(RuleViolation.class).hasMessageContaining(user);
            organization.endPerson(user, LocalDate.now(clock).minusDays(1));
            organization.changed();
            assertThat(byHand.exists(user)).as("an ended person's id belongs to nobody").isFalse();

            organization.endPerson(user, null);
            organization.changed();
            assertThat(groupsOf(user)).contains("members");
            assertThat(identities.checkPassword(user, "mot-mat-khau-du-dai")).isFalse();
        }

        @Test
        void anIdOfSomebodyElseIsRefused() {
            String first = newcomer();
            sql.sql("update person set user_id = user_id || '-cu' where user_id = ?").param(first).update();
            organization.changed();
            assertThat(byHand.exists(first)).isFalse();
            assertThat(logins.takenByOthers(List.of(first, "quantri", "giamsat", "canboxa", "chua-ai-dung")))
                    .containsExactlyInAnyOrder(first, "quantri", "giamsat");
            organization.person(OrganizationFixture.newId("x"), "Lê Thị Sau");
            sql.sql("update person set user_id = ? where full_name = 'Lê Thị Sau'").param(first).update();
            assertThatThrownBy(organization::changed).isInstanceOf(RuleViolation.class).hasMessageContaining(first);
            sql.sql("update person set user_id = null where full_name = 'Lê Thị Sau'").update();
        }

        @Test
        void usersMadeByHandAreNeitherTakenOverNorTouched() {
            organization.person("quantri", "Trần Văn Trùng");
            try {
                assertThatThrownBy(organization::changed).isInstanceOf(RuleViolation.class).hasMessageContaining("quantri");
                nightly.run();
                assertThat(newestReport()).contains("quantri");
                assertThat(identities.createUserQuery().userId("quantri").singleResult().getLastName()).isEqualTo("thống");
            } finally {
                sql.sql("delete from person where user_id = 'quantri'").update();
            }
            nightly.run();
            assertThat(groupsOf("quantri")).contains("camunda-admin");
            assertThat(groupsOf("giamsat")).containsExactlyInAnyOrder("supervisors", "organisationboard-40");
        }

        @Test
        void eachKindOfDriftIsReportedAndMended() {
            String user = newcomer();
            String lost = newcomer();
            nightly.run();
            identities.deleteUser(lost);
            identities.deleteMembership(user, BOARD);
            identities.createMembership(user, "thuongtruc-40");
            identities.createMembership(user, SystemGroup.SUPERVISORS.id());
            var renamed = identities.createUserQuery().userId(user).singleResult();
            renamed.setLastName("Sai");
            identities.saveUser(renamed);
            Group group = identities.createGroupQuery().groupId(BOARD).singleResult();
            String name = group.getName();
            group.setName("Tên sai");
            identities.saveGroup(group);
            Tenant tenant = identities.createTenantQuery().tenantId(COMMUNE).singleResult();
            tenant.setName("Tên sai");
            identities.saveTenant(tenant);
            identities.deleteTenantGroupMembership(COMMUNE, "thuongtruc-40");
            identities.createTenantGroupMembership(COMMUNE, "executivecommittee-40");

            nightly.run();
            assertThat(newestReport().lines().map(line -> line.replaceAll(":.*", "")).collect(Collectors.toSet()))
                    .contains("Thiếu tài khoản", "Thiếu trong nhóm", "Thừa trong nhóm", "Họ tên hoặc thư điện tử của tài khoản chưa đúng",
                            "Tên nhóm chưa đúng", "Tên đơn vị chưa đúng", "Nhóm chưa được xem việc của đơn vị",
                            "Nhóm còn xem việc của đơn vị");
            assertThat(accounts.compare().lines()).isEmpty();
            assertThat(byHand.exists(lost)).isTrue();
            assertThat(identities.createGroupQuery().groupId(BOARD).singleResult().getName()).isEqualTo(name);
            assertThat(groupsOf(user)).as("what is not the organisation's stays").contains("supervisors");
        }

        @Test
        void theSuccessorsGroupsSeeWhatTheEndedUnitLeft() {
            String ended = organization.commune("40");
            String between = organization.commune("40");
            String successor = organization.commune("40");
            LocalDate today = LocalDate.now(clock);
            organization.endUnit(ended, between, today);
            organization.changed();
            assertThat(groupsIn(ended)).contains("thuongtruc-40", "thuongtruc-" + ended).doesNotContain("thuongtruc-" + between);

            organization.endUnit(ended, between, today.minusDays(1));
            organization.endUnit(between, successor, today.minusDays(1));
            organization.changed();
            assertThat(groupsIn(ended)).contains("thuongtruc-40", "thuongtruc-" + between, "thuongtruc-" + successor,
                    "dangbo-" + successor);
            assertThat(groupsIn(successor)).doesNotContain("thuongtruc-" + ended, "dangbo-" + ended);
            assertThat(accounts.compare().lines()).isEmpty();
        }

        @Test
        void theNightTellsOfTasksThatNobodySees() {
            var task = byHandTask("tinhuyvien", COMMUNE);
            var fine = byHandTask("canboxa", COMMUNE);
            var ofStrangers = byHandTask(null, COMMUNE);
            tasks.addCandidateGroup(ofStrangers, "thuongtruc-16690");
            var ofTheirOwn = byHandTask(null, COMMUNE);
            tasks.addCandidateGroup(ofTheirOwn, "thuongtruc-" + COMMUNE);
            nightly.run();
            assertThat(newestReport()).contains(task, ofStrangers).doesNotContain(fine, ofTheirOwn);
            tasks.deleteTasks(List.of(task, fine, ofStrangers, ofTheirOwn), true);
        }

        private String byHandTask(String assignee, String unitCode) {
            var task = tasks.newTask();
            task.setTenantId(unitCode);
            task.setAssignee(assignee);
            tasks.saveTask(task);
            return task.getId();
        }

        private String newcomer() {
            String user = organization.person(OrganizationFixture.newId("moi-"), "Nguyễn Văn Mới");
            organization.post(user, COMMUNE);
            organization.member(user, BOARD);
            organization.changed();
            return user;
        }

        private Set<String> groupsOf(String user) {
            return identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).collect(Collectors.toSet());
        }

        private Set<String> groupsIn(String unitCode) {
            return AccountReconciliationTest.groupsIn(sql, unitCode);
        }

        private String newestReport() {
            return sql.sql("select detail from consistency_report order by id desc limit 1").query(String.class).single();
        }
    }

    @Nested
    @ApplicationTest
    @TestPropertySource(properties = "dusinhhoat.sample.levels=THREE")
    class ThreeLevels {

        @Autowired
        private AccountReconciliation accounts;
        @Autowired
        private IdentityService identities;
        @Autowired
        private JdbcClient sql;

        @Test
        void leadersSeeTheirWholeSubtree() {
            assertThat(accounts.compare().lines()).as("the sample is consistent").isEmpty();
            String district = sql.sql("select p.code from party_unit u join party_unit p on p.id = u.parent_id where u.code = ?")
                    .param(COMMUNE).query(String.class).single();
            assertThat(groupsIn(sql, COMMUNE)).contains("dangbo-" + COMMUNE, "thuongtruc-" + COMMUNE, "thuongtruc-" + district,
                    "office-" + district, "thuongtruc-40").doesNotContain("dangbo-" + district, "executivecommittee-" + district);
            assertThat(groupsIn(sql, district)).contains("dangbo-" + district, "thuongtruc-40")
                    .doesNotContain("thuongtruc-" + COMMUNE, "dangbo-40");
            assertThat(identities.createTenantQuery().groupMember("thuongtruc-40").count()).isEqualTo(433);
            long communes = sql.sql("select count(*) from party_unit where parent_id = (select id from party_unit where code = ?)")
                    .param(district).query(Long.class).single();
            assertThat(identities.createTenantQuery().groupMember("organisationboard-" + district).count()).isEqualTo(communes + 1);
        }
    }

    private static Set<String> groupsIn(JdbcClient sql, String unitCode) {
        return sql.sql("select group_id_ from act_id_tenant_member where tenant_id_ = ?").param(unitCode).query(String.class).set();
    }
}
