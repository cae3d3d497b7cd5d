package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts of campaigns: who, when, what; only ever added to. */
@Component
class PlanLog {

    /** Kinds of facts. */
    enum Kind {
        OPENED, JOINED, SENT, SUPPLEMENT_ASKED, KEPT_AS_SAVED, CHECKED, HOSTS_ASKED, HOST_ANSWERED, HOST_SILENT, CHANGES_RETURNED, CELL_TAKEN_OVER, REVISED,
        HOST_DATES_TAKEN, CONSOLIDATED, AGREED, OWN_PART_AGREED, TO_ADJUST, IN_FORCE, NO_OPINION, NOT_SENT, ENDED, REMINDED, URGED,
        LISTED_FOR_LEADERS, NOTED_TO_LEADER, LIMIT_MOVED
    }

    /** One of many facts; see {@link #record}. */
    record Fact(Long campaignId, Long planId, Kind kind, String detail) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    PlanLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Adds a fact.
     *
     * @param planId null for the campaign as a whole
     * @param actor  user id; null for the system
     * @param detail Vietnamese, null when there is nothing to add
     */
    void record(Long campaignId, Long planId, String actor, Kind kind, String detail) {
        sql.sql("insert into plan_event (campaign_id, plan_id, at, actor, kind, detail) values (?, ?, ?, ?, ?, left(?, 1000))")
                .params(campaignId, planId, clock.instant().atOffset(ZoneOffset.UTC), actor, kind.name(), detail).update();
    }

    /** Adds many at once. */
    void recordAll(List<Fact> facts, String actor) {
        sql.sql("""
                insert into plan_event (campaign_id, plan_id, at, actor, kind, detail)
                select campaign, plan, :now, :actor, kind, left(detail, 1000)
                from unnest(:campaigns::bigint[], :plans::bigint[], :kinds::text[], :details::text[]) n (campaign, plan, kind, detail)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", actor)
                .param("campaigns", facts.stream().map(Fact::campaignId).toArray(Long[]::new))
                .param("plans", facts.stream().map(Fact::planId).toArray(Long[]::new))
                .param("kinds", facts.stream().map(fact -> fact.kind().name()).toArray(String[]::new))
                .param("details", facts.stream().map(Fact::detail).toArray(String[]::new)).update();
    }

    void record(Long campaignId, String actor, Kind kind, String detail) {
        record(campaignId, null, actor, kind, detail);
    }
}
