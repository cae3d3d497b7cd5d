package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Body;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;

/** The road of one member's plan: sent, supplemented, revised, or closed because its time is over (III.1a, rulings A6, B5). */
@Service
public class PlanSteps {

    /**
     * What a member's task is about, for its name: who joins in mid-year writes a plan, though it is an amendment of the level's.
     *
     * @param typedByStaff whether the member has no login (situation C24)
     */
    public record Subject(int year, CampaignKind kind, String member, boolean typedByStaff) {
    }

    /** No person has this id: for asking whether a body has anybody at all. */
    static final long NOBODY = -1;

    private final Plans plans;
    private final CampaignTable campaigns;
    private final MemberPlans writing;
    private final LineRules rules;
    private final CampaignProcess process;
    private final Organization organization;
    private final PlanLog log;
    private final Clock clock;

    PlanSteps(Plans plans, CampaignTable campaigns, MemberPlans writing, LineRules rules, CampaignProcess process, Organization organization,
              PlanLog log, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.writing = writing;
        this.rules = rules;
        this.process = process;
        this.organization = organization;
        this.log = log;
        this.clock = clock;
    }

    /** @throws vn.dusinhhoat.platform.NotFound when there is no such plan */
    @Transactional(readOnly = true)
    public Subject subject(Long planId) {
        Plans.Plan plan = plans.plan(planId);
        boolean amends = plans.linesOf(planId).stream().anyMatch(line -> line.replacesId() != null);
        return new Subject(plan.year(), amends ? CampaignKind.AMENDMENT : CampaignKind.ANNUAL, plan.member(), plan.userId() == null);
    }

    /** @throws vn.dusinhhoat.platform.NotFound when there is no such plan */
    @Transactional(readOnly = true)
    public Long campaignOf(Long planId) {
        return plans.plan(planId).campaignId();
    }

    /** User id of the member; null for somebody without a login. */
    @Transactional(readOnly = true)
    public String member(Long planId) {
        return plans.plan(planId).userId();
    }

    /** Who types instead of a member without a login (situation C24): board and office; nobody where the member can. */
    @Transactional(readOnly = true)
    public Collection<String> staffInstead(Long planId) {
        Plans.Plan plan = plans.plan(planId);
        return plan.userId() == null ? staffOf(plan.unitId()) : List.of();
    }

    /** Groups of board and office of the unit whose plan it is. */
    @Transactional(readOnly = true)
    public List<String> staff(Long planId) {
        return staffOf(plans.plan(planId).unitId());
    }

    List<String> staffOf(Long unitId) {
        return Stream.of(BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE).map(kind -> organization.bodyOf(unitId, kind)).flatMap(Optional::stream)
                .filter(body -> organization.hasOthers(body.id(), NOBODY, LocalDate.now(clock))).map(Body::groupId).toList();
    }

    /** Whether the member belongs to the Thường trực that gives its opinion: staff urge no leader of theirs (rulings B5, B6). */
    @Transactional(readOnly = true)
    public boolean isLeader(Long planId) {
        return isLeader(plans.plan(planId));
    }

    boolean isLeader(Plans.Plan plan) {
        return organization.bodyOf(plan.unitId(), BodyKind.THUONG_TRUC)
                .filter(body -> organization.isMember(body.id(), plan.personId(), LocalDate.now(clock))).isPresent();
    }

    /** The member has a task until then. */
    @Transactional
    public void limit(Long planId, Instant limitAt) {
        plans.planLimit(planId, limitAt);
    }

    /**
     * The member sends the plan, or what was to be supplemented.
     *
     * @throws RuleViolation naming the periods with faults, or when the plan is with the board
     */
    @Transactional
    public void send(Long planId, String userId) {
        Plans.Plan plan = locked(planId);
        writing.requireFaultless(plan);
        toBoard(plan, userId, PlanLog.Kind.SENT);
        plans.sent(planId);
        goOnIfAllSent(plan.campaignId());
    }

    /** What is saved counts as sent: the board has waited for a supplement long enough. */
    @Transactional
    public void keepAsSaved(Long planId) {
        Plans.Plan plan = locked(planId);
        if (plan.state() == PlanState.TO_SUPPLEMENT) {
            keepAsSaved(plan);
        }
    }

    private void keepAsSaved(Plans.Plan plan) {
        toBoard(plan, null, PlanLog.Kind.KEPT_AS_SAVED);
        plans.planState(plan.id(), PlanState.SENT);
    }

    /** The board goes on without waiting for these supplements. */
    void closeSupplements(Long campaignId) {
        plans.plansOf(campaignId).stream().filter(plan -> plan.state() == PlanState.TO_SUPPLEMENT).forEach(plan -> {
            keepAsSaved(plan);
            process.supplementClosed(plan.id());
        });
    }

    private void toBoard(Plans.Plan plan, String actor, PlanLog.Kind kind) {
        plans.fillOwedFromFurther(plan.id());
        plans.linesState(plan.id(), List.of(LineState.DRAFT), LineState.SENT);
        plans.planLimit(plan.id(), null);
        log.record(plan.campaignId(), plan.id(), actor, kind, null);
    }

    /** The member never sent: the rotation goes on, marked (ruling B5). */
    @Transactional
    public void closeUnsent(Long planId) {
        Plans.Plan plan = locked(planId);
        if (plan.state() == PlanState.DRAFT) {
            plans.planState(planId, PlanState.NOT_SENT);
            plans.planLimit(planId, null);
            log.record(plan.campaignId(), planId, null, PlanLog.Kind.NOT_SENT, "Hệ thống xếp lịch luân phiên");
            goOnIfAllSent(plan.campaignId());
        }
    }

    /** The campaign goes on once nobody writes any more; its row is locked. */
    void goOnIfAllSent(Long campaignId) {
        if (campaigns.get(campaignId).state() == CampaignState.WRITING && !plans.anyPlan(campaignId, PlanState.DRAFT)) {
            campaigns.state(campaignId, CampaignState.CHECKING);
            process.plansSent(campaignId);
        }
    }

    /**
     * The member has revised the lines for which hosts propose other dates.
     *
     * @throws RuleViolation naming the periods with faults, or when the plan is with the board
     */
    @Transactional
    public void revise(Long planId, String userId) {
        Plans.Plan plan = locked(planId);
        writing.requireFaultless(plan);
        settle(plan, userId, PlanLog.Kind.REVISED);
    }

    /** The member has not revised in time: the dates of the hosts are taken where no rule is against it (ruling A6). */
    @Transactional
    public void takeHostDates(Long planId) {
        Plans.Plan plan = locked(planId);
        if (plan.state() != PlanState.TO_REVISE) {
            return;
        }
        List<Plans.Line> asked = plans.linesOf(planId).stream().filter(line -> line.state() == LineState.OTHER_DATE && line.hostDate() != null)
                .map(line -> line.typed(line.cellId(), line.hostDate(), false)).toList();
        Map<Long, List<Remark>> remarks = rules.remarks(plan, asked, rules.known(plan, asked));
        asked.stream().filter(line -> remarks.get(line.id()).stream().noneMatch(Remark::isFault))
                .forEach(line -> plans.store(line.id(), line.cellId(), line.hostDate(), line.theme(), line.why(), false));
        settle(plan, null, PlanLog.Kind.HOST_DATES_TAKEN);
    }

    private void settle(Plans.Plan plan, String actor, PlanLog.Kind kind) {
        plans.linesOf(plan.id()).stream().filter(line -> line.state() == LineState.OTHER_DATE).forEach(line ->
                plans.lineState(line.id(), Objects.equals(line.meetingAt(), line.hostDate()) ? LineState.AGREED : LineState.SENT));
        plans.planState(plan.id(), PlanState.SENT);
        plans.planLimit(plan.id(), null);
        log.record(plan.campaignId(), plan.id(), actor, kind, null);
        goOnIfAllRevised(plan.campaignId());
    }

    /** The campaign goes on once nobody revises any more; its row is locked. */
    void goOnIfAllRevised(Long campaignId) {
        if (campaigns.get(campaignId).state() == CampaignState.REVISING && !plans.anyPlan(campaignId, PlanState.TO_REVISE)) {
            campaigns.state(campaignId, CampaignState.CONSOLIDATING);
            process.changesSettled(campaignId);
        }
    }

    /** The member goes out of the campaign: post left, exempt, suspended, or the lines are done otherwise (situations C8, C18). */
    void end(Plans.Plan plan) {
        plans.planState(plan.id(), PlanState.ENDED);
        plans.planLimit(plan.id(), null);
        plans.linesState(plan.id(), List.of(LineState.DRAFT, LineState.SENT, LineState.AGREED, LineState.SILENT_AGREED, LineState.OTHER_DATE),
                LineState.ENDED);
        log.record(plan.campaignId(), plan.id(), null, PlanLog.Kind.ENDED, null);
        process.planEnded(plan.id());
        goOnIfAllSent(plan.campaignId());
        goOnIfAllRevised(plan.campaignId());
    }

    private Plans.Plan locked(Long planId) {
        campaigns.lock(plans.plan(planId).campaignId());
        return plans.plan(planId);
    }
}
