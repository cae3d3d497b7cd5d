package vn.dusinhhoat.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.TimeZones;

/**
 * Writes the outbox, in one statement for each moment. Whatever is there already is not written again, so that a run may be
 * repeated, come late, or run on two nodes at once (row R18).
 */
@Service
public class NoticeSelection {

    private static final String UNSENT = "r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM')";
    private static final String AT_RECEIVER = "r.state in ('SUBMITTED', 'SUBMITTED_LATE', 'SUPPLEMENTED', 'PAPER', 'CORRECTED')";

    /** Each unit with the rule of the nearest unit upwards that has one. */
    static final String MUTE = """
            with recursive mute (unit_id, muted) as (
              select u.id, coalesce(s.notices_muted, false) from party_unit u left join duty_start s on s.unit_id = u.id
              where u.parent_id is null
              union all
              select u.id, coalesce(s.notices_muted, m.muted)
              from mute m join party_unit u on u.parent_id = m.unit_id left join duty_start s on s.unit_id = u.id
              where u.level <> 'CELL')
            """;
    private static final String INSERT = """
            insert into notice (kind, person_id, visit_id, unit_id, day, days_off, due_today, late, to_receive, state, message_id,
                                written_at, next_attempt_at)
            """;
    private static final String STATE = """
            case when coalesce(m.muted, false) then 'MUTED' when :server then 'WAITING' else 'NO_SERVER' end,
            gen_random_uuid() || '@' || :host, :now, :now
            """;
    /** The unit that the duty comes from; before anything is known of it, the one the person works for. */
    private static final String OF_VISIT = MUTE + INSERT + """
            select :kind, v.person_id, v.id, null, :day, :daysOff, null, null, null, """ + STATE + """
            from %s join person p on p.id = v.person_id join party_unit h on h.id = p.home_cell_id
              left join duty d on d.visit_id = v.id left join body b on b.id = v.receiver_id
              left join mute m on m.unit_id = coalesce(d.unit_id, b.unit_id, (
                select t.unit_id from post t where t.person_id = p.id and t.valid_from <= :today
                  and (t.valid_to is null or t.valid_to >= :today) order by t.id limit 1), h.parent_id)
            where %s and\s""" + Reachability.OF_PERSON + """
            order by v.id on conflict do nothing""";
    private static final String BEFORE_MEETING = OF_VISIT.formatted("visit v", """
            v.state in ('SCHEDULED', 'AGREED', 'MOVED') and v.meeting_at >= :from and v.meeting_at < :to and v.meeting_at > :now""");
    private static final String MEETING_EVENING = OF_VISIT.formatted("visit v", """
            v.state in ('SCHEDULED', 'AGREED', 'MOVED', 'ATTENDED') and v.meeting_at >= :from and v.meeting_at < :to
            and v.meeting_at <= :now and not exists (select 1 from report r where r.visit_id = v.id and not\s""" + UNSENT + ")");
    private static final String OF_LIMIT = OF_VISIT.formatted("report r join visit v on v.id = r.visit_id",
            UNSENT + """
             and r.limit_at >= :from and r.limit_at < :to and r.limit_at > :now
             and exists (select 1 from act_ru_execution c join act_ru_task k on k.proc_inst_id_ = c.id_
                         where c.business_key_ = v.id::text and k.task_def_key_ like 'task\\_writeReport%')""");
    private static final String DIGEST = MUTE + ", numbers as (select b.unit_id, count(*) filter (where " + UNSENT
            + " and r.limit_at >= :from and r.limit_at < :to) due_today, count(*) filter (where " + UNSENT
            + " and r.limit_at < :now) late, count(*) filter (where " + AT_RECEIVER + """
            ) to_receive
              from report r join visit v on v.id = r.visit_id join body b on b.id = v.receiver_id
              where r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM', 'SUBMITTED', 'SUBMITTED_LATE', 'SUPPLEMENTED', 'PAPER', 'CORRECTED')
              group by b.unit_id)
            , clerk as (select distinct a.person_id, b.unit_id from body_member a join body b on b.id = a.body_id
              where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and a.valid_from <= :today and (a.valid_to is null or a.valid_to >= :today))
            """ + INSERT + "select :kind, p.id, null, c.unit_id, :day, :daysOff, n.due_today, n.late, n.to_receive, " + STATE + """
            from clerk c join numbers n on n.unit_id = c.unit_id join person p on p.id = c.person_id
              left join mute m on m.unit_id = c.unit_id
            where n.due_today + n.late + n.to_receive > 0 and\s""" + Reachability.OF_PERSON + """
            order by c.unit_id, p.id on conflict do nothing""";
    private static final Map<NoticeKind, String> STATEMENTS = Map.of(NoticeKind.BEFORE_MEETING, BEFORE_MEETING,
            NoticeKind.MEETING_EVENING, MEETING_EVENING, NoticeKind.BEFORE_LIMIT, OF_LIMIT, NoticeKind.AT_LIMIT, OF_LIMIT,
            NoticeKind.CLERK_DIGEST, DIGEST);

    private final JdbcClient sql;
    private final MailServer server;
    private final InstallationProperties installation;
    private final Clock clock;

    NoticeSelection(JdbcClient sql, MailServer server, InstallationProperties installation, Clock clock) {
        this.sql = sql;
        this.server = server;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * Writes what is missing for these moments, and makes this run the one that sends.
     *
     * @param runId process instance of the run
     * @return how many notices were written
     */
    @Transactional
    public int write(String runId, List<Moment> moments) {
        // Its row lock lets one run write at a time.
        sql.sql("update notice_sending set run_id = ?").param(runId).update();
        return moments.stream().mapToInt(this::write).sum();
    }

    private int write(Moment moment) {
        return sql.sql(statement(moment.kind())).params(questions(moment)).update();
    }

    static String statement(NoticeKind kind) {
        return STATEMENTS.get(kind);
    }

    Map<String, Object> questions(Moment moment) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, TimeZones.VIETNAM);
        LocalDate day = today.plusDays(moment.daysAhead());
        return Map.of("kind", moment.kind().name(), "day", day, "daysOff", moment.daysAhead(), "today", today,
                "now", Timestamp.from(now), "from", startOf(day), "to", startOf(day.plusDays(1)), "server", server.isSetUp(), "host", installation.mailHost());
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(TimeZones.VIETNAM).toInstant());
    }
}
