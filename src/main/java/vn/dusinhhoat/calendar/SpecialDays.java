package vn.dusinhhoat.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The special days in force. */
@Component
public class SpecialDays {

    /** Of the advisory lock that orders new limits and changes of the calendar; a number of our own. */
    private static final long LOCK = 4_270_101L;
    private static final String COLUMNS = "select day, kind, name, status, source from special_day";

    private final JdbcClient sql;

    SpecialDays(JdbcClient sql) {
        this.sql = sql;
    }

    /** All days, in order. */
    public List<SpecialDay> all() {
        return sql.sql(COLUMNS + " order by day").query(SpecialDay.class).list();
    }

    /** Days of a span, both ends included, in order. */
    public List<SpecialDay> between(LocalDate first, LocalDate last) {
        return sql.sql(COLUMNS + " where day between :first and :last order by day").param("first", first).param("last", last)
                .query(SpecialDay.class).list();
    }

    /** Until the end of the transaction no limit begins: what is moved now is all there is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdNewLimits() {
        sql.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, n) -> 0).single();
    }

    /** Waits for a change of the calendar that is being written; none is written until the end of the transaction. */
    void waitForChange() {
        sql.sql("select pg_advisory_xact_lock_shared(:lock)").param("lock", LOCK).query((row, n) -> 0).single();
    }
}
