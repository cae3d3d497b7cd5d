package vn.dusinhhoat.attendance.extension;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.TimeZones;

/** Extensions and their communes, in tables. */
@Component
class ExtensionTables {

    private static final String SELECT = """
            select e.id, e.state, e.scope_unit_id, u.name as scope_unit_name, e.meetings_from, e.meetings_to, e.more_days,
                   e.last_day, e.document, e.document_date, e.reason, e.started_by, e.started_at, e.decided_by, e.finished_at,
                   e.extended_count, e.on_time_count
            from limit_extension e join party_unit u on u.id = e.scope_unit_id""";

    /** A commune of an extension. */
    record Commune(String code, String name) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    ExtensionTables(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Long create(WantedExtension wanted, Long scopeUnitId, String userId) {
        Long id = sql.sql("""
                insert into limit_extension (state, scope_unit_id, meetings_from, meetings_to, more_days, last_day, document,
                                             document_date, reason, started_by, started_at)
                values ('NEW', :scope, :from, :to, :days, :last, :document, :dated, :reason, :user, :now) returning id""")
                .param("scope", scopeUnitId).param("from", wanted.meetingsFrom()).param("to", wanted.meetingsTo())
                .param("days", wanted.moreDays()).param("last", wanted.lastDay()).param("document", wanted.document())
                .param("dated", wanted.documentDate()).param("reason", wanted.reason()).param("user", userId)
                .param("now", now()).query(Long.class).single();
        sql.sql("insert into limit_extension_unit (extension_id, unit_id) select :id, id from party_unit where code = any(:codes)")
                .param("id", id).param("codes", wanted.communes().toArray(String[]::new)).update();
        return id;
    }

    Optional<LimitExtension> find(Long id) {
        return sql.sql(SELECT + " where e.id = :id").param("id", id).query(LimitExtension.class).optional();
    }

    /** The latest of these units, newest first. */
    List<LimitExtension> latest(Collection<Long> unitIds, int count) {
        return sql.sql(SELECT + " where e.scope_unit_id = any(:units) order by e.id desc limit :count")
                .param("units", unitIds.toArray(Long[]::new)).param("count", count).query(LimitExtension.class).list();
    }

    /** Communes of an extension, in Vietnamese order. */
    List<Commune> communes(Long id) {
        return sql.sql("""
                select u.code, u.name from limit_extension_unit x join party_unit u on u.id = x.unit_id
                where x.extension_id = :id order by u.name collate vietnamese, u.code""").param("id", id).query(Commune.class).list();
    }

    /** Moves on from one state; false when it was another. */
    boolean advance(Long id, ExtensionState from, ExtensionState to) {
        return sql.sql("update limit_extension set state = :to where id = :id and state = :from").param("to", to.name())
                .param("id", id).param("from", from.name()).update() == 1;
    }

    void decidedBy(Long id, String userId) {
        sql.sql("update limit_extension set decided_by = :user where id = :id").param("user", userId).param("id", id).update();
    }

    void finish(Long id, ExtensionState state, int extended, int onTime) {
        sql.sql("""
                update limit_extension set state = :state, finished_at = :now, extended_count = :extended, on_time_count = :onTime
                where id = :id""").param("state", state.name()).param("now", now()).param("extended", extended)
                .param("onTime", onTime).param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
