package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.OrganizationChanged;

/** Visits end with the post, the exemption or the departure of their visitor (situations C8, C18). */
@Component
class VisitsFollowOrganization {

    private static final String DAY = "(v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date";
    private static final String OWING_NOTHING = """
            select v.id from visit v join person p on p.id = v.person_id
            where v.state in ('SCHEDULED', 'AGREED', 'MOVED') and (p.ended_on < %1$s
                or exists (select 1 from person_exemption e where e.person_id = p.id
                           and e.valid_from <= %1$s and (e.valid_to is null or e.valid_to >= %1$s))
                or not exists (select 1 from post t where t.person_id = p.id
                               and t.valid_from <= %1$s and (t.valid_to is null or t.valid_to >= %1$s)))
            order by v.id""".formatted(DAY);
    /** Duties and notices stop at once, even for a meeting that was attended (situation C18). */
    private static final String REPORTING_NO_MORE = """
            select v.id from visit v join person p on p.id = v.person_id join report r on r.visit_id = v.id
            where v.state = 'ATTENDED' and r.submitted_at is null and r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM')
              and (p.ended_on < :day or exists (select 1 from person_exemption e where e.person_id = p.id and e.kind = 'SUSPENDED'
                   and e.valid_from <= :day and (e.valid_to is null or e.valid_to >= :day)))
            order by v.id""";

    /** The cell ends before the meeting: whoever takes it over is visited (situation C13). */
    private static final String CELL_ENDED = """
            select v.id from visit v join party_unit c on c.id = v.cell_id
            where v.state in ('SCHEDULED', 'AGREED', 'MOVED') and c.successor_id is not null and c.valid_to < %s order by v.id""".formatted(DAY);
    /** By a change of home or a merger the visit would go to the visitor's own cell (II.2d, situations C13 and C19). */
    private static final String OWN_CELL = """
            select v.id from visit v join person p on p.id = v.person_id
            where v.state in ('SCHEDULED', 'AGREED', 'MOVED') and v.cell_id = p.home_cell_id and v.meeting_at > :now order by v.id""";

    private final JdbcClient sql;
    private final VisitChanges changes;
    private final Clock clock;

    VisitsFollowOrganization(JdbcClient sql, VisitChanges changes, Clock clock) {
        this.clock = clock;
        this.sql = sql;
        this.changes = changes;
    }

    @EventListener
    @Transactional
    void organizationChanged(OrganizationChanged changed) {
        sql.sql(OWING_NOTHING).query(Long.class).list().forEach(changes::end);
        sql.sql(CELL_ENDED).query(Long.class).list().forEach(changes::followSuccessor);
        sql.sql(OWN_CELL).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Long.class).list().forEach(changes::endAtOwnCell);
        sql.sql(REPORTING_NO_MORE).param("day", LocalDate.now(clock)).query(Long.class).list().forEach(changes::end);
    }
}
