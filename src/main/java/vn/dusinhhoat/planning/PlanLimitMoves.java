package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.CalendarShift;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.OpenLimits;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.OpenPlanTask;
import vn.dusinhhoat.planning.OpenPlanTasks.Timer;

/** Limits of members, board, hosts and Thường trực: they follow the calendar, together with their tasks and the timers at them. */
@Service
class PlanLimitMoves implements OpenLimits {

    private static final Map<Of, String> ABOUT = Map.of(
            Of.CAMPAIGN, "select c.id, c.id, u.code, u.name, null from plan_campaign c join party_unit u on u.id = c.unit_id where c.id = any(:keys)",
            Of.MEMBER, """
                    select m.id, c.id, u.code, u.name, p.full_name from member_plan m join plan_campaign c on c.id = m.campaign_id
                    join party_unit u on u.id = c.unit_id join person p on p.id = m.person_id where m.id = any(:keys)""",
            Of.HOST, """
                    select r.id, r.campaign_id, u.code, u.name, null from host_request r join party_unit u on u.id = r.unit_id
                    where r.id = any(:keys)""");
    private static final Map<Of, String> TABLES = Map.of(Of.CAMPAIGN, "plan_campaign", Of.MEMBER, "member_plan", Of.HOST, "host_request");
    private static final String WRITE = """
            update %s t set limit_at = n.at from unnest(:keys::bigint[], :limits::timestamptz[]) n (key, at)
            where t.id = n.key and t.limit_at is not null""";

    /** What a task belongs to; the member's name for their own tasks only. */
    private record About(Long campaign, String unitCode, String unitName, String member) {
    }

    /** A task whose limit the calendar moves. */
    private record Move(OpenPlanTask task, LocalDate from, Limit next) {

        boolean hasPassed(LocalDate today) {
            return from.isBefore(today);
        }
    }

    private final OpenPlanTasks tasks;
    private final PlanExtensions extensions;
    private final PlanLog log;
    private final JdbcClient sql;

    PlanLimitMoves(OpenPlanTasks tasks, PlanExtensions extensions, PlanLog log, JdbcClient sql) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.log = log;
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MovedLimit> wouldMove(CalendarShift shift) {
        List<Move> moves = moves(shift, tasks.all());
        Map<Of, Map<Long, About>> about = about(moves.stream().map(Move::task).toList());
        return moves.stream().filter(move -> about.get(move.task().of()).containsKey(move.task().key())).map(move -> {
            About of = about.get(move.task().of()).get(move.task().key());
            return new MovedLimit(of.unitCode(), of.unitName(), move.task().name() + (of.member() == null ? "" : ": đồng chí " + of.member()),
                    move.from(), move.next().lastDay(), move.next().explanation(), move.hasPassed(shift.today()));
        }).toList();
    }

    /** Campaigns are locked as for every step: who finishes a task at this moment comes before or after the move, never into it. */
    @Override
    @Transactional
    public int move(CalendarShift shift, String actor, String basis) {
        Map<Of, Map<Long, About>> about = about(tasks.all());
        lock(about);
        List<OpenPlanTask> open = tasks.all();
        List<Move> moves = moves(shift, open).stream().filter(move -> !move.hasPassed(shift.today())).toList();
        Map<String, Instant> timers = new HashMap<>();
        open.forEach(task -> task.timers().forEach(timer -> follow(shift, task, timer, timers)));
        write(moves);
        note(moves, about, actor, basis);
        tasks.move(moves.stream().collect(Collectors.toMap(move -> move.task().taskId(), move -> move.next().at())), timers);
        return moves.size();
    }

    private void lock(Map<Of, Map<Long, About>> about) {
        Set<Long> campaigns = about.values().stream().flatMap(each -> each.values().stream()).map(About::campaign).collect(Collectors.toSet());
        sql.sql("select id from plan_campaign where id = any(?) order by id for no key update").param(campaigns.toArray(Long[]::new))
                .query(Long.class).list();
    }

    /** Reminder, ladder and end of a task each have a limit of their own; one that has passed stays. */
    private static void follow(CalendarShift shift, OpenPlanTask task, Timer timer, Map<String, Instant> timers) {
        Limit next = next(shift, task, timer.span(), timer.at(), List.of());
        if (!Limit.dayOf(timer.at()).isBefore(shift.today()) && !next.lastDay().equals(Limit.dayOf(timer.at()))) {
            timers.put(timer.id(), next.at());
        }
    }

    private List<Move> moves(CalendarShift shift, List<OpenPlanTask> open) {
        Map<String, List<Extension>> granted = extensions.of(open);
        List<Move> moves = new ArrayList<>();
        for (OpenPlanTask task : open) {
            Limit next = next(shift, task, task.span(), task.limit(), granted.getOrDefault(task.taskId(), List.of()));
            if (!next.lastDay().equals(Limit.dayOf(task.limit()))) {
                moves.add(new Move(task, Limit.dayOf(task.limit()), next));
            }
        }
        return moves;
    }

    private static Limit next(CalendarShift shift, OpenPlanTask task, Period span, Instant present, List<Extension> granted) {
        return shift.newLimit(task.begun(), span, granted, new Limit(Limit.dayOf(present), null));
    }

    private Map<Of, Map<Long, About>> about(List<OpenPlanTask> open) {
        Map<Of, Map<Long, About>> about = new EnumMap<>(Of.class);
        for (Of of : Of.values()) {
            Map<Long, About> found = new HashMap<>();
            sql.sql(ABOUT.get(of)).param("keys", keys(open.stream().filter(task -> task.of() == of).toList())).query(row -> {
                found.put(row.getLong(1), new About(row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
            });
            about.put(of, found);
        }
        return about;
    }

    private static Long[] keys(List<OpenPlanTask> open) {
        return open.stream().map(OpenPlanTask::key).toArray(Long[]::new);
    }

    private void write(List<Move> moves) {
        for (Of of : Of.values()) {
            List<Move> own = moves.stream().filter(move -> move.task().of() == of).toList();
            sql.sql(WRITE.formatted(TABLES.get(of))).param("keys", keys(own.stream().map(Move::task).toList()))
                    .param("limits", own.stream().map(move -> move.next().at().toString()).toArray(String[]::new)).update();
        }
    }

    private void note(List<Move> moves, Map<Of, Map<Long, About>> about, String actor, String basis) {
        log.recordAll(moves.stream().filter(move -> about.get(move.task().of()).containsKey(move.task().key())).map(move -> {
            About of = about.get(move.task().of()).get(move.task().key());
            return new PlanLog.Fact(of.campaign(), move.task().of() == Of.MEMBER ? move.task().key() : null, PlanLog.Kind.LIMIT_MOVED,
                    "Dời hạn \"%s\" từ %s sang %s theo %s".formatted(move.task().name(), WorkingCalendar.named(move.from()),
                            WorkingCalendar.named(move.next().lastDay()), basis));
        }).toList(), actor);
    }
}
