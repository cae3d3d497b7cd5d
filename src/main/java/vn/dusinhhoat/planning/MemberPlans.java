package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.MyPlan;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** A member writes the own plan; everything is stored as typed, faults and all (III.1a). */
@Service
public class MemberPlans {

    private static final int LONGEST_THEME = 500;
    private static final int MOST_LINES = 60;

    /** A line as typed; meeting in Vietnam, what is not chosen yet is null. */
    public record Typed(Long id, Long cellId, LocalDateTime meetingAt,
                        @vn.dusinhhoat.platform.Typed("nội dung dự kiến") String theme, boolean withdrawn) {
    }

    private final Plans plans;
    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final LineRules rules;
    private final LineViews views;
    private final VisitProposals proposals;
    private final AnnualDuties duties;
    private final Organization organization;
    private final PostTitles posts;
    private final PlanFacts facts;
    private final Clock clock;

    MemberPlans(Plans plans, CampaignTable campaigns, PlanAccess access, LineRules rules, LineViews views, VisitProposals proposals,
                AnnualDuties duties, Organization organization, PostTitles posts, PlanFacts facts, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.access = access;
        this.rules = rules;
        this.views = views;
        this.proposals = proposals;
        this.duties = duties;
        this.organization = organization;
        this.posts = posts;
        this.facts = facts;
        this.clock = clock;
    }

    /** The caller's own plans, the newest first. */
    @Transactional(readOnly = true)
    public List<MyPlan> mine() {
        List<Plans.Plan> own = plans.plansOfUser(access.callerId());
        Map<Long, List<Plans.Line>> lines = plans.linesOf(own.stream().map(Plans.Plan::id).toList());
        return own.stream().map(plan -> mine(plan, lines.getOrDefault(plan.id(), List.of()).size())).toList();
    }

    MyPlan mine(Plans.Plan plan, int lines) {
        return new MyPlan(plan.id(), plan.campaignId(), plan.year(), plan.kind(), plan.kind().label(), plan.state(), plan.state().label(), lines,
                plan.limitAt(), organization.unit(plan.unitId()).name());
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
        return view(plan, plans.linesOf(plan.id()));
    }

    private PlanView view(Plans.Plan plan, List<Plans.Line> lines) {
        boolean editable = plan.state().isOpen() && access.isMember(plan);
        Map<Period, LineRules.Known> known = plan.state().isOpen() ? rules.known(plan, lines) : Map.of();
        Map<Long, List<Remark>> remarks = plan.state().isOpen() ? rules.remarks(plan, lines, known) : Map.of();
        Map<Long, CellNames.Named> names = views.named(lines);
        Map<Long, PlanViews.Replaced> replaced = views.replaced(lines);
        List<LineView> shown = lines.stream().map(line -> LineViews.view(line, names.get(line.cellId()),
                known.containsKey(line.period()) ? known.get(line.period()).meetings(line.cellId()) : List.of(),
                remarks.getOrDefault(line.id(), List.of()), replaced.get(line.id()))).toList();
        return view(plan, editable, posts.of(List.of(plan.personId())).get(plan.personId()), known.isEmpty() || plan.kind() == CampaignKind.AMENDMENT ? List.of() : LineRules.ofPlan(lines, known), shown,
                facts.urgedAt(plan), plan.campaignState() == CampaignState.ENDED ? facts.ended(plan.campaignId()) : null,
                editable && campaigns.isOwnAmendment(plan.campaignId(), access.callerId()));
    }

    /** Many plans of one campaign for a list: without remarks, since nobody writes there. */
    List<PlanView> listed(List<Plans.Plan> page) {
        Map<Long, List<Plans.Line>> lines = plans.linesOf(page.stream().map(Plans.Plan::id).toList());
        List<Plans.Line> all = lines.values().stream().flatMap(List::stream).toList();
        Map<Long, CellNames.Named> names = views.named(all);
        Map<Long, PlanViews.Replaced> replaced = views.replaced(all);
        Map<Long, String> titles = posts.of(page.stream().map(Plans.Plan::personId).toList());
        return page.stream().map(plan -> view(plan, false, titles.get(plan.personId()), List.of(), lines.getOrDefault(plan.id(), List.of()).stream()
                .map(line -> LineViews.view(line, names.get(line.cellId()), List.of(), List.of(), replaced.get(line.id()))).toList(), null, null, false)).toList();
    }

    private PlanView view(Plans.Plan plan, boolean editable, String post, List<Remark> remarks, List<LineView> lines, Instant urgedAt,
                          PlanViews.Said ended, boolean mayGiveUp) {
        return new PlanView(plan.id(), plan.campaignId(), plan.year(), plan.kind(), plan.state(), plan.state().label(), plan.member(), post,
                organization.unit(plan.unitId()).name(), plan.reason(), plan.version(), plan.savedAt(), plan.sentAt(), plan.limitAt(),
                plan.boardComment(), editable, editable ? step(plan.state()) : "READ", remarks, lines, urgedAt, ended, mayGiveUp);
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
     * @throws StalePlan     when another device has saved meanwhile
     * @throws RuleViolation when the plan is with the board, or a text is too long
     */
    @Transactional
    public PlanView save(Long planId, long version, List<Typed> typed) {
        Plans.Plan plan = locked(planId);
        requireNew(planId, version);
        Map<Long, Plans.Line> lines = byId(plan);
        checked(typed).forEach(each -> store(plan, lines.get(each.id()), each));
        return view(plans.plan(planId));
    }

    /** What would be said of the plan as typed; nothing is stored. */
    @Transactional(readOnly = true)
    public PlanView check(Long planId, List<Typed> typed) {
        Plans.Plan plan = plans.plan(planId);
        access.requireMember(plan);
        Map<Long, Typed> byId = checked(typed).stream().collect(Collectors.toMap(Typed::id, Function.identity(), (a, b) -> b, HashMap::new));
        return view(plan, plans.linesOf(planId).stream().map(line -> byId.containsKey(line.id()) && isOpen(plan, line)
                ? line.typed(byId.get(line.id()).cellId(), byId.get(line.id()).meetingAt(), byId.get(line.id()).withdrawn()) : line).toList());
    }

    /**
     * Cells and dates by the rotation for what is owed; what the member has chosen stays.
     *
     * @param replace whether all lines are found anew
     * @throws StalePlan when another device has saved meanwhile
     */
    @Transactional
    public PlanView propose(Long planId, long version, boolean replace) {
        Plans.Plan plan = locked(planId);
        requireNew(planId, version);
        List<Plans.Line> open = plans.linesOf(planId).stream().filter(line -> isOpen(plan, line) && !line.further())
                .filter(line -> replace || line.cellId() == null || line.meetingAt() == null).toList();
        List<AnnualDuties.Owed> owed = duties.owedIn(plan.unitId(), campaigns.get(plan.campaignId()).level(), plan.year()).stream()
                .filter(each -> each.personId().equals(plan.personId()))
                .filter(each -> open.stream().anyMatch(line -> line.period().equals(each.period()))).toList();
        proposals.propose(plan.unitId(), owed).forEach(found -> open.stream().filter(line -> line.period().equals(found.period()))
                .forEach(line -> plans.store(line.id(), found.cellId(), found.meetingAt(), line.theme(), found.why(), false)));
        return view(plans.plan(planId));
    }

    /** Whoever else changes the campaign waits; only the member, and only while the plan may be changed. */
    Plans.Plan locked(Long planId) {
        Plans.Plan plan = plans.plan(planId);
        access.requireMember(plan);
        campaigns.lock(plan.campaignId());
        Plans.Plan now = plans.plan(planId);
        requireOpen(now);
        return now;
    }

    void requireNew(Long planId, long version) {
        if (!plans.nextVersion(planId, version)) {
            throw StalePlan.ofPlan();
        }
    }

    private Map<Long, Plans.Line> byId(Plans.Plan plan) {
        return plans.linesOf(plan.id()).stream().collect(Collectors.toMap(Plans.Line::id, Function.identity()));
    }

    private static List<Typed> checked(List<Typed> typed) {
        if (typed == null || typed.size() > MOST_LINES || typed.stream().anyMatch(each -> each == null || each.id() == null)) {
            throw new RuleViolation("Nội dung kế hoạch gửi lên không đúng dạng: tải lại trang rồi mở lại việc này.");
        }
        return typed;
    }

    /** Once hosts have been asked, only lines for which they propose another date are open. */
    private static boolean isOpen(Plans.Plan plan, Plans.Line line) {
        return plan.state() != PlanState.TO_REVISE || line.state() == LineState.OTHER_DATE;
    }

    private void store(Plans.Plan plan, Plans.Line line, Typed typed) {
        if (line == null || !isOpen(plan, line)) {
            // Settled lines come along unchanged with the form.
            return;
        }
        String theme = typed.theme() == null || typed.theme().isBlank() ? null : typed.theme().strip();
        if (theme != null) {
            OutsideText.requireAtMost(theme, LONGEST_THEME, "nội dung dự kiến của " + line.period().label());
        }
        boolean withdrawn = typed.withdrawn() && plan.kind() == CampaignKind.AMENDMENT;
        boolean same = Objects.equals(line.cellId(), typed.cellId()) && Objects.equals(line.meetingAt(), typed.meetingAt());
        if (!Objects.equals(line.cellId(), typed.cellId()) && typed.cellId() != null && !isCellOfUnit(plan, line.period(), typed.cellId())) {
            throw new RuleViolation("Chi bộ chọn cho " + line.period().label() + " không có trong danh sách: chọn lại chi bộ.");
        }
        requireNear(line, typed.meetingAt());
        plans.store(line.id(), typed.cellId(), typed.meetingAt(), theme, same ? line.why() : null, withdrawn);
        if (plan.state() == PlanState.TO_SUPPLEMENT && (!same || withdrawn != line.withdrawn())) {
            // Whoever agreed to it before is asked again.
            plans.lineState(line.id(), LineState.DRAFT);
        }
    }

    /** To cells elsewhere there is no way at all, so that nobody learns of them by their numbers. */
    private boolean isCellOfUnit(Plans.Plan plan, Period period, Long cellId) {
        return duties.cells(List.of(cellId), period).stream().anyMatch(cell -> cell.areas().contains(plan.unitId()));
    }

    private static void requireNear(Plans.Line line, LocalDateTime meetingAt) {
        LocalDate first = line.period().firstDay();
        if (meetingAt != null && (meetingAt.toLocalDate().isBefore(first.minusYears(1)) || meetingAt.toLocalDate().isAfter(first.plusYears(2)))) {
            throw new RuleViolation("Ngày dự của " + line.period().label() + " quá xa: ghi ngày trong kỳ.");
        }
    }

    private static void requireOpen(Plans.Plan plan) {
        if (!plan.state().isOpen()) {
            throw new RuleViolation("Kế hoạch này đang ở bước \"" + plan.state().label()
                    + "\", chưa sửa được: cần thay đổi thì liên hệ ban tổ chức, văn phòng cấp ủy.");
        }
    }

    /** @throws RuleViolation naming the periods with faults, or when the plan is with the board */
    void requireFaultless(Plans.Plan plan) {
        requireOpen(plan);
        List<Plans.Line> lines = plans.linesOf(plan.id());
        Map<Long, List<Remark>> remarks = rules.remarks(plan, lines, rules.known(plan, lines));
        List<String> faults = new ArrayList<>();
        lines.stream().filter(line -> isOpen(plan, line)).forEach(line -> remarks.get(line.id()).stream().filter(Remark::isFault).findFirst()
                .ifPresent(fault -> faults.add(line.period().label() + ": " + fault.text())));
        if (!faults.isEmpty()) {
            throw new RuleViolation("Còn %02d dòng phải sửa trước khi gửi. %s".formatted(faults.size(), String.join(" ", faults)));
        }
    }
}
