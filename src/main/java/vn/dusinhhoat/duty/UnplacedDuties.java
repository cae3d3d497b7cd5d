package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Duties of open periods for which no cell was found, and why. */
@Component
class UnplacedDuties {

    private static final String BY_REASON = """
            select p.cadence, p.first_day, u.name, d.problem, count(*)
            from duty d join duty_period p on p.id = d.period_id join party_unit u on u.id = d.unit_id
            where d.visit_id is null and d.problem is not null and p.last_day >= :today
            group by p.cadence, p.first_day, u.id, u.name, d.problem order by count(*) desc, u.name collate vietnamese""";
    private static final String TRY_AGAIN = """
            update duty set problem = null where id in (
                select d.id from duty d join duty_period p on p.id = d.period_id
                where d.visit_id is null and d.problem is not null and p.last_day >= :today order by d.id limit :most)""";

    /** So many people of a unit for one reason. */
    record Unplaced(Period period, String unit, String problem, int duties) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    UnplacedDuties(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By unit and reason, those that most people share first. */
    @Transactional(readOnly = true)
    public List<Unplaced> all() {
        return sql.sql(BY_REASON).param("today", LocalDate.now(clock))
                .query((row, n) -> new Unplaced(Period.of(Cadence.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)),
                        row.getString(3), row.getString(4), row.getInt(5))).list();
    }

    /** The first of them are looked at again. */
    @Transactional
    public void tryAgain(int most) {
        sql.sql(TRY_AGAIN).param("today", LocalDate.now(clock)).param("most", most).update();
    }
}
