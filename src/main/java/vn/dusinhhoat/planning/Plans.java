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
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.TimeZones;

/** Tables of members' plans and their lines. */
@Component
class Plans {

    private static final String GONE = "Không có kế hoạch này: quay lại danh sách và mở từ đó.";
    private static final String PLAN = """
            select m.id, m.campaign_id, c.unit_id, c.year, c.kind, c.state, c.reason, m.person_id, p.user_id, p.full_name, p.home_cell_id, m.state,
                   m.row_version, m.saved_at, m.sent_at, m.limit_at, m.board_comment
            from member_plan m join plan_campaign c on c.id = m.campaign_id join person p on p.id = m.person_id where\s""";
    private static final String BY_NAME = " order by p.full_name collate vietnamese, m.id";
    private static final String LINES = """
            select l.id, l.plan_id, l.cadence, l.first_day, l.cell_id, l.meeting_at, l.theme, l.why, l.state, l.board_comment, l.host_request_id,
                   l.host_answer, l.host_date, l.host_note, l.withdrawn, l.replaces_line_id, l.further, l.visit_id
            from plan_line l where %s order by l.plan_id, l.first_day, l.further, l.id""";
    private static final String ADD_PLANS = """
            insert into member_plan (campaign_id, person_id, state) select :campaign, person, 'DRAFT' from unnest(:people::bigint[]) person
            order by person on conflict do nothing returning id""";
    private static final String ADD_LINES = """
            insert into plan_line (plan_id, cadence, first_day, cell_id, meeting_at, theme, why, state, replaces_line_id, further)
            select m.id, n.cadence, n.first_day, n.cell, n.meeting, n.theme, n.why, 'DRAFT', n.replaces, n.further
            from unnest(:people::bigint[], :cadences::text[], :days::date[], :cells::bigint[], :meetings::timestamptz[], :themes::text[], :whys::text[],
                        :replaces::bigint[], :further::boolean[])
                 n (person, cadence, first_day, cell, meeting, theme, why, replaces, further)
            join member_plan m on m.person_id = n.person and m.campaign_id = :campaign
            order by m.id, n.first_day on conflict (plan_id, first_day) where not further do nothing""";

    private static final String FILL_OWED = """
            with first_of as (
                select distinct on (f.first_day) f.id, o.id as owed, f.cell_id, f.meeting_at, f.theme, f.board_comment
                from plan_line f join plan_line o on o.plan_id = f.plan_id and o.first_day = f.first_day and not o.further
                where f.plan_id = :plan and f.further and f.replaces_line_id is null and f.state = 'DRAFT' and f.cell_id is not null
                  and f.meeting_at is not null and o.state = 'DRAFT' and o.cell_id is null and not o.withdrawn
                order by f.first_day, f.meeting_at, f.id),
            filled as (
                update plan_line o set cell_id = f.cell_id, meeting_at = f.meeting_at, theme = f.theme, board_comment = f.board_comment
                from first_of f where o.id = f.owed returning f.id)
            delete from plan_line where id in (select id from filled)""";

    /** One member's plan, with what is to be known of its campaign. */
    record Plan(Long id, Long campaignId, Long unitId, int year, CampaignKind kind, CampaignState campaignState, String reason, Long personId,
                String userId, String member, Long homeCellId, PlanState state, long version, Instant savedAt, Instant sentAt, Instant limitAt,
                String boardComment) {
    }

    /**
     * One visit planned; times in Vietnam.
     *
     * @param further whether it comes beside the one that is owed in the period (ruling A2)
     * @param visitId of a further visit that is made already; else null
     */
    record Line(Long id, Long planId, Period period, Long cellId, LocalDateTime meetingAt, String theme, String why, LineState state,
                String boardComment, Long requestId, String hostAnswer, LocalDateTime hostDate, String hostNote, boolean withdrawn,
                Long replacesId, boolean further, Long visitId) {

        Line typed(Long newCellId, LocalDateTime newMeetingAt, boolean nowWithdrawn) {
            return new Line(id, planId, period, newCellId, newMeetingAt, theme, why, state, boardComment, requestId, hostAnswer, hostDate,
                    hostNote, nowWithdrawn, replacesId, further, visitId);
        }
    }

    /** A line to be; times in Vietnam, what is open is null. */
    record NewLine(Long personId, Period period, Long cellId, LocalDateTime meetingAt, String theme, String why, Long replacesId, boolean further) {

        /** A line with what is owed in a period, which takes the place of none. */
        static NewLine owed(Long personId, Period period, Long cellId, LocalDateTime meetingAt, String why) {
            return new NewLine(personId, period, cellId, meetingAt, null, why, null, false);
        }

        /** A line that takes the place of one in force. */
        static NewLine inPlaceOf(Line line, Long personId, Long cellId, LocalDateTime meetingAt, String why) {
            return new NewLine(personId, line.period(), cellId, meetingAt, line.theme(), why, line.id(), line.further());
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    Plans(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    Plan plan(Long id) {
        return sql.sql(PLAN + "m.id = ?").param(id).query((row, n) -> plan(row)).optional().orElseThrow(() -> new NotFound(GONE));
    }

    /** In the order of names. */
    List<Plan> plansOf(Long campaignId) {
        return sql.sql(PLAN + "m.campaign_id = ?" + BY_NAME).param(campaignId).query((row, n) -> plan(row)).list();
    }

    /**
     * One page of them, and one more when there is a next one.
     *
     * @param state null for all
     */
    List<Plan> plansOf(Long campaignId, PlanState state, int page, int size) {
        return sql.sql(PLAN + "m.campaign_id = :campaign and (:state::text is null or m.state = :state)" + BY_NAME + " limit :limit offset :offset")
                .param("campaign", campaignId).param("state", state == null ? null : state.name()).param("limit", size + 1)
                .param("offset", page * size).query((row, n) -> plan(row)).list();
    }

    /** The newest first. */
    List<Plan> plansOfUser(String userId) {
        return sql.sql(PLAN + "p.user_id = ? order by m.id desc limit 100").param(userId).query((row, n) -> plan(row)).list();
    }

    /** Names of those who have to write or complete a plan and have no account (situation C24), in their order. */
    List<String> withoutAccount(Long campaignId) {
        return sql.sql("""
                select p.full_name from member_plan m join person p on p.id = m.person_id where m.campaign_id = ? and p.user_id is null
                and m.state in ('DRAFT', 'TO_SUPPLEMENT', 'TO_REVISE') order by p.full_name collate vietnamese, m.id""").param(campaignId)
                .query(String.class).list();
    }

    boolean anyPlan(Long campaignId, PlanState state) {
        return sql.sql("select exists (select 1 from member_plan where campaign_id = ? and state = ?)").params(campaignId, state.name())
                .query(Boolean.class).single();
    }

    /** Adds empty plans; who has one in the campaign keeps it. */
    List<Long> addPlans(Long campaignId, Collection<Long> personIds) {
        return sql.sql(ADD_PLANS).param("campaign", campaignId).param("people", personIds.toArray(Long[]::new)).query(Long.class).list();
    }

    /** Adds lines to the plans of their people in the campaign; a period that has one keeps it. */
    void addLines(Long campaignId, List<NewLine> lines) {
        sql.sql(ADD_LINES).param("campaign", campaignId)
                .param("people", lines.stream().map(NewLine::personId).toArray(Long[]::new))
                .param("cadences", lines.stream().map(line -> line.period().cadence().name()).toArray(String[]::new))
                .param("days", lines.stream().map(line -> line.period().firstDay().toString()).toArray(String[]::new))
                .param("cells", lines.stream().map(NewLine::cellId).toArray(Long[]::new))
                .param("meetings", lines.stream().map(line -> line.meetingAt() == null ? null : moment(line.meetingAt()).toString()).toArray(String[]::new))
                .param("themes", lines.stream().map(NewLine::theme).toArray(String[]::new))
                .param("whys", lines.stream().map(NewLine::why).toArray(String[]::new))
                .param("replaces", lines.stream().map(NewLine::replacesId).toArray(Long[]::new))
                .param("further", lines.stream().map(NewLine::further).toArray(Boolean[]::new)).update();
    }

    void planState(Long planId, PlanState state) {
        sql.sql("update member_plan set state = ?, row_version = row_version + 1 where id = ?").params(state.name(), planId).update();
    }

    /** All plans of the campaign in one of these states become the other. */
    void plansState(Long campaignId, Collection<PlanState> from, PlanState to) {
        sql.sql("update member_plan set state = :to, limit_at = null, row_version = row_version + 1 where campaign_id = :id and state = any(:from)")
                .param("to", to.name()).param("id", campaignId).param("from", from.stream().map(Enum::name).toArray(String[]::new)).update();
    }

    /** @param limitAt null once the task is done */
    void planLimit(Long planId, Instant limitAt) {
        sql.sql("update member_plan set limit_at = ? where id = ?").params(limitAt == null ? null : limitAt.atOffset(ZoneOffset.UTC), planId).update();
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
        return linesOf(List.of(planId)).getOrDefault(planId, List.of());
    }

    /** By plan. */
    Map<Long, List<Line>> linesOf(Collection<Long> planIds) {
        return lines("l.plan_id = any(:ids)", planIds.toArray(Long[]::new)).stream().collect(Collectors.groupingBy(Line::planId));
    }

    List<Line> linesOfCampaign(Long campaignId) {
        return lines("l.plan_id in (select id from member_plan where campaign_id = any(:ids))", campaignId);
    }

    List<Line> linesOfRequest(Long requestId) {
        return lines("l.host_request_id = any(:ids)", requestId);
    }

    List<Line> lines(Collection<Long> lineIds) {
        return lines("l.id = any(:ids)", lineIds.toArray(Long[]::new));
    }

    private List<Line> lines(String condition, Long... ids) {
        return sql.sql(LINES.formatted(condition)).param("ids", ids).query((row, n) -> line(row)).list();
    }

    void store(Long lineId, Long cellId, LocalDateTime meetingAt, String theme, String why, boolean withdrawn) {
        sql.sql("""
                update plan_line set cell_id = :cell, meeting_at = :meeting, theme = :theme, why = :why, withdrawn = :withdrawn where id = :id""")
                .param("cell", cellId).param("meeting", moment(meetingAt)).param("theme", theme).param("why", why)
                .param("withdrawn", withdrawn).param("id", lineId).update();
    }

    /** An empty line beside the one that is owed in the period. */
    void addFurther(Long planId, Period period) {
        sql.sql("insert into plan_line (plan_id, cadence, first_day, state, further) values (?, ?, ?, 'DRAFT', true)")
                .params(planId, period.cadence().name(), period.firstDay()).update();
    }

    void remove(Long lineId) {
        sql.sql("delete from plan_line where id = ?").param(lineId).update();
    }

    /** What is owed in a period is never left open while a further visit is planned in it: that one takes its place. */
    void fillOwedFromFurther(Long planId) {
        sql.sql(FILL_OWED).param("plan", planId).update();
    }

    void lineState(Long lineId, LineState state) {
        sql.sql("update plan_line set state = ? where id = ?").params(state.name(), lineId).update();
    }

    void commentLine(Long planId, Long lineId, String comment) {
        sql.sql("update plan_line set board_comment = ? where id = ? and plan_id = ?").params(comment, lineId, planId).update();
    }

    /** The board begins anew: what it said in the round before has been answered. */
    void forgetComments(Long campaignId) {
        sql.sql("update member_plan set board_comment = null where campaign_id = ?").param(campaignId).update();
        sql.sql("update plan_line set board_comment = null where plan_id in (select id from member_plan where campaign_id = ?)").param(campaignId).update();
    }

    /** All lines of the plan in one of these states become the other. */
    void linesState(Long planId, Collection<LineState> from, LineState to) {
        sql.sql("update plan_line set state = :to where plan_id = :plan and state = any(:from)").param("to", to.name()).param("plan", planId)
                .param("from", from.stream().map(Enum::name).toArray(String[]::new)).update();
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

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), CampaignKind.valueOf(row.getString(5)),
                CampaignState.valueOf(row.getString(6)), row.getString(7), row.getLong(8), row.getString(9), row.getString(10), row.getLong(11),
                PlanState.valueOf(row.getString(12)), row.getLong(13), instant(row, 14), instant(row, 15), instant(row, 16), row.getString(17));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(1), row.getLong(2), Period.of(Cadence.valueOf(row.getString(3)), row.getObject(4, LocalDate.class)),
                row.getObject(5, Long.class), vietnam(row, 6), row.getString(7), row.getString(8), LineState.valueOf(row.getString(9)), row.getString(10),
                row.getObject(11, Long.class), row.getString(12), vietnam(row, 13), row.getString(14), row.getBoolean(15), row.getObject(16, Long.class),
                row.getBoolean(17), row.getObject(18, Long.class));
    }
}
