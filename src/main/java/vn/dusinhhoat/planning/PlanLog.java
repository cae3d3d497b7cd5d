package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts of campaigns: who, when, what; only ever added to. */
@Component
class PlanLog {

    /** Kinds of facts. */
    enum Kind {
        OPENED, SENT, SUPPLEMENT_ASKED, CHECKED, HOST_ASKED, HOST_ANSWERED, HOST_SILENT, CHANGES_RETURNED, REVISED, HOST_DATE_TAKEN,
        CONSOLIDATED, AGREED, TO_ADJUST, IN_FORCE, NOT_SENT, KEPT_AS_SENT, AMENDED, ENDED, REMINDED, LISTED
    }

    private final JdbcClient sql;
    private final Clock clock;

    PlanLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param actor user id; null for the system */
    void record(Long campaignId, Long planId, Long lineId, String actor, Kind kind, String detail) {
        sql.sql("insert into plan_event (campaign_id, plan_id, line_id, at, actor, kind, detail) values (?, ?, ?, ?, ?, ?, left(?, 1000))")
                .params(campaignId, planId, lineId, clock.instant().atOffset(ZoneOffset.UTC), actor, kind.name(), detail).update();
    }

    void record(Long campaignId, String actor, Kind kind, String detail) {
        record(campaignId, null, null, actor, kind, detail);
    }
}
