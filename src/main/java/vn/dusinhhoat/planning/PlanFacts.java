package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.planning.PlanViews.Said;

/** What the facts of a plan say to those who look at it: why it has ended, what Thường trực wanted, that somebody was urged. */
@Component
class PlanFacts {

    private static final String LAST = """
            select distinct on (e.campaign_id) e.campaign_id, e.at, e.actor, e.detail from plan_event e
            where e.campaign_id = any(:ids) and e.plan_id is null and e.kind = :kind order by e.campaign_id, e.id desc""";

    private record Fact(Long campaignId, Instant at, String actor, String detail) {
    }

    private final JdbcClient sql;
    private final Organization organization;

    PlanFacts(JdbcClient sql, Organization organization) {
        this.sql = sql;
        this.organization = organization;
    }

    /** Who ended the campaign, when and why; null when nobody has. */
    Said ended(Long campaignId) {
        return ended(List.of(campaignId)).get(campaignId);
    }

    /** The same by campaign; those that have not ended are missing. */
    Map<Long, Said> ended(Collection<Long> campaignIds) {
        return last(campaignIds, PlanLog.Kind.ENDED);
    }

    /** What Thường trực wanted adjusted last; null when it never did. */
    Said adjustment(Long campaignId) {
        return last(List.of(campaignId), PlanLog.Kind.TO_ADJUST).get(campaignId);
    }

    private Map<Long, Said> last(Collection<Long> campaignIds, PlanLog.Kind kind) {
        List<Fact> facts = sql.sql(LAST).param("ids", campaignIds.toArray(Long[]::new)).param("kind", kind.name()).query((row, n) -> fact(row)).list();
        Map<String, String> names = organization.namesOfUsers(facts.stream().map(Fact::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Long, Said> said = new HashMap<>();
        facts.forEach(fact -> said.put(fact.campaignId(), new Said(names.get(fact.actor()), fact.at(), fact.detail())));
        return said;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(row.getLong(1), Plans.instant(row, 2), row.getString(3), row.getString(4));
    }

    /** When staff urged the member last to send the plan; null when they have not. */
    Instant urgedAt(Plans.Plan plan) {
        return plan.state() != PlanState.DRAFT ? null : sql.sql("select e.at from plan_event e where e.campaign_id = ? and e.plan_id = ? and e.kind = 'URGED' order by e.id desc limit 1")
                .params(plan.campaignId(), plan.id()).query((row, n) -> Plans.instant(row, 1)).optional().orElse(null);
    }
}
