package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.OpenPlanTask;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Limits of the tasks of plans: why each is as it is, and more time for one of them ("Gia hạn"). The task, its stored limit and
 * every timer of its case that still waits move together, so that no ladder closes what has been given more time (ruling B5).
 */
@Service
public class PlanLimits {

    /**
     * A limit that moves.
     *
     * @param explanation sentence of the new limit
     * @param late        whether the old one has passed
     */
    public record Moved(LocalDate from, LocalDate to, String explanation, boolean late) {
    }

    private static final String GONE = "Việc này vừa được làm xong hoặc không còn: tải lại danh sách.";

    private final OpenPlanTasks tasks;
    private final PlanExtensions extensions;
    private final Plans plans;
    private final CampaignTable campaigns;
    private final HostRequests requests;
    private final PlanLog log;
    private final Deadlines deadlines;
    private final Clock clock;

    PlanLimits(OpenPlanTasks tasks, PlanExtensions extensions, Plans plans, CampaignTable campaigns, HostRequests requests, PlanLog log,
               Deadlines deadlines, Clock clock) {
        this.tasks = tasks;
        this.extensions = extensions;
        this.plans = plans;
        this.campaigns = campaigns;
        this.requests = requests;
        this.log = log;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** One sentence: from when the limit counts, what moved it, until when; empty when the task is not open. */
    @Transactional(readOnly = true)
    public Optional<String> explanation(PlanTask task) {
        return tasks.find(task).map(open -> limit(open, granted(open)).explanation());
    }

    /**
     * What would become of the limit. Nothing is stored.
     *
     * @param more with who grants it, as in a sentence, in the place of the document
     * @throws RuleViolation when the task is not open, or the limit would not be later or be over
     */
    @Transactional(readOnly = true)
    public Moved preview(PlanTask task, Extension more) {
        return moved(open(task), more);
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
        Long campaign = campaigns.of(task.of(), task.key());
        campaigns.lock(campaign);
        OpenPlanTask open = open(task);
        Moved moved = moved(open, more);
        extensions.keep(open, campaign, more, actor, reason);
        Instant limit = endOf(moved.to());
        store(task, limit);
        tasks.move(Map.of(open.taskId(), limit), later(open, ChronoUnit.DAYS.between(moved.from(), moved.to())));
        log.record(campaign, task.of() == Of.MEMBER ? task.key() : null, actor, PlanLog.Kind.LIMIT_EXTENDED,
                "từ hết ngày %s đến hết ngày %s theo %s; lý do: %s".formatted(WorkingCalendar.named(moved.from()),
                        WorkingCalendar.named(moved.to()), more.document(), reason));
        return moved;
    }

    private OpenPlanTask open(PlanTask task) {
        return tasks.find(task).orElseThrow(() -> new RuleViolation(GONE));
    }

    private Moved moved(OpenPlanTask open, Extension more) {
        LocalDate from = Limit.dayOf(open.limit());
        List<Extension> all = new ArrayList<>(granted(open));
        all.add(more);
        Limit next = limit(open, all);
        if (!next.lastDay().isAfter(from)) {
            throw new RuleViolation("Hạn mới không sau hạn hiện nay (hết ngày " + WorkingCalendar.named(from) + "): ghi ngày muộn hơn.");
        }
        if (next.lastDay().isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("Hạn mới (hết ngày " + WorkingCalendar.named(next.lastDay()) + ") đã qua: ghi ngày từ hôm nay trở đi.");
        }
        return new Moved(from, next.lastDay(), next.explanation(), open.limit().isBefore(clock.instant()));
    }

    private Limit limit(OpenPlanTask open, List<Extension> granted) {
        return deadlines.after(open.begun(), open.span(), () -> granted);
    }

    private List<Extension> granted(OpenPlanTask open) {
        return extensions.of(List.of(open)).getOrDefault(open.taskId(), List.of());
    }

    /** So many days later each; a day off moves on to the next working day. */
    private Map<String, Instant> later(OpenPlanTask open, long days) {
        WorkingCalendar calendar = deadlines.calendar();
        return tasks.waiting(open).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                timer -> endOf(calendar.firstWorkingDayFrom(Limit.dayOf(timer.getValue()).plusDays(days)))));
    }

    private static Instant endOf(LocalDate day) {
        return new Limit(day, "").at();
    }

    private void store(PlanTask task, Instant limit) {
        switch (task.of()) {
            case MEMBER -> plans.planLimit(task.key(), limit);
            case CAMPAIGN -> campaigns.limit(task.key(), limit);
            case HOST -> requests.limit(task.key(), limit);
        }
    }
}
