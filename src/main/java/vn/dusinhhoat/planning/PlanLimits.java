package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.LimitStart;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.planning.PlanLimitTasks.OpenPlanTask;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Limits of the tasks of plans: why each is as it is, and more time for one of them ("Gia hạn"). The task, its stored limit and
 * every timer of its case that still waits move together, so that no ladder closes what has been given more time (ruling B5).
 */
@Service
public class PlanLimits {

    /** Whose task it is. */
    public enum About { MEMBER, CAMPAIGN, HOST }

    /**
     * A task of a plan.
     *
     * @param id      of the member's plan, the campaign, the request
     * @param element on the diagram
     */
    public record PlanTask(About about, Long id, String element) {
    }

    /**
     * A limit that moves.
     *
     * @param explanation sentence of the new limit
     * @param late        whether the old one has passed
     */
    public record Moved(LocalDate from, LocalDate to, String explanation, boolean late) {
    }

    private static final String GONE = "Việc này vừa được làm xong hoặc không còn: tải lại danh sách.";
    private static final String GRANTED = """
            select more_days, last_day, basis from plan_extension
            where campaign_id = :campaign and plan_id is not distinct from :plan and host_request_id is not distinct from :request
              and element = :element and begun_on = :begun order by id""";
    private static final String GRANT = """
            insert into plan_extension (campaign_id, plan_id, host_request_id, element, begun_on, more_days, last_day, basis, reason, granted_by, granted_at)
            values (:campaign, :plan, :request, :element, :begun, :days, :last, :basis, :reason, :actor, :now)""";

    private final PlanLimitTasks tasks;
    private final Plans plans;
    private final CampaignTable campaigns;
    private final HostRequests requests;
    private final PlanLog log;
    private final Deadlines deadlines;
    private final JdbcClient sql;
    private final Clock clock;

    PlanLimits(PlanLimitTasks tasks, Plans plans, CampaignTable campaigns, HostRequests requests, PlanLog log, Deadlines deadlines, JdbcClient sql,
               Clock clock) {
        this.tasks = tasks;
        this.plans = plans;
        this.campaigns = campaigns;
        this.requests = requests;
        this.log = log;
        this.deadlines = deadlines;
        this.sql = sql;
        this.clock = clock;
    }

    /** One sentence: from when the limit counts, what moved it, until when; empty when the task is not open. */
    @Transactional(readOnly = true)
    public Optional<String> explanation(PlanTask task) {
        return tasks.find(task).map(open -> limit(open, granted(task, open)).explanation());
    }

    /**
     * What would become of the limit. Nothing is stored.
     *
     * @param more with who grants it, as in a sentence, in the place of the document
     * @throws RuleViolation when the task is not open, or the limit would not be later or be over
     */
    @Transactional(readOnly = true)
    public Moved preview(PlanTask task, Extension more) {
        return moved(open(task), task, more);
    }

    /**
     * Moves task, timers and stored limit, and keeps what was granted.
     *
     * @param actor  user id of who grants it
     * @param reason Vietnamese
     * @throws RuleViolation as {@link #preview}; nothing is stored
     */
    @Transactional
    public Moved grant(PlanTask task, Extension more, String actor, String reason) {
        deadlines.waitForChange();
        Long campaign = campaignOf(task);
        campaigns.lock(campaign);
        OpenPlanTask open = open(task);
        Moved moved = moved(open, task, more);
        questions(GRANT, task, open).param("days", more.moreDays()).param("last", more.lastDay()).param("basis", more.document())
                .param("reason", reason).param("actor", actor).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        Instant limit = endOf(moved.to());
        store(task, limit);
        tasks.move(open, limit, later(open, ChronoUnit.DAYS.between(moved.from(), moved.to())));
        log.record(campaign, task.about() == About.MEMBER ? task.id() : null, actor, PlanLog.Kind.LIMIT_EXTENDED,
                "từ hết ngày %s đến hết ngày %s theo %s; lý do: %s".formatted(WorkingCalendar.named(moved.from()),
                        WorkingCalendar.named(moved.to()), more.document(), reason));
        return moved;
    }

    private OpenPlanTask open(PlanTask task) {
        return tasks.find(task).orElseThrow(() -> new RuleViolation(GONE));
    }

    private Moved moved(OpenPlanTask open, PlanTask task, Extension more) {
        LocalDate from = Limit.dayOf(open.dueAt());
        List<Extension> all = new ArrayList<>(granted(task, open));
        all.add(more);
        Limit next = limit(open, all);
        if (!next.lastDay().isAfter(from)) {
            throw new RuleViolation("Hạn mới không sau hạn hiện nay (hết ngày " + WorkingCalendar.named(from) + "): ghi ngày muộn hơn.");
        }
        if (next.lastDay().isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("Hạn mới (hết ngày " + WorkingCalendar.named(next.lastDay()) + ") đã qua: ghi ngày từ hôm nay trở đi.");
        }
        return new Moved(from, next.lastDay(), next.explanation(), open.dueAt().isBefore(clock.instant()));
    }

    private Limit limit(OpenPlanTask open, List<Extension> extensions) {
        LimitStart begun = new LimitStart(open.begunOn(), "Từ " + WorkingCalendar.named(open.begunOn()));
        return deadlines.after(begun, open.span(), () -> extensions);
    }

    private List<Extension> granted(PlanTask task, OpenPlanTask open) {
        return questions(GRANTED, task, open).query((row, n) -> new Extension(row.getObject(1, Integer.class), row.getObject(2, LocalDate.class),
                row.getString(3))).list();
    }

    /** So many days later each; a day off moves on to the next working day. */
    private Map<String, Instant> later(OpenPlanTask open, long days) {
        WorkingCalendar calendar = deadlines.calendar();
        return open.waiting().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                timer -> endOf(calendar.firstWorkingDayFrom(Limit.dayOf(timer.getValue()).plusDays(days)))));
    }

    private static Instant endOf(LocalDate day) {
        return new Limit(day, "").at();
    }

    private JdbcClient.StatementSpec questions(String statement, PlanTask task, OpenPlanTask open) {
        return sql.sql(statement).param("campaign", campaignOf(task)).param("plan", task.about() == About.MEMBER ? task.id() : null)
                .param("request", task.about() == About.HOST ? task.id() : null).param("element", task.element()).param("begun", open.begunOn());
    }

    private Long campaignOf(PlanTask task) {
        return switch (task.about()) {
            case MEMBER -> plans.plan(task.id()).campaignId();
            case CAMPAIGN -> task.id();
            case HOST -> requests.get(task.id()).campaignId();
        };
    }

    private void store(PlanTask task, Instant limit) {
        switch (task.about()) {
            case MEMBER -> plans.planLimit(task.id(), limit);
            case CAMPAIGN -> campaigns.limit(task.id(), limit);
            case HOST -> requests.limit(task.id(), limit);
        }
    }
}
