package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.NotFound;

/** The table of campaigns. */
@Component
class CampaignTable {

    private static final String GONE = "Không có đợt xây dựng kế hoạch này: quay lại danh sách và mở từ đó.";
    private static final String CAMPAIGN = """
            select c.id, c.unit_id, u.code, u.name, u.level, c.year, c.kind, c.state, c.reason, c.started_at, c.limit_at, c.opinion_by, c.opinion_at,
                   c.opinion_note, c.own_opinion_by, c.own_opinion_note
            from plan_campaign c join party_unit u on u.id = c.unit_id where\s""";

    /** A campaign; the users who gave the opinion by user id. */
    record Campaign(Long id, Long unitId, String unitCode, String unitName, UnitLevel level, int year, CampaignKind kind, CampaignState state,
                    String reason, Instant startedAt, Instant limitAt, String opinionBy, Instant opinionAt, String opinionNote, String ownOpinionBy,
                    String ownOpinionNote) {
    }

    private final JdbcClient sql;
    private final Deadlines deadlines;
    private final Clock clock;

    CampaignTable(JdbcClient sql, Deadlines deadlines, Clock clock) {
        this.sql = sql;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    Campaign get(Long id) {
        return sql.sql(CAMPAIGN + "c.id = ?").param(id).query((row, n) -> campaign(row)).optional().orElseThrow(() -> new NotFound(GONE));
    }

    /**
     * The same; whoever else changes the campaign, one of its plans or requests waits until this transaction is over.
     *
     * @throws NotFound when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Campaign lock(Long id) {
        // Limits begin within the same transaction: whoever moves limits with the calendar locks in this order, too.
        deadlines.waitForChange();
        sql.sql("select id from plan_campaign where id = ? for no key update").param(id).query(Long.class).optional();
        return get(id);
    }

    /** The year's plan of the unit that has not been given up. */
    Optional<Campaign> ofYear(Long unitId, int year) {
        return sql.sql(CAMPAIGN + "c.unit_id = ? and c.year = ? and c.kind = 'ANNUAL' and c.state not in ('ENDED', 'NO_OPINION')")
                .params(unitId, year).query((row, n) -> campaign(row)).optional();
    }

    /** Those of the unit that are still on their road. */
    List<Campaign> openOf(Long unitId) {
        return sql.sql(CAMPAIGN + "c.unit_id = ? and c.state not in ('IN_FORCE', 'NO_OPINION', 'ENDED') order by c.id").param(unitId)
                .query((row, n) -> campaign(row)).list();
    }

    /** Stores a new one. */
    Long add(Long unitId, int year, CampaignKind kind, String reason, String actor) {
        return sql.sql("""
                insert into plan_campaign (unit_id, year, kind, state, reason, started_at, started_by)
                values (:unit, :year, :kind, 'WRITING', :reason, :now, :actor) returning id""")
                .param("unit", unitId).param("year", year).param("kind", kind.name()).param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", actor).query(Long.class).single();
    }

    /** The task of the step before is over. */
    void state(Long id, CampaignState state) {
        sql.sql("update plan_campaign set state = ?, limit_at = null where id = ?").params(state.name(), id).update();
    }

    void limit(Long id, Instant limitAt) {
        sql.sql("update plan_campaign set limit_at = ? where id = ?").params(limitAt.atOffset(ZoneOffset.UTC), id).update();
    }

    void note(Long id, String note) {
        sql.sql("update plan_campaign set opinion_note = ? where id = ?").params(note, id).update();
    }

    /** What is said of the visits of who gave the opinion on the whole. */
    void ownNote(Long id, String note) {
        sql.sql("update plan_campaign set own_opinion_note = ? where id = ?").params(note, id).update();
    }

    /** The plan goes round again: whatever was said of this version is not said of the next one. */
    void noOpinion(Long id) {
        sql.sql("update plan_campaign set opinion_by = null, opinion_at = null, opinion_note = null, own_opinion_by = null, own_opinion_note = null where id = ?")
                .param(id).update();
    }

    void opinion(Long id, String by) {
        sql.sql("update plan_campaign set opinion_by = ?, opinion_at = ?, own_opinion_by = null where id = ?")
                .params(by, clock.instant().atOffset(ZoneOffset.UTC), id).update();
    }

    void ownOpinion(Long id, String by) {
        sql.sql("update plan_campaign set own_opinion_by = ? where id = ?").params(by, id).update();
    }

    void inForce(Long id) {
        sql.sql("update plan_campaign set state = 'IN_FORCE', limit_at = null, in_force_at = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id).update();
    }

    /**
     * The campaign that a case belongs to.
     *
     * @throws NotFound when there is no such plan or request
     */
    Long of(OpenPlanTasks.Of of, Long key) {
        String table = switch (of) {
            case CAMPAIGN -> null;
            case MEMBER -> "member_plan";
            case HOST -> "host_request";
        };
        return table == null ? key : sql.sql("select campaign_id from " + table + " where id = ?").param(key).query(Long.class).optional()
                .orElseThrow(() -> new NotFound(GONE));
    }

    /** Why, and who ended it, is among its facts. */
    void end(Long id) {
        sql.sql("update plan_campaign set state = 'ENDED', limit_at = null where id = ?").param(id).update();
    }

    /** Whether it is an amendment that the user has begun and that is still being written. */
    boolean isOwnAmendment(Long id, String userId) {
        return sql.sql("select exists (select 1 from plan_campaign where id = ? and kind = 'AMENDMENT' and state = 'WRITING' and started_by = ?)")
                .params(id, userId).query(Boolean.class).single();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), UnitLevel.valueOf(row.getString(5)), row.getInt(6),
                CampaignKind.valueOf(row.getString(7)), CampaignState.valueOf(row.getString(8)), row.getString(9), Plans.instant(row, 10),
                Plans.instant(row, 11), row.getString(12), Plans.instant(row, 13), row.getString(14), row.getString(15), row.getString(16));
    }
}
