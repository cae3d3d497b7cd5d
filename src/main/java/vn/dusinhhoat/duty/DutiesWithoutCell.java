package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Duties for which no cell was found, as the staff of their unit see them: organisation board and office, for their unit
 * and all below it. They know the people and the cells, and correct the data.
 */
@Service
public class DutiesWithoutCell {

    private static final String LINES = """
            with recursive reach (id) as (
                select b.unit_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :user and (p.ended_on is null or p.ended_on >= :day)
                  and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                union select u.id from party_unit u join reach r on u.parent_id = r.id where u.level <> 'CELL')
            select d.id, h.full_name, u.name, p.cadence, p.first_day, d.problem
            from duty d join duty_period p on p.id = d.period_id join party_unit u on u.id = d.unit_id join person h on h.id = d.person_id
            where d.visit_id is null and d.problem is not null and p.last_day >= :day and d.unit_id in (select id from reach)
            order by p.first_day, p.cadence, u.name collate vietnamese, h.full_name collate vietnamese, d.id limit :limit offset :offset""";

    /** Duties on a page. */
    public static final int PAGE = 50;

    /**
     * Somebody who owes a visit and has no cell.
     *
     * @param period  as a label, "tháng 12/2026"
     * @param problem why, and what helps, in Vietnamese
     */
    public record Line(Long id, String person, String unit, String period, String problem) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    DutiesWithoutCell(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Of periods that are not over, the earliest first; one more than a page when there is a next one.
     *
     * @param page counted from 0
     */
    @Transactional(readOnly = true)
    public List<Line> seenBy(String userId, int page) {
        return sql.sql(LINES).param("user", userId).param("day", LocalDate.now(clock)).param("limit", PAGE + 1).param("offset", page * PAGE)
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3),
                        Period.of(Cadence.valueOf(row.getString(4)), row.getObject(5, LocalDate.class)).label(), row.getString(6))).list();
    }
}
