package vn.dusinhhoat.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;
import vn.dusinhhoat.planning.PlanLimits;
import vn.dusinhhoat.planning.SupervisedPlans;
import vn.dusinhhoat.platform.TimeZones;

/**
 * Tasks of annual plans. Staff urge members and, from above, boards; nobody urges a Thường trực (rulings A5, B6), and what ends
 * by itself at its limit (revision, answer of a host) is never late: it can only be given more time.
 */
@Component
class PlanningTasks implements WatchedTasks {

    static final String WRITE = "PLAN_WRITE";
    private static final String CAMPAIGN = "annual-plan";
    private static final String MEMBER = "annual-plan-member";
    private static final String HOST = "host-agreement";
    private static final Map<String, Of> ABOUT = Map.of(CAMPAIGN, Of.CAMPAIGN, MEMBER, Of.MEMBER, HOST, Of.HOST);
    private static final Set<BoardAction> URGE_OR_EXTEND = EnumSet.of(BoardAction.URGE, BoardAction.EXTEND);
    private static final Set<BoardAction> EXTEND = EnumSet.of(BoardAction.EXTEND);

    private static final List<WatchedKind> KINDS = List.of(
            new WatchedKind(WRITE, "Gửi kế hoạch cá nhân", MEMBER, "task_writePlan", URGE_OR_EXTEND),
            new WatchedKind("PLAN_SUPPLEMENT", "Bổ sung kế hoạch cá nhân", MEMBER, "task_supplementPlan", URGE_OR_EXTEND),
            new WatchedKind("PLAN_REVISE", "Hoàn thiện kế hoạch theo ý kiến", MEMBER, "task_revisePlan", EXTEND),
            new WatchedKind("PLAN_CHECK", "Rà soát kế hoạch", CAMPAIGN, "task_checkPlans", URGE_OR_EXTEND),
            new WatchedKind("PLAN_HOST", "Cho ý kiến về lịch dự tại các chi bộ", HOST, "task_giveHostOpinion", EXTEND),
            new WatchedKind("PLAN_CONSOLIDATE", "Tổng hợp kế hoạch chung", CAMPAIGN, "task_consolidatePlan", URGE_OR_EXTEND),
            new WatchedKind("PLAN_OPINION", "Cho ý kiến kế hoạch chung", CAMPAIGN, "task_giveOpinion", Set.of()),
            new WatchedKind("PLAN_OPINION", "Cho ý kiến kế hoạch chung", CAMPAIGN, "task_giveOwnOpinion", Set.of()));

    /** The step of the ladder that was taken last, and how often somebody has urged. */
    private static final String LADDER = """
            left join lateral (
                select count(*) filter (where e.kind = 'URGED') as urged, max(e.at) filter (where e.kind = 'URGED') as urged_at,
                       (array_agg(case e.kind when 'URGED' then 'URGED' when 'LISTED_FOR_LEADERS' then 'LEADERS' when 'NOTED_TO_LEADER' then 'NOTED'
                                  else 'LATE' end order by e.id desc)
                        filter (where e.kind in ('URGED', 'LISTED_FOR_LEADERS', 'NOTED_TO_LEADER') or e.detail = 'REMIND_LATE'))[1] as step
                from plan_event e where e.campaign_id = c.id and e.plan_id is not distinct from %s) l on true""";
    private static final String SUBJECT = """
            select %1$s as id, c.kind, c.year, u.name, u.kind as unit_kind, %2$s as about, %3$s as about_kind, l.urged, l.urged_at, l.step
            from %4$s join party_unit u on u.id = c.unit_id\s""";
    private static final Map<String, String> SUBJECTS = Map.of(
            CAMPAIGN, SUBJECT.formatted("c.id", "null", "null", "plan_campaign c") + LADDER.formatted("null") + " where c.id = any(:ids)",
            MEMBER, SUBJECT.formatted("m.id", "p.full_name", "null",
                    "member_plan m join plan_campaign c on c.id = m.campaign_id join person p on p.id = m.person_id")
                    + LADDER.formatted("m.id") + " where m.id = any(:ids)",
            HOST, SUBJECT.formatted("r.id", "h.name", "h.kind",
                    "host_request r join plan_campaign c on c.id = r.campaign_id join party_unit h on h.id = r.unit_id")
                    + "cross join (select 0 as urged, null::timestamptz as urged_at, null as step) l where r.id = any(:ids)");

    private final SupervisedPlans plans;
    private final PlanLimits limits;
    private final JdbcClient sql;

    PlanningTasks(SupervisedPlans plans, PlanLimits limits, JdbcClient sql) {
        this.plans = plans;
        this.limits = limits;
        this.sql = sql;
    }

    @Override
    public List<WatchedKind> kinds() {
        return KINDS;
    }

    @Override
    public Map<Long, Subject> subjects(String process, Collection<Long> ids) {
        Map<Long, Subject> subjects = new HashMap<>();
        sql.sql(SUBJECTS.get(process)).param("ids", ids.toArray(Long[]::new)).query(row -> {
            subjects.put(row.getLong("id"), subject(process, row));
        });
        return subjects;
    }

    private static Subject subject(String process, ResultSet row) throws SQLException {
        String plan = (row.getString("kind").equals("AMENDMENT") ? "Điều chỉnh kế hoạch năm " : "Kế hoạch năm ") + row.getInt("year") + " của "
                + UnitKind.valueOf(row.getString("unit_kind")).committee(row.getString("name"));
        String about = row.getString("about");
        String sentence = switch (process) {
            case MEMBER -> plan + ", đồng chí " + about;
            case HOST -> plan + ", lịch dự tại " + UnitKind.valueOf(row.getString("about_kind")).inText(about);
            default -> plan;
        };
        LateStep step = row.getString("step") == null ? null : LateStep.valueOf(row.getString("step"));
        OffsetDateTime urgedAt = row.getObject("urged_at", OffsetDateTime.class);
        return new Subject(sentence, null, null, step == null ? null : step.name(), step == null ? null : label(step), row.getInt("urged"),
                urgedAt == null ? null : urgedAt.atZoneSameInstant(TimeZones.VIETNAM).toOffsetDateTime());
    }

    private static String label(LateStep step) {
        return step == LateStep.LATE ? "Quá hạn: đã nhắc đồng chí gửi kế hoạch" : step.label();
    }

    @Override
    public Optional<String> owner(String process, Long id) {
        return plans.owner(ABOUT.get(process), id);
    }

    @Override
    public List<Event> events(String process, Long id) {
        return plans.story(ABOUT.get(process), id).stream().map(fact -> new Event(fact.at(), fact.actor(), fact.kind(), fact.text())).toList();
    }

    @Override
    public Optional<String> limitReason(WatchedTask task) {
        return limits.explanation(planTask(task));
    }

    @Override
    public void urge(WatchedTask task, String note, String actor) {
        plans.urge(planTask(task), note, actor);
    }

    @Override
    public MovedLimit preview(WatchedTask task, Extension more) {
        PlanLimits.Moved moved = limits.preview(planTask(task), more);
        return new MovedLimit(moved.from(), moved.to(), moved.explanation(), moved.late() ? "LADDER_MOVES" : "MOVES", moved.late()
                ? "Đã quá hạn: hạn mới, các bước đôn đốc và việc chốt chưa đến lượt dời cùng nhau"
                : "Dời hạn của việc, các bước nhắc và việc chốt cùng nhau");
    }

    @Override
    public void extend(WatchedTask task, Extension more, String actor, String reason) {
        limits.grant(planTask(task), more, actor, reason);
    }

    @Override
    public void handedOver(WatchedTask task, String detail, String actor) {
        plans.handedOver(planTask(task), detail, actor);
    }

    private static PlanTask planTask(WatchedTask task) {
        return new PlanTask(ABOUT.get(task.process()), task.subjectId(), task.element());
    }
}
