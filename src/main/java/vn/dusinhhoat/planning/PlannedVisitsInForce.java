package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.PlannedVisits;

/** Lines in force, for the cycle of duties. What cannot be any more, for instance at a cell that has ended, is left to the rotation. */
@Component
class PlannedVisitsInForce implements PlannedVisits {

    private static final String IN_FORCE = """
            select m.person_id, l.cell_id, l.meeting_at, l.withdrawn from plan_line l join member_plan m on m.id = l.plan_id
            join person p on p.id = m.person_id left join party_unit c on c.id = l.cell_id
            where l.state = 'IN_FORCE' and not l.further and l.cadence = :cadence and l.first_day = :first and m.person_id = any(:people)
              and (l.withdrawn or l.cell_id <> p.home_cell_id
                   and (c.valid_to is null or c.valid_to >= (l.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date))""";
    private static final String FURTHER = """
            select l.id, m.person_id, l.cell_id, l.meeting_at, u.code, l.visit_id, l.withdrawn from plan_line l join member_plan m on m.id = l.plan_id
            join plan_campaign k on k.id = m.campaign_id join party_unit u on u.id = k.unit_id join person p on p.id = m.person_id
            left join party_unit c on c.id = l.cell_id where l.state = 'IN_FORCE' and l.further and""";
    /** Where the person goes anyway on that day, nothing is added. */
    private static final String TO_MAKE = FURTHER + """
             l.visit_id is null and not l.withdrawn and l.meeting_at > :now and l.cell_id <> p.home_cell_id
            and (c.valid_to is null or c.valid_to >= (l.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date)
            and not exists (select 1 from visit v where v.person_id = m.person_id and v.cell_id = l.cell_id and v.state <> 'ENDED'
                            and (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date = (l.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date)
            and""";
    private static final String DUE = TO_MAKE + " l.cadence = :cadence and l.first_day = :first order by l.id";
    private static final String TAKE = TO_MAKE + " l.id = any(:lines) order by l.id for no key update of l skip locked";
    private static final String MADE_ALREADY = FURTHER + " l.visit_id is not null and m.person_id = any(:people) order by l.id";

    private final JdbcClient sql;
    private final Clock clock;

    PlannedVisitsInForce(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, PlannedVisit> in(Period period, Collection<Long> personIds) {
        Map<Long, PlannedVisit> planned = new HashMap<>();
        sql.sql(IN_FORCE).param("cadence", period.cadence().name()).param("first", period.firstDay())
                .param("people", personIds.toArray(Long[]::new)).query(row -> {
                    planned.put(row.getLong(1), row.getBoolean(4) ? PlannedVisit.WITHDRAWN
                            : new PlannedVisit(row.getObject(2, Long.class), Plans.vietnam(row, 3)));
                });
        return planned;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> furtherDue(Period period) {
        return sql.sql(DUE).param("now", now()).param("cadence", period.cadence().name()).param("first", period.firstDay())
                .query((row, n) -> further(row).lineId()).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Further> takeFurther(Collection<Long> lineIds) {
        return sql.sql(TAKE).param("now", now()).param("lines", lineIds.toArray(Long[]::new)).query((row, n) -> further(row)).list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void furtherMade(List<Long> lineIds, List<Long> visitIds) {
        sql.sql("update plan_line l set visit_id = n.visit from unnest(:lines::bigint[], :visits::bigint[]) n (line, visit) where l.id = n.line")
                .param("lines", lineIds.toArray(Long[]::new)).param("visits", visitIds.toArray(Long[]::new)).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Further> furtherOf(Collection<Long> personIds) {
        return sql.sql(MADE_ALREADY).param("people", personIds.toArray(Long[]::new)).query((row, n) -> further(row)).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Further further(ResultSet row) throws SQLException {
        return new Further(row.getLong(1), row.getLong(2), row.getObject(3, Long.class), Plans.vietnam(row, 4), row.getString(5),
                row.getObject(6, Long.class), row.getBoolean(7));
    }
}
