package vn.dusinhhoat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.WebappSession;

/** What a journey through an annual plan needs to know beside what is on the screen, and the people who are not watched. */
final class PlanJourneyFacts {

    private static final int PATIENCE_S = 120;

    /** A line of a plan: where it leads, and what has become of it. */
    record Line(Long id, Long communeId, String cell, String state) {
    }

    private final JdbcClient sql;
    private final TaskService tasks;
    private final IdentityService identities;

    PlanJourneyFacts(JdbcClient sql, TaskService tasks, IdentityService identities) {
        this.sql = sql;
        this.tasks = tasks;
        this.identities = identities;
    }

    /** From then on the province's members owe visits; nobody else does, whatever the clock says. */
    void dutiesBegin(LocalDate day) {
        sql.sql("insert into duty_start (unit_id, starts_on, notices_muted, changed_at) select id, ?, true, now() from party_unit where level = 'PROVINCE'")
                .param(day).update();
        sql.sql("insert into duty_start (unit_id, starts_on, notices_muted, changed_at) select id, date '2999-01-01', true, now() from party_unit where level = 'COMMUNE'")
                .update();
    }

    /** What other tests have begun for the year is given up, with its tasks; what is in force counts no more. */
    void yearIsFree(int year, int port) {
        WebappSession administrator = WebappSession.login(new RawHttp(port), "quantri");
        sql.sql("select id from plan_campaign where year = ? and state not in ('IN_FORCE', 'NO_OPINION', 'ENDED') order by id").param(year).query(Long.class)
                .list().forEach(id -> {
                    RawHttp.Answer ended = administrator.send("POST", "/camunda/api/plans/campaigns/" + id + "/end", "{\"reason\":\"Thử xong\"}");
                    assertThat(ended.status()).as(ended.body()).isLessThan(300);
                });
        sql.sql("update plan_campaign set state = 'ENDED' where year = ? and state <> 'ENDED'").param(year).update();
    }

    void dutiesEnd() {
        sql.sql("delete from duty_start").update();
    }

    Long province() {
        return sql.sql("select id from party_unit where level = 'PROVINCE'").query(Long.class).single();
    }

    String name(String userId) {
        return sql.sql("select full_name from person where user_id = ?").param(userId).query(String.class).single();
    }

    /** Somebody of the body, but not one of these. */
    String memberOf(Long unitId, String body, String... but) {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.unit_id = ? and b.kind = ? and p.user_id is not null and not p.user_id = any(?) and m.valid_to is null order by p.id limit 1""")
                .params(unitId, body, but).query(String.class).single();
    }

    /** The plan that the person has in the campaign of this kind that began last. */
    Long plan(String userId, String kind) {
        return sql.sql("""
                select m.id from member_plan m join plan_campaign c on c.id = m.campaign_id join person p on p.id = m.person_id
                where p.user_id = ? and c.kind = ? order by c.id desc limit 1""").params(userId, kind).query(Long.class).single();
    }

    Long campaign(Long planId) {
        return sql.sql("select campaign_id from member_plan where id = ?").param(planId).query(Long.class).single();
    }

    String state(Long campaignId) {
        return sql.sql("select state from plan_campaign where id = ?").param(campaignId).query(String.class).single();
    }

    List<Line> lines(Long planId) {
        return sql.sql("""
                select l.id, c.parent_id, c.name, l.state from plan_line l left join party_unit c on c.id = l.cell_id where l.plan_id = ? order by l.first_day""")
                .param(planId).query((row, n) -> new Line(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4))).list();
    }

    void awaitState(Long campaignId, String state) {
        Awaitility.await().atMost(PATIENCE_S, TimeUnit.SECONDS).until(() -> state(campaignId).equals(state));
    }

    /** Everybody else sends the proposal as it is. */
    void othersSend(Long campaignId, String but) {
        List<Long> plans = sql.sql("""
                select m.id from member_plan m join person p on p.id = m.person_id where m.campaign_id = ? and m.state = 'DRAFT' and p.user_id <> ?""")
                .params(campaignId, but).query(Long.class).list();
        for (Long plan : plans) {
            Task task = task(plan, "task_writePlan");
            as(task.getAssignee(), () -> tasks.complete(task.getId()));
        }
    }

    /** Waits for the open task at the element of the case. */
    Task task(Long key, String element) {
        return Awaitility.await().atMost(PATIENCE_S, TimeUnit.SECONDS).until(() -> tasks.createTaskQuery().taskDefinitionKey(element)
                .processInstanceBusinessKey(String.valueOf(key)).singleResult(), found -> found != null);
    }

    /** Somebody who is not watched takes the task if it is nobody's, and completes it. */
    void complete(Long key, String element, String userId, Map<String, Object> variables) {
        Task task = task(key, element);
        as(userId, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), userId);
            }
            tasks.complete(task.getId(), variables);
        });
    }

    void as(String userId, Runnable action) {
        identities.setAuthentication(userId, identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList(),
                identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream().map(Tenant::getId).toList());
        try {
            action.run();
        } finally {
            identities.clearAuthentication();
        }
    }
}
