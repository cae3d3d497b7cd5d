package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.platform.TimeZones;

/** Who else goes to a meeting: by visits there are, and by plans of whatever level (situation C3). Only numbers are told. */
@Component
class SameMeetings {

    private static final String DAY = "(%s at time zone 'Asia/Ho_Chi_Minh')::date";
    private static final String OTHERS = """
            select v.person_id, v.cell_id, %s from visit v where v.cell_id = any(:cells) and v.person_id <> :person
                and v.state in ('SCHEDULED', 'AGREED', 'MOVED') and v.meeting_at >= :from and v.meeting_at < :until
            union
            select m.person_id, l.cell_id, %s from plan_line l join member_plan m on m.id = l.plan_id
            where l.cell_id = any(:cells) and m.person_id <> :person and not l.withdrawn and l.state not in ('REPLACED', 'ENDED')
                and m.state not in ('NOT_SENT', 'NO_OPINION', 'ENDED') and l.meeting_at >= :from and l.meeting_at < :until"""
            .formatted(DAY.formatted("v.meeting_at"), DAY.formatted("l.meeting_at"));

    private final JdbcClient sql;

    SameMeetings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Days of the period on which others than the person go to these cells, one for each of them. */
    Map<Long, List<LocalDate>> of(Long personId, Collection<Long> cellIds, Period period) {
        Map<Long, List<LocalDate>> days = new HashMap<>();
        sql.sql(OTHERS).param("cells", cellIds.toArray(Long[]::new)).param("person", personId)
                .param("from", period.firstDay().atStartOfDay(TimeZones.VIETNAM).toInstant().atOffset(ZoneOffset.UTC))
                .param("until", period.next().firstDay().atStartOfDay(TimeZones.VIETNAM).toInstant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    days.computeIfAbsent(row.getLong(2), cell -> new ArrayList<>()).add(row.getObject(3, LocalDate.class));
                });
        return days;
    }
}
