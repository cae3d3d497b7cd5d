package vn.dusinhhoat.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.rotation.Visitor.Span;

/** Duties that have no visit yet. */
@Component
class WaitingDuties {

    private static final Pattern RANGE = Pattern.compile("\\[([0-9-]+),([0-9-]+)\\)");

    private static final String NEXT = """
            select d.id from duty d join duty_period p on p.id = d.period_id
            where d.visit_id is null and d.problem is null order by p.first_day, p.id, d.unit_id, d.id limit :most""";
    private static final String WAITING = """
            select d.id, d.person_id, d.unit_id, u.code, h.home_cell_id, p.cadence, p.first_day, d.days::text
            from duty d join duty_period p on p.id = d.period_id join party_unit u on u.id = d.unit_id join person h on h.id = d.person_id
            where d.id = any(:ids) and d.visit_id is null order by p.first_day, p.id, d.unit_id, d.id""";
    private static final String AREAS = """
            select person_id, unit_id from area_in_charge
            where person_id = any(:people) and valid_from <= :last and (valid_to is null or valid_to >= :first)""";

    /** One of them. */
    record Waiting(Long id, Long personId, Long unitId, String unitCode, Long homeCellId, Period period, List<Span> days) {
    }

    private final JdbcClient sql;

    WaitingDuties(JdbcClient sql) {
        this.sql = sql;
    }

    /** Ids of the next ones, those of one unit together. */
    @Transactional(readOnly = true)
    public List<Long> next(int most) {
        return sql.sql(NEXT).param("most", most).query(Long.class).list();
    }

    /** Whether the next step would find any. */
    @Transactional(readOnly = true)
    public boolean any() {
        return !next(1).isEmpty();
    }

    /**
     * Those of the ids that still wait. Whoever works on the same period waits until this transaction is over: otherwise
     * two would send their people to the same meetings.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Waiting> take(Collection<Long> ids) {
        Long[] all = ids.toArray(Long[]::new);
        sql.sql("select id from duty_period where id in (select period_id from duty where id = any(:ids)) order by id for update")
                .param("ids", all).query(Long.class).list();
        return sql.sql(WAITING).param("ids", all).query((row, n) -> waiting(row)).list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5),
                Period.of(Cadence.valueOf(row.getString(6)), row.getObject(7, LocalDate.class)), spans(row.getString(8)));
    }

    /** @param multirange as the database writes one, for instance "{[2026-12-01,2026-12-15)}" */
    static List<Span> spans(String multirange) {
        List<Span> spans = new ArrayList<>();
        Matcher range = RANGE.matcher(multirange);
        while (range.find()) {
            spans.add(new Span(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2)).minusDays(1)));
        }
        return spans;
    }

    /** Units that these people are in charge of in the period. */
    @Transactional(readOnly = true)
    public Map<Long, Set<Long>> areasOf(Collection<Long> personIds, Period period) {
        Map<Long, Set<Long>> areas = new HashMap<>();
        sql.sql(AREAS).param("people", personIds.toArray(Long[]::new)).param("first", period.firstDay()).param("last", period.lastDay())
                .query(row -> {
                    areas.computeIfAbsent(row.getLong(1), person -> new HashSet<>()).add(row.getLong(2));
                });
        return areas;
    }

    /** These duties have their visits now, in the same order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void placed(List<Long> ids, List<Long> visits) {
        sql.sql("update duty d set visit_id = n.visit, problem = null from unnest(:ids::bigint[], :visits::bigint[]) n (duty, visit) where d.id = n.duty")
                .param("ids", ids.toArray(Long[]::new)).param("visits", visits.toArray(Long[]::new)).update();
    }

    /** Visits that these people have for duties of the period, by person. */
    @Transactional(readOnly = true)
    public Map<Long, Long> visitsOf(Collection<Long> personIds, Period period) {
        Map<Long, Long> visits = new TreeMap<>();
        sql.sql("""
                select d.person_id, d.visit_id from duty d join duty_period p on p.id = d.period_id
                where d.person_id = any(:people) and p.cadence = :cadence and p.first_day = :first and d.visit_id is not null""")
                .param("people", personIds.toArray(Long[]::new)).param("cadence", period.cadence().name()).param("first", period.firstDay())
                .query(row -> {
                    visits.put(row.getLong(1), row.getLong(2));
                });
        return visits;
    }

    /** What could not be placed for these people may be possible now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tryAgain(Collection<Long> personIds) {
        sql.sql("update duty set problem = null where visit_id is null and person_id = any(?)").param(personIds.toArray(Long[]::new)).update();
    }

    /** This duty got no visit; it is tried again when its period is brought in step next time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notPlaced(Long id, String problem) {
        sql.sql("update duty set problem = left(:problem, 500) where id = :id and visit_id is null").param("problem", problem).param("id", id).update();
    }
}
