package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.Labelled;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.planning.PlanViews.RequestSummary;
import vn.dusinhhoat.platform.NotFound;

/** The table of what host committees are asked. */
@Component
class HostRequests {

    /** Bodies of the commune that answer: the one for guests, and those whose staff look after meetings. */
    static final List<BodyKind> ANSWERING = List.of(BodyKind.HOST_COMMITTEE, BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE);

    private static final String GONE = "Không có đề nghị cho ý kiến này trong phạm vi của đồng chí: quay lại danh sách công việc.";
    private static final String REQUEST = """
            select r.id, r.campaign_id, r.unit_id, u.code, u.name, u.kind, r.state, r.row_version, r.limit_at
            from host_request r join party_unit u on u.id = r.unit_id where\s""";
    private static final String NEXT_ROUND = "select 1 + coalesce(max(round), 0) from host_request where campaign_id = ?";
    /** One for each commune with sent lines that it is not being asked about already, and the lines in it. */
    private static final String ASK = """
            with sent as (
                select l.id, c.parent_id as unit_id from plan_line l join member_plan m on m.id = l.plan_id join party_unit c on c.id = l.cell_id
                where m.campaign_id = :campaign and l.state = 'SENT' and not l.withdrawn and l.meeting_at is not null
                  and (m.state = 'SENT' or m.state = 'TO_REVISE' and l.id = any(:lines)) and (:lines::bigint[] is null or l.id = any(:lines))
                  and not exists (select 1 from host_request r where r.id = l.host_request_id and r.state = 'ASKED')),
            asked as (
                insert into host_request (campaign_id, unit_id, round, state, asked_at)
                select :campaign, unit_id, :round, 'ASKED', :now from (select distinct unit_id from sent) s order by unit_id returning id, unit_id)
            update plan_line l set host_request_id = a.id, host_answer = null, host_date = null, host_note = null
            from sent s join asked a on a.unit_id = s.unit_id where l.id = s.id""";

    private static final String LIST = """
            select r.id, o.name, o.kind, h.name, h.kind, c.year, r.state, (select count(*) from plan_line l where l.host_request_id = r.id and l.state not in ('REPLACED', 'ENDED')),
                   r.asked_at, r.answered_at
            from host_request r join plan_campaign c on c.id = r.campaign_id join party_unit o on o.id = c.unit_id join party_unit h on h.id = r.unit_id
            where r.unit_id = any(:units) order by r.id desc limit :limit offset :offset""";

    /** What a commune is asked. */
    record Request(Long id, Long campaignId, Long unitId, String unitCode, String unitName, String unitKind, State state, long version,
                   Instant limitAt) {
    }

    /** How far a request has come. */
    enum State implements Labelled {

        ASKED("Đang lấy ý kiến"), ANSWERED("Đã cho ý kiến"), SILENT("Quá thời hạn không có ý kiến, coi như thống nhất"),
        ENDED("Kết thúc, không cần ý kiến");

        private final String label;

        State(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    HostRequests(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    Request get(Long id) {
        return sql.sql(REQUEST + "r.id = ?").param(id).query((row, n) -> request(row)).optional().orElseThrow(() -> new NotFound(GONE));
    }

    static NotFound gone() {
        return new NotFound(GONE);
    }

    /** Those still to be answered. */
    List<Request> open(Long campaignId) {
        return sql.sql(REQUEST + "r.campaign_id = ? and r.state = 'ASKED' order by r.id").param(campaignId).query((row, n) -> request(row)).list();
    }

    /**
     * Makes a request for each commune that has sent lines it is not being asked about; none when there are no such lines.
     *
     * @param lineIds lines to ask about; null for all of the campaign
     * @return the new ones
     */
    List<Request> ask(Long campaignId, Collection<Long> lineIds) {
        int round = sql.sql(NEXT_ROUND).param(campaignId).query(Integer.class).single();
        sql.sql(ASK).param("campaign", campaignId).param("round", round).param("lines", lineIds == null ? null : lineIds.toArray(Long[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return sql.sql(REQUEST + "r.campaign_id = ? and r.round = ? order by r.id").params(campaignId, round).query((row, n) -> request(row)).list();
    }

    /** The line is to be asked about as if nobody had been asked. */
    void askAnew(Long lineId) {
        sql.sql("""
                update plan_line set state = 'SENT', host_request_id = null, host_answer = null, host_date = null, host_note = null where id = ?""")
                .param(lineId).update();
    }

    void limit(Long id, Instant limitAt) {
        sql.sql("update host_request set limit_at = ? where id = ?").params(limitAt.atOffset(ZoneOffset.UTC), id).update();
    }

    /** Requests to these communes, the newest first. */
    List<RequestSummary> toUnits(List<Long> unitIds, int limit, int offset) {
        return sql.sql(LIST).param("units", unitIds.toArray(Long[]::new)).param("limit", limit).param("offset", offset)
                .query((row, n) -> new RequestSummary(row.getLong(1), UnitKind.valueOf(row.getString(3)).committee(row.getString(2)),
                        UnitKind.valueOf(row.getString(5)).committee(row.getString(4)), row.getInt(6), State.valueOf(row.getString(7)).label(),
                        row.getInt(8), Plans.instant(row, 9), Plans.instant(row, 10))).list();
    }

    /** One more than the version given, if nobody has saved meanwhile. */
    boolean nextVersion(Long id, long version) {
        return sql.sql("update host_request set row_version = row_version + 1 where id = ? and row_version = ?").params(id, version).update() == 1;
    }

    /** The answer to a line as typed. */
    void store(Long requestId, Long lineId, HostAnswer answer, LocalDateTime otherDate, String note) {
        sql.sql("""
                update plan_line set host_answer = :answer, host_date = :date, host_note = :note where id = :line and host_request_id = :request""")
                .param("answer", answer == null ? null : answer.name()).param("date", Plans.moment(otherDate)).param("note", note)
                .param("line", lineId).param("request", requestId).update();
    }

    /** @param by user id; null when nobody answered in time */
    void close(Long id, State state, String by) {
        sql.sql("update host_request set state = ?, limit_at = null, answered_at = ?, answered_by = ?, row_version = row_version + 1 where id = ?")
                .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC), by, id).update();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), row.getString(6),
                State.valueOf(row.getString(7)), row.getLong(8), Plans.instant(row, 9));
    }
}
