package vn.dusinhhoat.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;
import vn.dusinhhoat.testing.ApplicationTest;

/** Rows D1 to D3: what is written, and in whose transaction. */
@ApplicationTest
class AuditTableTest {

    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private IdentityService identities;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private RepositoryService repository;

    @Test
    void aRefusalStaysWhenTheRequestIsRolledBackAndAChangeGoesWithIt() {
        transaction.executeWithoutResult(status -> {
            audit.record(Entry.refused(Kind.REFUSAL, "nguoi-thu", "visit", 4711, "403 POST /thu"));
            audit.recordWithChange(Entry.done(Kind.CALENDAR_CHANGE, "nguoi-thu", "calendar_change", 4711, null));
            status.setRollbackOnly();
        });
        assertThat(linesOf("nguoi-thu")).containsExactly("REFUSAL visit 4711 REFUSED 403 POST /thu");
    }

    @Test
    void whatIsNoPlainTextDoesNotGetIn() {
        audit.record(Entry.done(Kind.READ, "nguoi-la", "visit", 1, "Nguyễn\r\nVăn " + "x".repeat(600)));
        assertThat(linesOf("nguoi-la")).singleElement().asString().startsWith("READ visit 1 DONE Nguy?n??V?n xxx").hasSizeLessThan(530);
    }

    @Test
    void changesOfUsersGroupsAndRightsAreTakenOverFromTheEngine() {
        as("quantri", () -> {
            User user = identities.newUser("kiem-toan-1");
            user.setFirstName("Đồng chí Không Được Ghi");
            user.setPassword("Mat-khau-khong-duoc-ghi-1");
            identities.saveUser(user);
            identities.createMembership("kiem-toan-1", "members");
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setUserId("kiem-toan-1");
            grant.setResource(Resources.APPLICATION);
            grant.setResourceId("cockpit");
            grant.setPermissions(new Permissions[] {Permissions.ACCESS});
            authorizations.saveAuthorization(grant);
            authorizations.deleteAuthorization(grant.getId());
            identities.deleteUser("kiem-toan-1");
        });
        List<String> lines = sql.sql("select subject_type || ' ' || detail from audit_event where actor = 'quantri' and kind = 'RIGHTS_CHANGE' order by id")
                .query(String.class).list();
        assertThat(lines).contains("user Create userId=kiem-toan-1", "group_membership Create userId=kiem-toan-1",
                "group_membership Create groupId=members", "authorization Create userId=kiem-toan-1", "authorization Create permissions=ACCESS",
                "authorization Delete userId=kiem-toan-1", "user Delete userId=kiem-toan-1");
        assertThat(lines).as("each once").doesNotHaveDuplicates();
        assertThat(String.join("\n", lines)).doesNotContain("Kh", "Mat-khau");
    }

    @Test
    void deploymentsOfTheReleaseAndOfAdministratorsAreThere() {
        assertThat(sql.sql("select detail from audit_event where kind = 'DEPLOYMENT' and actor is null").query(String.class).list())
                .contains("release attendance", "release attendance-report", "release duty");
        String deployment = sql.sql("select subject_id from audit_event where detail = 'release duty'").query(String.class).single();
        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count()).isEqualTo(1);
        as("quantri", () -> repository.deleteDeployment(repository.createDeployment().name("thử")
                .addInputStream("duty.dmn", AuditTableTest.class.getResourceAsStream("/processes/duty.dmn")).deploy().getId()));
        assertThat(sql.sql("select detail from audit_event where kind = 'DEPLOYMENT' and actor = 'quantri' order by id").query(String.class).list())
                .anyMatch(line -> line.startsWith("Create ")).anyMatch(line -> line.startsWith("Delete "));
    }

    private void as(String userId, Runnable work) {
        identities.setAuthentication(userId, List.of("camunda-admin"), List.of());
        try {
            work.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private List<String> linesOf(String actor) {
        return sql.sql("select kind || ' ' || subject_type || ' ' || subject_id || ' ' || outcome || ' ' || detail from audit_event where actor = ? order by id")
                .param(actor).query(String.class).list();
    }
}
