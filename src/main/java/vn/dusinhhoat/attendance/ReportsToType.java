package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of others that somebody may type: as their assistant (C12), or from paper as a clerk of the receiver (C24). */
@Service
@Transactional(readOnly = true)
public class ReportsToType {

    private static final String LINES = """
            select v.id, p.full_name as visitor, c.name as cell, u.name as commune, v.meeting_at, r.state as report_state, r.limit_reason,
                   w.assistant, w.clerk
            from visit v join report r on r.visit_id = v.id join person p on p.id = v.person_id join party_unit c on c.id = v.cell_id
            join party_unit u on u.id = c.parent_id join body b on b.id = v.receiver_id
            cross join lateral (select
                exists (select 1 from assistant a join person s on s.id = a.assistant_id where a.person_id = v.person_id
                        and s.user_id = :user and :day between a.valid_from and a.valid_to) as assistant,
                exists (select 1 from body staff join body_member m on m.body_id = staff.id join person s on s.id = m.person_id
                        where staff.unit_id = b.unit_id and staff.kind in ('ORGANISATION_BOARD', 'OFFICE') and s.user_id = :user
                        and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)) as clerk) w
            where v.state = 'ATTENDED' and v.meeting_at >= :oldest
              and r.state not in ('SUBMITTED', 'SUBMITTED_LATE', 'RECEIVED', 'NOT_APPLICABLE') and coalesce(p.user_id, '') <> :user and (
                w.assistant and r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM', 'TO_SUPPLEMENT', 'WITHDRAWN')
                or w.clerk and r.state in ('NOT_STARTED', 'NOT_REPORTED')) %s
            order by v.meeting_at, p.full_name collate vietnamese, v.id limit :limit offset :offset""";
    private static final String THIS = " and v.id = :visit";

    /** A year's review needs no paper of the year before. */
    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    /** Visits on a page. */
    public static final int PAGE = 50;

    /**
     * A report to type.
     *
     * @param assistant whether the user may draft it for the visitor
     * @param clerk     whether the user may enter the visitor's paper
     */
    public record Line(Long id, String visitor, String cell, String commune, OffsetDateTime meetingAt, ReportState reportState,
                       String limitReason, boolean assistant, boolean clerk) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    ReportsToType(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The oldest first; one more than a page when there is a next one. */
    public List<Line> of(String userId, int page) {
        return lines(userId, "", page).query(Line.class).list();
    }

    /** The report, if the user may type it. */
    public Optional<Line> find(String userId, Long visitId) {
        return lines(userId, THIS, 0).param("visit", visitId).query(Line.class).optional();
    }

    private JdbcClient.StatementSpec lines(String userId, String condition, int page) {
        return sql.sql(LINES.formatted(condition)).param("user", userId).param("day", LocalDate.now(clock))
                .param("oldest", clock.instant().minus(LONGEST_AGO).atOffset(ZoneOffset.UTC))
                .param("limit", PAGE + 1).param("offset", page * PAGE);
    }
}
