package vn.dusinhhoat.planning;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** What staff do about plans of others that are late, and what has happened to them (III.1a, ruling B5). Who may do it is for the caller to say. */
@Service
public class SupervisedPlans {

    private static final int LONGEST_NOTE = 500;
    /** What has to do with limits and who has what; what hosts and leaders wrote is others' to read. */
    private static final Set<PlanLog.Kind> TOLD = EnumSet.complementOf(EnumSet.of(PlanLog.Kind.JOINED));
    private static final String FACTS = """
            select at, actor, kind, detail from plan_event where campaign_id = :campaign and %s and kind = any(:kinds) order by id""";

    /**
     * A fact of a plan's log.
     *
     * @param actor user id; null for the system
     * @param kind  a stable code
     * @param text  Vietnamese
     */
    public record Fact(Instant at, String actor, String kind, String text) {
    }

    private final Plans plans;
    private final CampaignTable campaigns;
    private final CampaignProcess process;
    private final PlanLog log;
    private final JdbcClient sql;

    SupervisedPlans(Plans plans, CampaignTable campaigns, CampaignProcess process, PlanLog log, JdbcClient sql) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.process = process;
        this.log = log;
        this.sql = sql;
    }

    /** User id of the member whose own case it is; empty for what bodies do, and for a member without a login. */
    @Transactional(readOnly = true)
    public Optional<String> owner(Of of, Long id) {
        return of == Of.MEMBER ? Optional.ofNullable(plans.plan(id).userId()) : Optional.empty();
    }

    /**
     * Urges: an open task to do so is done with it, and the ladder goes on as the diagram says; without one it is written down
     * all the same.
     *
     * @param note how, in Vietnamese; null without one
     * @throws RuleViolation when it is one's own plan
     */
    @Transactional
    public void urge(PlanTask task, String note, String actor) {
        if (owner(task.of(), task.key()).filter(actor::equals).isPresent()) {
            throw new RuleViolation("Đồng chí không tự đôn đốc mình.");
        }
        if (note != null) {
            OutsideText.requireAtMost(note, LONGEST_NOTE, "lý do");
        }
        if (!process.urged(task, actor, note)) {
            record(task, PlanLog.Kind.URGED, note, actor);
        }
    }

    /**
     * Keeps that a task has gone to somebody else.
     *
     * @param detail which task, to whom and why, in Vietnamese
     */
    @Transactional
    public void handedOver(PlanTask task, String detail, String actor) {
        record(task, PlanLog.Kind.HANDED_OVER, detail, actor);
    }

    /** What has happened to the plan, the campaign, or the campaign since the host was asked; oldest first. */
    @Transactional(readOnly = true)
    public List<Fact> story(Of of, Long id) {
        String which = switch (of) {
            case MEMBER -> "(plan_id = :id or plan_id is null and kind = 'OPENED')";
            case CAMPAIGN -> "plan_id is null and :id = campaign_id";
            case HOST -> "plan_id is null and kind in ('HOSTS_ASKED', 'LIMIT_EXTENDED', 'HANDED_OVER') and at >= (select asked_at from host_request where id = :id)";
        };
        return sql.sql(FACTS.formatted(which)).param("campaign", campaigns.of(of, id)).param("id", id)
                .param("kinds", TOLD.stream().map(Enum::name).toArray(String[]::new))
                .query((row, n) -> new Fact(Plans.instant(row, 1), row.getString(2), row.getString(3),
                        PlanLog.Kind.valueOf(row.getString(3)).told(row.getString(4)))).list();
    }

    private void record(PlanTask task, PlanLog.Kind kind, String detail, String actor) {
        log.record(campaigns.of(task.of(), task.key()), task.of() == Of.MEMBER ? task.key() : null, actor, kind, detail);
    }
}
