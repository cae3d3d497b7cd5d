package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.Post;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.RuleViolation;

/** A member writes, sends, supplements and revises the own plan (III.1a). */
@Service
public class MemberPlans {

    private static final int LONGEST_THEME = 500;

    /** A line as typed; meeting in Vietnam, what is not chosen yet is null. */
    public record Typed(Long id, Long cellId, LocalDateTime meetingAt, String theme) {
    }

    private final Plans plans;
    private final PlanAccess access;
    private final LineRules rules;
    private final LineViews views;
    private final AnnualDuties duties;
    private final CampaignProcess process;
    private final PlanLog log;
    private final Organization organization;
    private final Clock clock;

    MemberPlans(Plans plans, PlanAccess access, LineRules rules, LineViews views, AnnualDuties duties, CampaignProcess process, PlanLog log,
                Organization organization, Clock clock) {
        this.plans = plans;
        this.access = access;
        this.rules = rules;
        this.views = views;
        this.duties = duties;
        this.process = process;
        this.log = log;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * The plan for its member, or for who deals with it.
     *
     * @throws vn.dusinhhoat.platform.NotFound for everybody else
     */
    @Transactional(readOnly = true)
    public PlanView read(Long planId) {
        Plans.Plan plan = plans.plan(planId);
        access.requireSight(plan);
        return view(plan);
    }

    PlanView view(Plans.Plan plan) {
        List<Plans.Line> lines = plans.linesOf(plan.id());
        Map<Long, List<Remark>> remarks = plan.state().isOpen() ? rules.remarks(plan, lines) : Map.of();
        Map<Long, CellNames.Named> names = views.named(lines);
        List<LineView> shown = lines.stream().map(line -> LineViews.view(line, names, remarks.getOrDefault(line.id(), List.of()))).toList();
        boolean editable = plan.state().isOpen() && access.isMember(plan);
        String post = organization.postsOf(plan.personId(), LocalDate.now(clock)).stream().map(Post::title).collect(Collectors.joining("; "));
        return new PlanView(plan.id(), plan.campaignId(), plan.year(), plan.kind(), plan.state(), plan.state().label(), plan.member(), post,
                organization.unit(plan.unitId()).name(), plan.version(), plan.savedAt(), plan.sentAt(), plan.boardComment(), editable,
                editable ? step(plan.state()) : "READ", List.of(), shown);
    }

    private static String step(PlanState state) {
        return switch (state) {
            case DRAFT -> "WRITE";
            case TO_SUPPLEMENT -> "SUPPLEMENT";
            case TO_REVISE -> "REVISE";
            default -> "READ";
        };
    }

    /**
     * Stores the lines as typed, faults and all.
     *
     * @throws OptimisticLockingFailureException when another device has saved meanwhile
     * @throws RuleViolation                     when the plan is with the board, or a theme is too long
     */
    @Transactional
    public PlanView save(Long planId, long version, List<Typed> typed) {
        Plans.Plan plan = plans.plan(planId);
        access.requireMember(plan);
        plans.lock(plan.campaignId());
        requireOpen(plans.plan(planId));
        if (!plans.nextVersion(planId, version)) {
            throw new OptimisticLockingFailureException("member plan " + planId);
        }
        Map<Long, Plans.Line> lines = plans.linesOf(planId).stream().collect(Collectors.toMap(Plans.Line::id, Function.identity()));
        typed.forEach(each -> store(plan, lines.get(each.id()), each));
        return view(plans.plan(planId));
    }

    private void store(Plans.Plan plan, Plans.Line line, Typed typed) {
        if (line == null || plan.state() == PlanState.TO_REVISE && line.state() != LineState.OTHER_DATE) {
            // Settled lines come along unchanged with the form.
            return;
        }
        String theme = typed.theme() == null || typed.theme().isBlank() ? null : typed.theme().strip();
        if (theme != null && theme.length() > LONGEST_THEME) {
            throw new RuleViolation("Nội dung của " + line.period().label() + " quá dài: tối đa " + LONGEST_THEME + " ký tự.");
        }
        boolean same = Objects.equals(line.cellId(), typed.cellId()) && Objects.equals(line.meetingAt(), typed.meetingAt());
        if (!same && typed.cellId() != null && duties.cells(List.of(typed.cellId()), line.period()).isEmpty()) {
            throw new RuleViolation("Chi bộ chọn cho " + line.period().label() + " không có trong danh sách: chọn lại chi bộ.");
        }
        plans.store(line.id(), typed.cellId(), typed.meetingAt(), theme, same ? line.why() : null);
    }

    /** Cells and dates for the periods that have none yet; what the member has chosen stays. */
    @Transactional
    public PlanView propose(Long planId) {
        Plans.Plan plan = plans.plan(planId);
        access.requireMember(plan);
        plans.lock(plan.campaignId());
        requireOpen(plans.plan(planId));
        List<Plans.Line> empty = plans.linesOf(planId).stream().filter(line -> line.cellId() == null || line.meetingAt() == null).toList();
        Plans.Campaign campaign = plans.campaign(plan.campaignId());
        List<AnnualDuties.Owed> owed = duties.owedIn(plan.unitId(), UnitLevel.valueOf(campaign.level()), plan.year()).stream()
                .filter(each -> each.personId().equals(plan.personId()))
                .filter(each -> empty.stream().anyMatch(line -> line.period().equals(each.period()))).toList();
        duties.propose(plan.unitId(), owed).forEach(found -> empty.stream().filter(line -> line.period().equals(found.period()))
                .forEach(line -> plans.store(line.id(), found.cellId(), found.meetingAt(), line.theme(), ProposedPlans.WHY)));
        plans.nextVersion(planId, plan.version());
        return view(plans.plan(planId));
    }

    /**
     * The member sends the plan to the board.
     *
     * @throws RuleViolation naming the periods with faults
     */
    @Transactional
    public void send(Long planId, String userId) {
        Plans.Plan plan = locked(planId);
        requireOpen(plan);
        requireFaultless(plan);
        plans.sent(planId);
        plans.linesState(List.of(planId), LineState.SENT);
        log.record(plan.campaignId(), planId, null, userId, PlanLog.Kind.SENT, null);
        Plans.Campaign campaign = plans.campaign(plan.campaignId());
        if (campaign.state() == CampaignState.WRITING && plans.plansOf(campaign.id()).stream().noneMatch(each -> each.state() == PlanState.DRAFT)) {
            process.plansSent(campaign.id());
        }
    }

    /** The member has revised the lines for which hosts propose other dates. */
    @Transactional
    public void revise(Long planId, String userId) {
        Plans.Plan plan = locked(planId);
        requireOpen(plan);
        requireFaultless(plan);
        settle(plan, userId, PlanLog.Kind.REVISED);
    }

    /** The member has not revised in time: the dates of the hosts are taken (ruling A6). */
    @Transactional
    public void takeHostDates(Long planId) {
        Plans.Plan plan = locked(planId);
        plans.linesOf(planId).stream().filter(line -> line.state() == LineState.OTHER_DATE && line.hostDate() != null)
                .forEach(line -> plans.store(line.id(), line.cellId(), line.hostDate(), line.theme(), line.why()));
        settle(plan, null, PlanLog.Kind.HOST_DATE_TAKEN);
    }

    private void settle(Plans.Plan plan, String userId, PlanLog.Kind kind) {
        plans.linesOf(plan.id()).stream().filter(line -> line.state() == LineState.OTHER_DATE).forEach(line ->
                plans.lineState(line.id(), Objects.equals(line.meetingAt(), line.hostDate()) ? LineState.AGREED : LineState.SENT));
        plans.planState(plan.id(), PlanState.SENT);
        log.record(plan.campaignId(), plan.id(), null, userId, kind, null);
        if (plans.plansOf(plan.campaignId()).stream().noneMatch(each -> each.state() == PlanState.TO_REVISE)) {
            process.changesSettled(plan.campaignId());
        }
    }

    private Plans.Plan locked(Long planId) {
        plans.lock(plans.plan(planId).campaignId());
        return plans.plan(planId);
    }

    private static void requireOpen(Plans.Plan plan) {
        if (!plan.state().isOpen()) {
            throw new RuleViolation("Kế hoạch này đang ở bước \"" + plan.state().label()
                    + "\", chưa sửa được: cần thay đổi thì liên hệ ban tổ chức, văn phòng cấp ủy.");
        }
    }

    private void requireFaultless(Plans.Plan plan) {
        List<Plans.Line> lines = plans.linesOf(plan.id());
        Map<Long, List<Remark>> remarks = rules.remarks(plan, lines);
        List<String> faults = new ArrayList<>();
        lines.forEach(line -> remarks.get(line.id()).stream().filter(Remark::isFault).findFirst()
                .ifPresent(fault -> faults.add(line.period().label() + ": " + fault.text())));
        if (!faults.isEmpty()) {
            throw new RuleViolation("Còn %02d dòng phải sửa trước khi gửi. %s".formatted(faults.size(), String.join(" ", faults)));
        }
    }
}
