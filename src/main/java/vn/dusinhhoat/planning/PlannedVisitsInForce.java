package vn.dusinhhoat.planning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.PlannedVisits;

/** Lines in force, for the cycle of duties. What cannot be any more, for instance at a cell that has ended, is left to the rotation. */
@Component
class PlannedVisitsInForce implements PlannedVisits {

    private static final String IN_FORCE = """
            select m.person_id, l.cell_id, l.meeting_at, l.withdrawn from plan_line l join member_plan m on m.id = l.plan_id
            join person p on p.id = m.person_id left join party_unit c on c.id = l.cell_id
            where l.state = 'IN_FORCE' and l.cadence = :cadence and l.first_day = :first and m.person_id = any(:people)
              and (l.withdrawn or l.cell_id <> p.home_cell_id
                   and (c.valid_to is null or c.valid_to >= (l.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date))""";

    private final JdbcClient sql;

    PlannedVisitsInForce(JdbcClient sql) {
        this.sql = sql;
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
}
