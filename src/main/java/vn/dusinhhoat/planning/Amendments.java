package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.planning.PlanViews.MyPlan;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** Changes of a plan in force take the same road, for the lines concerned only (III.1a; situations C8, C13, C19, C23). */
@Service
public class Amendments {

    private static final int LONGEST_REASON = 500;

    private final Plans plans;
    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final MemberPlans views;
    private final PlanSteps steps;
    private final HostAgreements hosts;
    private final AmendmentCampaigns begun;
    private final CampaignProcess process;
    private final PlanNews news;
    private final PlanLog log;
    private final Clock clock;

    Amendments(Plans plans, CampaignTable campaigns, PlanAccess access, MemberPlans views, PlanSteps steps, HostAgreements hosts,
               AmendmentCampaigns begun, CampaignProcess process, PlanNews news, PlanLog log, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.access = access;
        this.views = views;
        this.steps = steps;
        this.hosts = hosts;
        this.begun = begun;
        this.process = process;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The member, or the staff, wants to change or take back lines of a plan in force: the member gets them to write anew.
     *
     * @throws RuleViolation when a line is not in force, is over, or is being amended already, or no reason is given
     */
    @Transactional
    public MyPlan amend(Long planId, List<Long> lineIds, String reason, String actor) {
        Plans.Plan plan = plans.plan(planId);
        if (!access.isMember(plan)) {
            access.requireStaff(plan.unitId());
        }
        String why = reason == null ? "" : reason.strip();
        OutsideText.requireAtMost(why, LONGEST_REASON, "lý do điều chỉnh");
        if (why.isEmpty()) {
            throw new RuleViolation("Đề nghị đồng chí ghi lý do điều chỉnh kế hoạch.");
        }
        campaigns.lock(plan.campaignId());
        List<Plans.Line> lines = plans.linesOf(planId).stream().filter(line -> lineIds != null && lineIds.contains(line.id())).toList();
        requireAmendable(lines);
        Long id = begun.begin(plan.unitId(), plan.year(), why, actor, lines.stream().map(line -> Plans.NewLine.inPlaceOf(line, plan.personId(),
                line.cellId(), line.meetingAt(), null)).toList());
        Plans.Plan amended = plans.plansOf(id).get(0);
        return views.mine(amended, lines.size());
    }

    private void requireAmendable(List<Plans.Line> lines) {
        if (lines.isEmpty()) {
            throw new RuleViolation("Đề nghị đồng chí chọn ít nhất một lượt dự cần điều chỉnh.");
        }
        LocalDateTime now = LocalDateTime.now(clock);
        lines.stream().filter(line -> line.state() != LineState.IN_FORCE || line.meetingAt() != null && !line.meetingAt().isAfter(now)
                || line.period().lastDay().isBefore(now.toLocalDate())).findFirst().ifPresent(line -> {
                    throw new RuleViolation("Lượt dự " + line.period().label() + " không điều chỉnh được nữa: buổi sinh hoạt đã qua hoặc lượt dự không còn hiệu lực.");
                });
        if (begun.isBeingAmended(lines.stream().map(Plans.Line::id).toList())) {
            throw new RuleViolation("Lượt dự đã chọn đang được điều chỉnh: xem trong danh sách kế hoạch.");
        }
    }

    /**
     * Gives a campaign up before it is in force: opened by mistake, or not needed any more.
     *
     * @throws vn.dusinhhoat.platform.NotFound for whoever is neither administrator, nor of the unit's board, nor the member who began the
     *                       amendment and still writes it
     * @throws RuleViolation when it is in force or over, or no reason is given
     */
    @Transactional
    public void giveUp(Long campaignId, String reason, String actor) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        if (!isOwnAmendment(campaignId, actor)) {
            access.requireStaffOrAdministrator(campaign.unitId());
        }
        String why = Optional.ofNullable(reason).map(String::strip).orElse("");
        OutsideText.requireAtMost(why, LONGEST_REASON, "lý do");
        if (why.isEmpty()) {
            throw new RuleViolation("Đề nghị đồng chí ghi lý do " + (campaign.kind() == CampaignKind.AMENDMENT ? "thôi điều chỉnh kế hoạch."
                    : "kết thúc đợt xây dựng kế hoạch này."));
        }
        end(campaignId, why, actor);
    }

    private boolean isOwnAmendment(Long campaignId, String actor) {
        return campaigns.isOwnAmendment(campaignId, actor) && plans.plansOf(campaignId).stream().allMatch(access::isMember);
    }

    void end(Long campaignId, String why, String actor) {
        CampaignTable.Campaign campaign = campaigns.lock(campaignId);
        if (!campaign.state().isOpen()) {
            throw new RuleViolation("Kế hoạch này đã có hiệu lực hoặc đã kết thúc: cần thay đổi thì mở điều chỉnh kế hoạch.");
        }
        news.ofMembers(campaignId, Topic.ENDED);
        campaigns.end(campaignId);
        plans.plansOf(campaignId).stream().filter(plan -> plan.state().isOpen() || plan.state() == PlanState.SENT).forEach(steps::end);
        hosts.endAll(campaignId);
        log.record(campaignId, actor, PlanLog.Kind.ENDED, why);
        process.campaignEnded(campaignId);
    }
}
