package vn.dusinhhoat.calendar.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.platform.TimeZones;

/** Changes of the calendar and their days, in tables. */
@Component
class ChangeTables {

    private static final String COLUMNS =
            "select id, state, started_by, started_at, decided_by, finished_at, moved_count from calendar_change";

    private final JdbcClient sql;
    private final Clock clock;

    ChangeTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Long create(Map<LocalDate, SpecialDay> days, String userId) {
        Long id = sql.sql("insert into calendar_change (state, started_by, started_at) values ('OPEN', :user, :now) returning id")
                .param("user", userId).param("now", now()).query(Long.class).single();
        days.forEach((day, special) -> sql.sql("""
                insert into calendar_change_day (change_id, day, kind, name, status, source)
                values (:change, :day, :kind, :name, :status, :source)""")
                .param("change", id).param("day", day).param("kind", special == null ? null : special.kind().name())
                .param("name", special == null ? null : special.name())
                .param("status", special == null ? null : special.status().name())
                .param("source", special == null ? null : special.source()).update());
        return id;
    }

    Optional<CalendarChange> find(Long id) {
        return sql.sql(COLUMNS + " where id = :id").param("id", id).query(CalendarChange.class).optional();
    }

    Optional<CalendarChange> open() {
        return sql.sql(COLUMNS + " where state in ('OPEN', 'APPLYING')").query(CalendarChange.class).optional();
    }

    /** The latest, newest first. */
    List<CalendarChange> latest(int count) {
        return sql.sql(COLUMNS + " order by id desc limit :count").param("count", count).query(CalendarChange.class).list();
    }

    /** Days of a change in order; null in the place of a day takes the day out. */
    Map<LocalDate, SpecialDay> days(Long id) {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        sql.sql("select day, kind, name, status, source from calendar_change_day where change_id = :id order by day")
                .param("id", id).query(row -> {
                    LocalDate day = row.getObject("day", LocalDate.class);
                    days.put(day, row.getString("kind") == null ? null : new SpecialDay(day,
                            SpecialDay.Kind.valueOf(row.getString("kind")), row.getString("name"),
                            SpecialDay.Status.valueOf(row.getString("status")), row.getString("source")));
                });
        return days;
    }

    void decided(Long id, String userId, ChangeState state) {
        sql.sql("update calendar_change set decided_by = :user, state = :state where id = :id")
                .param("user", userId).param("state", state.name()).param("id", id).update();
    }

    void finish(Long id, ChangeState state, int movedCount) {
        sql.sql("update calendar_change set state = :state, finished_at = :now, moved_count = :moved where id = :id")
                .param("state", state.name()).param("now", now()).param("moved", movedCount).param("id", id).update();
    }

    /** Keeps what the days were and become, then writes them. */
    void write(Long id) {
        sql.sql("""
                insert into special_day_change (change_id, at, actor, day, before, after)
                select c.id, :now, c.decided_by, d.day, to_jsonb(s), case when d.kind is not null then to_jsonb(d) - 'change_id' end
                from calendar_change c join calendar_change_day d on d.change_id = c.id left join special_day s on s.day = d.day
                where c.id = :id and (s.kind, s.name, s.status, s.source) is distinct from (d.kind, d.name, d.status, d.source)
                order by d.day""").param("id", id).param("now", now()).update();
        sql.sql("delete from special_day where day in (select day from calendar_change_day where change_id = :id)")
                .param("id", id).update();
        sql.sql("""
                insert into special_day (day, kind, name, status, source)
                select day, kind, name, status, source from calendar_change_day where change_id = :id and kind is not null""")
                .param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
