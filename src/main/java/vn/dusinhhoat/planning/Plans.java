package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.TimeZones;

/** Tables of plans: campaigns, members' plans and their lines. */
@Component
class Plans {

    private static final String GONE = "Không có kế hoạch này: quay lại danh sách và mở từ đó.";
    private static final String CAMPAIGN = """
            select c.id, c.unit_id, u.code, u.level, c.year, c.kind, c.state, c.reason, c.opinion_by, c.opinion_at, c.opinion_note
            from plan_campaign c join party_unit u on u.id = c.unit_id where c.id = ?""";
    private static final String PLAN = """
            select m.id, m.campaign_id, c.unit_id, c.year, c.kind, m.person_id, p.user_id, p.full_name, p.home_cell_id, m.state, m.row_version,
                   m.saved_at, m.sent_at, m.board_comment
            from member_plan m join plan_campaign c on c.id = m.campaign_id join person p on p.id = m.person_id where """;
    private static final String LINES = """
            select l.id, l.plan_id, l.cadence, l.first_day, l.cell_id, l.meeting_at, l.theme, l.why, l.state, l.board_comment, l.host_request_id,
                   l.host_answer, l.host_date, l.host_note
            from plan_line l where %s order by l.plan_id, l.first_day""";

    /** A campaign. */
    record Campaign(Long id, Long unitId, String unitCode, String level, int year, CampaignKind kind, CampaignState state, String reason,
                    String opinionBy, Instant opinionAt, String opinionNote) {
    }

    /** One member's plan. */
    record Plan(Long id, Long campaignId, Long unitId, int year, CampaignKind kind, Long personId, String userId, String member, Long homeCellId,
                PlanState state, long version, Instant savedAt, Instant sentAt, String boardComment) {
    }

    /** One visit planned; times in Vietnam. */
    record Line(Long id, Long planId, Period period, Long cellId, LocalDateTime meetingAt, String theme, String why, LineState state,
                String boardComment, Long requestId, String hostAnswer, LocalDateTime hostDate, String hostNote) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    Plans(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    Campaign campaign(Long id) {
        return sql.sql(CAMPAIGN).param(id).query((row, n) -> campaign(row)).optional().orElseThrow(() -> new NotFound(GONE));
    }

    /** The same; whoever else changes the campaign or one of its plans waits until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Campaign lock(Long id) {
        sql.sql("select id from plan_campaign where id = ? for update").param(id).query(Long.class).optional();
        return campaign(id);
    }

    void state(Long campaignId, CampaignState state) {
        sql.sql("update plan_campaign set state = ? where id = ?").params(state.name(), campaignId).update();
    }

    /** @throws NotFound when there is none */
    Plan plan(Long id) {
        return sql.sql(PLAN + "m.id = ?").param(id).query((row, n) -> plan(row)).optional().orElseThrow(() -> new NotFound(GONE));
    }

    /** In the order of names. */
    List<Plan> plansOf(Long campaignId) {
        return sql.sql(PLAN + "m.campaign_id = ? order by p.full_name collate vietnamese, m.id").param(campaignId).query((row, n) -> plan(row)).list();
    }

    Optional<Plan> planOfPerson(Long campaignId, String userId) {
        return sql.sql(PLAN + "m.campaign_id = ? and p.user_id = ?").params(campaignId, userId).query((row, n) -> plan(row)).optional();
    }

    void planState(Long planId, PlanState state) {
        sql.sql("update member_plan set state = ?, row_version = row_version + 1 where id = ?").params(state.name(), planId).update();
    }

    void sent(Long planId) {
        sql.sql("update member_plan set state = 'SENT', sent_at = ?, row_version = row_version + 1 where id = ?").params(now(), planId).update();
    }

    void comment(Long planId, String comment) {
        sql.sql("update member_plan set board_comment = ? where id = ?").params(comment, planId).update();
    }

    /** One more than the version given, if nobody has saved meanwhile. */
    boolean nextVersion(Long planId, long version) {
        return sql.sql("update member_plan set row_version = row_version + 1, saved_at = ? where id = ? and row_version = ?")
                .params(now(), planId, version).update() == 1;
    }

    List<Line> linesOf(Long planId) {
        return lines("l.plan_id = :id", planId);
    }

    List<Line> linesOfCampaign(Long campaignId) {
        return lines("l.plan_id in (select id from member_plan where campaign_id = :id)", campaignId);
    }

    List<Line> linesOfRequest(Long requestId) {
        return lines("l.host_request_id = :id", requestId);
    }

    private List<Line> lines(String condition, Long id) {
        return sql.sql(LINES.formatted(condition)).param("id", id).query((row, n) -> line(row)).list();
    }

    void store(Long lineId, Long cellId, LocalDateTime meetingAt, String theme, String why) {
        sql.sql("update plan_line set cell_id = :cell, meeting_at = :meeting, theme = :theme, why = :why where id = :id")
                .param("cell", cellId).param("meeting", moment(meetingAt)).param("theme", theme).param("why", why).param("id", lineId).update();
    }

    void lineState(Long lineId, LineState state) {
        sql.sql("update plan_line set state = ? where id = ?").params(state.name(), lineId).update();
    }

    void commentLine(Long planId, Long lineId, String comment) {
        sql.sql("update plan_line set board_comment = ? where id = ? and plan_id = ?").params(comment, lineId, planId).update();
    }

    /** All lines of these plans that stand become the state. */
    void linesState(Collection<Long> planIds, LineState state) {
        sql.sql("update plan_line set state = :state where plan_id = any(:plans) and state not in ('REPLACED', 'ENDED') and cell_id is not null")
                .param("state", state.name()).param("plans", planIds.toArray(Long[]::new)).update();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime moment(LocalDateTime vietnam) {
        return vietnam == null ? null : vietnam.atZone(TimeZones.VIETNAM).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }

    static LocalDateTime vietnam(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.atZoneSameInstant(TimeZones.VIETNAM).toLocalDateTime();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getInt(5),
                CampaignKind.valueOf(row.getString(6)), CampaignState.valueOf(row.getString(7)), row.getString(8), row.getString(9), instant(row, 10),
                row.getString(11));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), CampaignKind.valueOf(row.getString(5)), row.getLong(6),
                row.getString(7), row.getString(8), row.getLong(9), PlanState.valueOf(row.getString(10)), row.getLong(11), instant(row, 12),
                instant(row, 13), row.getString(14));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(1), row.getLong(2), Period.of(Cadence.valueOf(row.getString(3)), row.getObject(4, LocalDate.class)),
                row.getObject(5, Long.class), vietnam(row, 6), row.getString(7), row.getString(8), LineState.valueOf(row.getString(9)), row.getString(10),
                row.getObject(11, Long.class), row.getString(12), vietnam(row, 13), row.getString(14));
    }
}
