package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spans of days on which somebody is away (situation C5). */
@Component
class AbsenceEntries {

    /** @param decision EXCUSED or MISSED; null until somebody has decided */
    record Entry(Long id, AbsenceReason reason, String note, boolean carryOver, VisitState decision) {
    }

    private final JdbcClient sql;

    AbsenceEntries(JdbcClient sql) {
        this.sql = sql;
    }

    Entry store(Long personId, LocalDate from, LocalDate to, AbsenceReason reason, String note, boolean carryOver, Instant now) {
        return sql.sql("""
                insert into absence_entry (person_id, from_day, to_day, reason, note, carry_over, created_at)
                values (:person, :from, :to, :reason, :note, :carryOver, :now) returning id, reason, note, carry_over, decision""")
                .param("person", personId).param("from", from).param("to", to).param("reason", reason.name()).param("note", note)
                .param("carryOver", carryOver).param("now", now.atOffset(ZoneOffset.UTC)).query(Entry.class).single();
    }

    Optional<Entry> covering(Long personId, LocalDate day) {
        return sql.sql("""
                select id, reason, note, carry_over, decision from absence_entry
                where person_id = :person and :day between from_day and to_day order by id desc limit 1""")
                .param("person", personId).param("day", day).query(Entry.class).optional();
    }

    /** Planned visits on days for which their visitors have said that they are away; from this day on. */
    List<Long> plannedVisits(LocalDate today) {
        return sql.sql("""
                select v.id from visit v where v.state = 'SCHEDULED' and exists (
                    select 1 from absence_entry e where e.person_id = v.person_id and e.to_day >= :today
                    and (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date between e.from_day and e.to_day) order by v.id""")
                .param("today", today).query(Long.class).list();
    }

    List<Long> waitingVisits(Long personId, LocalDate from, LocalDate to) {
        return sql.sql("""
                select id from visit where person_id = :person and state in ('SCHEDULED', 'AGREED', 'MOVED')
                and (meeting_at at time zone 'Asia/Ho_Chi_Minh')::date between :from and :to order by id""")
                .param("person", personId).param("from", from).param("to", to).query(Long.class).list();
    }

    List<Long> pendingOf(Long entry) {
        return sql.sql("select id from visit where absence_entry = ? and state = 'ABSENCE_PENDING' order by id").param(entry)
                .query(Long.class).list();
    }

    void decide(Long entry, boolean excused) {
        sql.sql("update absence_entry set decision = ? where id = ?").params(excused ? "EXCUSED" : "MISSED", entry).update();
    }
}
