package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.TimeZones;

/**
 * Who comes to the cells of a commune, for its clerks and Thường trực: name and date, never a report (III.3b, ruling B7).
 */
@Service
@Transactional(readOnly = true)
public class HostVisits {

    private static final String HOSTED = """
            select u.id from party_unit u where u.level = 'COMMUNE' and exists (
                select 1 from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.unit_id = u.id and b.kind in ('ORGANISATION_BOARD', 'OFFICE', 'THUONG_TRUC', 'HOST_COMMITTEE') and p.user_id = :user
                  and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day) and (p.ended_on is null or p.ended_on >= :day))""";
    private static final String LINES = """
            select v.id, p.full_name as visitor,
                   (select string_agg(t.title || ', ' || o.name, '; ' order by t.id) from post t join party_unit o on o.id = t.unit_id
                    where t.person_id = p.id and t.valid_from <= :day and (t.valid_to is null or t.valid_to >= :day)) as posts,
                   c.name as cell, v.meeting_at, v.state, v.origin, v.host_opinion,
                   count(*) filter (where v.state in ('SCHEDULED', 'AGREED', 'MOVED', 'ATTENDED'))
                       over (partition by v.cell_id, (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date) as same_meeting
            from visit v join party_unit c on c.id = v.cell_id join person p on p.id = v.person_id
            where c.parent_id in (%s) and v.state <> 'ENDED' %%s
            order by v.meeting_at, c.name collate vietnamese, v.id limit :limit offset :offset""".formatted(HOSTED);
    private static final String IN_MONTH = " and v.meeting_at >= :from and v.meeting_at < :until";
    private static final String THIS = " and v.id = :visit";

    /** Visits on a page. */
    public static final int PAGE = 50;

    /**
     * A visit as the host sees it.
     *
     * @param posts       of the visitor today
     * @param sameMeeting how many come to this meeting; more than one is a delegation or a clash (situation C3)
     */
    public record Line(Long id, String visitor, String posts, String cell, OffsetDateTime meetingAt, VisitState state,
                       VisitOrigin origin, HostOpinion hostOpinion, int sameMeeting) {

        /** Whether the host may still say that something is wrong. */
        public boolean mayObject() {
            return state == VisitState.ATTENDED && hostOpinion == null;
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    HostVisits(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the user sees any commune as its host. */
    public boolean isHost(String userId) {
        return sql.sql("select exists (" + HOSTED + ")").param("user", userId).param("day", LocalDate.now(clock))
                .query(Boolean.class).single();
    }

    /** Visits of a month in Vietnam, in their order; one more than a page when there is a next one. */
    public List<Line> in(String userId, YearMonth month, int page) {
        return lines(userId, IN_MONTH, page).param("from", startOf(month)).param("until", startOf(month.plusMonths(1)))
                .query(Line.class).list();
    }

    /** The visit, if it is to a cell of the user's commune. */
    public Optional<Line> find(String userId, Long visitId) {
        return lines(userId, THIS, 0).param("visit", visitId).query(Line.class).optional();
    }

    private JdbcClient.StatementSpec lines(String userId, String condition, int page) {
        return sql.sql(LINES.formatted(condition)).param("user", userId).param("day", LocalDate.now(clock))
                .param("limit", PAGE + 1).param("offset", page * PAGE);
    }

    private static OffsetDateTime startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
