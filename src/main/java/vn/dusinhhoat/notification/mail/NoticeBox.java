package vn.dusinhhoat.notification.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticeState;
import vn.dusinhhoat.notification.PlanNotices;
import vn.dusinhhoat.notification.Reachability;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.platform.TimeZones;

/** The outbox as its sender sees it; every method works in the caller's transaction. */
@Repository
class NoticeBox {

    /** What another sender has locked is that sender's. */
    private static final String NEXT = """
            select id from notice where state = 'WAITING' and next_attempt_at <= :now
            order by next_attempt_at, id limit 1 for update skip locked""";
    private static final String FACTS = """
            select n.*, p.full_name, p.email,
              coalesce(""" + Reachability.OF_PERSON + """
            , false) as reachable,
              v.meeting_at, coalesce(v.state in ('SCHEDULED', 'AGREED', 'MOVED'), false) as coming, v.state = 'ATTENDED' as attended,
              coalesce(r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM'), true) as unsent, r.limit_at,
              coalesce(k.id_, w.id_) as open_task, w.name_ as urged_task, w.due_date_ as urged_limit,
              c.name as cell, o.name as commune, o.kind as commune_kind, u.name as unit, u.kind as unit_kind, a.year
            from notice n join person p on p.id = n.person_id left join visit v on v.id = n.visit_id
              left join report r on r.visit_id = v.id left join party_unit c on c.id = v.cell_id
              left join party_unit o on o.id = c.parent_id left join plan_campaign a on a.id = n.campaign_id
              left join party_unit u on u.id = coalesce(n.unit_id, a.unit_id)
              left join lateral (
                select t.id_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_
                where e.business_key_ = n.visit_id::text and t.task_def_key_ like 'task\\_writeReport%' limit 1) k on true
              left join act_ru_task w on w.id_ = n.task_id
            where n.id = :id""";

    private final JdbcClient sql;

    NoticeBox(JdbcClient sql) {
        this.sql = sql;
    }

    /** Locks the notice that is due longest, of those that nobody else has. */
    Optional<DueNotice> lockNext(Instant now) {
        return sql.sql(NEXT).param("now", Timestamp.from(now)).query(Long.class).optional().map(id -> facts(id, now));
    }

    private DueNotice facts(long id, Instant now) {
        return sql.sql(FACTS).param("id", id).param("today", LocalDate.ofInstant(now, TimeZones.VIETNAM))
                .query((row, n) -> notice(row)).single();
    }

    private static DueNotice notice(ResultSet row) throws SQLException {
        NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
        String unit = row.getString("unit");
        String commune = row.getString("commune");
        return new DueNotice(row.getLong("id"), kind, row.getObject("day", LocalDate.class), row.getString("message_id"),
                row.getInt("attempts"), instant(row, "written_at"), row.getString("full_name"), row.getString("email"),
                row.getBoolean("reachable"), instant(row, "meeting_at"),
                row.getBoolean("coming") || kind != NoticeKind.BEFORE_MEETING && row.getBoolean("attended"),
                row.getBoolean("unsent"), instant(row, kind == NoticeKind.URGED ? "urged_limit" : "limit_at"),
                row.getString("open_task"), row.getString("urged_task"),
                unit == null ? row.getString("cell") : UnitKind.valueOf(row.getString("unit_kind")).committee(unit),
                commune == null ? null : UnitKind.valueOf(row.getString("commune_kind")).inText(commune),
                row.getString("topic") == null ? null : PlanNotices.Topic.valueOf(row.getString("topic")).sentence(), row.getInt("year"),
                row.getInt("due_today"), row.getInt("late"), row.getInt("to_receive"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    void markSent(long id, Instant now) {
        sql.sql("update notice set state = 'SENT', sent_at = ?, attempts = attempts + 1, last_error = null where id = ?")
                .params(Timestamp.from(now), id).update();
    }

    /** Ends it without a mail. */
    void close(long id, NoticeState state, String why) {
        sql.sql("update notice set state = ?, last_error = ? where id = ?").params(state.name(), why, id).update();
    }

    /** It waits; nothing was tried. */
    void postpone(long id, Instant until) {
        sql.sql("update notice set next_attempt_at = ? where id = ?").params(Timestamp.from(until), id).update();
    }

    /** The server does not take it now. */
    void retry(long id, Instant next, String why) {
        sql.sql("update notice set attempts = attempts + 1, next_attempt_at = ?, last_error = ? where id = ?")
                .params(Timestamp.from(next), why, id).update();
    }

    boolean anyWaiting() {
        return sql.sql("select exists (select 1 from notice where state = 'WAITING')").query(Boolean.class).single();
    }

    /** Nobody can send what waits; on the day somebody can, it is of no use any more. */
    int leaveUnsent() {
        return sql.sql("update notice set state = 'NO_SERVER' where state = 'WAITING'").update();
    }

    boolean isNewestRun(String runId) {
        return sql.sql("select run_id = ? from notice_sending").param(runId).query(Boolean.class).optional().orElse(false);
    }

    /** How often in a row the server did not answer, and until when it is left alone. */
    record Channel(int failures, Instant nextAttemptAt) {
    }

    Channel channel() {
        return sql.sql("select failures, next_attempt_at from notice_sending")
                .query((row, n) -> new Channel(row.getInt("failures"), instant(row, "next_attempt_at"))).single();
    }

    void down(Instant now, Instant next) {
        sql.sql("""
                update notice_sending set failures = failures + 1, next_attempt_at = ?, down_since = coalesce(down_since, ?)""")
                .params(Timestamp.from(next), Timestamp.from(now)).update();
    }

    /** Whether it was down. */
    boolean up() {
        return sql.sql("update notice_sending set failures = 0, next_attempt_at = null, down_since = null where failures > 0").update() > 0;
    }
}
