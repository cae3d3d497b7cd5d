package vn.dusinhhoat.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.Extension;

/**
 * What gives reports more time: documents in force (situation C10), by the commune of the visited cell and the day of the
 * meeting, for reports that the unit which decided receives, or a unit below it; and what was granted for one report.
 */
@Component
class AppliedExtensions {

    /** Visits that a document is about: {@code e} the extension, {@code v} the visit. */
    static final String COVERED = """
            from limit_extension e join limit_extension_unit x on x.extension_id = e.id
            join party_unit c on c.parent_id = x.unit_id
            join visit v on v.cell_id = c.id
                and v.meeting_at >= e.meetings_from::timestamp at time zone 'Asia/Ho_Chi_Minh'
                and v.meeting_at < (e.meetings_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
            join body b on b.id = v.receiver_id join party_unit ru on ru.id = b.unit_id
            left join party_unit rp on rp.id = ru.parent_id
            """;
    /** At most three levels lie above a cell. */
    static final String IN_REACH = "e.scope_unit_id in (ru.id, ru.parent_id, rp.parent_id)";

    private static final String APPLIED = "select v.id, e.more_days, e.last_day, e.document " + COVERED
            + "where e.state = 'APPLIED' and " + IN_REACH + " and v.id = any(:ids)";
    /** What was granted for a single report holds for that meeting only. */
    private static final String GRANTED = """
            select v.id, g.more_days, g.last_day, g.basis from report_extension g join visit v on v.id = g.visit_id
            where v.id = any(:ids) and g.meeting_day = (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date""";

    private final JdbcClient sql;

    AppliedExtensions(JdbcClient sql) {
        this.sql = sql;
    }

    List<Extension> of(Long visitId) {
        return of(List.of(visitId)).getOrDefault(visitId, List.of());
    }

    /** By visit; visits without any are left out. */
    Map<Long, List<Extension>> of(Collection<Long> visitIds) {
        Map<Long, List<Extension>> found = new HashMap<>();
        sql.sql(APPLIED + " union all " + GRANTED).param("ids", visitIds.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(new Extension(row.getObject(2, Integer.class),
                    row.getObject(3, LocalDate.class), row.getString(4)));
        });
        return found;
    }
}
