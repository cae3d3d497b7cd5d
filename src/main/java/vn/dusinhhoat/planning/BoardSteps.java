package vn.dusinhhoat.planning;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** Organisation board and office look over the plans of their level and consolidate them (III.1a, III.4a, III.5b, ruling A5). */
@Service
public class BoardSteps {

    private static final int LONGEST_COMMENT = 1000;
    private static final int LONGEST_LINE_COMMENT = 500;

    /** What the board says of a line; null takes it back. */
    public record LineComment(Long id, @vn.dusinhhoat.platform.Typed("ý kiến về lượt dự") String comment) {
    }

    private final Plans plans;
    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final MemberPlans views;
    private final PlanSteps steps;
    private final CampaignProcess process;
    private final PlanNews news;
    private final PlanLog log;

    BoardSteps(Plans plans, CampaignTable campaigns, PlanAccess access, MemberPlans views, PlanSteps steps, CampaignProcess process, PlanNews news,
               PlanLog log) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.access = access;
        this.views = views;
        this.steps = steps;
        this.process = process;
        this.news = news;
        this.log = log;
    }

    /** Year of the campaign and what it is about, for names of tasks. */
    public record Subject(int year, CampaignKind kind) {
    }

    /** @throws vn.dusinhhoat.platform.NotFound when there is no such campaign */
    @Transactional(readOnly = true)
    public Subject subject(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        return new Subject(campaign.year(), campaign.kind());
    }

    /**
     * Groups of the board and office that look the plans over.
     *
     * @throws RuleViolation when the unit has neither with anybody in it
     */
    @Transactional(readOnly = true)
    public List<String> groups(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        List<String> groups = steps.staffOf(campaign.unitId());
        if (groups.isEmpty()) {
            throw new RuleViolation(campaign.unitName() + " (mã " + campaign.unitCode() + ") chưa có đồng chí nào ở ban tổ chức hoặc văn phòng cấp ủy"
                    + " để rà soát kế hoạch; bổ sung vào dữ liệu tổ chức rồi chạy lại.");
        }
        return groups;
    }

    /** A task of the campaign is there until then. */
    @Transactional
    public void limit(Long campaignId, Instant limitAt) {
        campaigns.limit(campaignId, limitAt);
    }

    /**
     * Stores what the board says of a plan and its lines, as typed.
     *
     * @throws StalePlan     when somebody else has written meanwhile
     * @throws RuleViolation when the plan is not with the board, or a text is too long
     */
    @Transactional
    public PlanView comment(Long planId, long version, String comment, List<LineComment> lines) {
        Plans.Plan plan = withBoard(planId, version);
        plans.comment(planId, text(comment, LONGEST_COMMENT));
        if (lines != null) {
            lines.stream().filter(line -> line != null && line.id() != null)
                    .forEach(line -> plans.commentLine(plan.id(), line.id(), text(line.comment(), LONGEST_LINE_COMMENT)));
        }
        return views.view(plans.plan(planId));
    }

    private static String text(String comment, int longest) {
        if (comment == null || comment.isBlank()) {
            return null;
        }
        OutsideText.requireAtMost(comment, longest, "ý kiến");
        return comment.strip();
    }

    /**
     * Asks the member for more, with the comments stored before. Nothing is returned to a member of Thường trực: they read
     * the comments as a private note (ruling B6).
     *
     * @throws StalePlan     when somebody else has written meanwhile
     * @throws RuleViolation without any comment, when the plan is not with the board, or for a member of Thường trực
     */
    @Transactional
    public PlanView askForMore(Long planId, long version, String actor) {
        Plans.Plan plan = withBoard(planId, version);
        if (plan.boardComment() == null && plans.linesOf(planId).stream().allMatch(line -> line.boardComment() == null)) {
            throw new RuleViolation("Đề nghị đồng chí ghi nội dung cần bổ sung trước khi bấm Đề nghị bổ sung.");
        }
        if (steps.isLeader(plan)) {
            throw new RuleViolation("Đồng chí này thuộc Thường trực cấp ủy: ý kiến đã ghi là nhận xét riêng, không đề nghị bổ sung.");
        }
        plans.planState(planId, PlanState.TO_SUPPLEMENT);
        log.record(plan.campaignId(), planId, actor, PlanLog.Kind.SUPPLEMENT_ASKED, null);
        process.supplementAsked(planId);
        news.ofMember(plan, Topic.REMIND);
        return views.view(plans.plan(planId));
    }

    private Plans.Plan withBoard(Long planId, long version) {
        Plans.Plan found = plans.plan(planId);
        access.requireStaff(found.unitId());
        CampaignTable.Campaign campaign = campaigns.lock(found.campaignId());
        Plans.Plan plan = plans.plan(planId);
        if (campaign.state() != CampaignState.CHECKING || plan.state() != PlanState.SENT) {
            throw new RuleViolation("Kế hoạch này đang ở bước \"" + (plan.state() == PlanState.SENT ? campaign.state().label() : plan.state().label())
                    + "\": chỉ ghi ý kiến khi ban tổ chức đang rà soát và đồng chí đó đã gửi.");
        }
        if (!plans.nextVersion(planId, version)) {
            throw StalePlan.ofPlan();
        }
        return plan;
    }

    /**
     * The board has looked over everything.
     *
     * @throws RuleViolation while members have been asked for more
     */
    @Transactional
    public void checked(Long campaignId, String actor) {
        campaigns.lock(campaignId);
        long open = plans.plansOf(campaignId).stream().filter(plan -> plan.state() == PlanState.TO_SUPPLEMENT).count();
        if (open > 0) {
            throw new RuleViolation("Còn %02d đồng chí chưa bổ sung kế hoạch: chờ các đồng chí gửi lại; hết hạn bổ sung, hệ thống lấy bản đã lưu."
                    .formatted(open));
        }
        campaigns.state(campaignId, CampaignState.COORDINATING);
        log.record(campaignId, actor, PlanLog.Kind.CHECKED, null);
    }

    /** The time of the board is over: what was sent goes on. */
    @Transactional
    public void closeCheck(Long campaignId) {
        campaigns.lock(campaignId);
        steps.closeSupplements(campaignId);
        campaigns.state(campaignId, CampaignState.COORDINATING);
        log.record(campaignId, null, PlanLog.Kind.CHECKED, "Hết thời hạn rà soát: chuyển theo bản đã gửi");
    }

    /** @param actor user id; null when the time of the board is over */
    @Transactional
    public void consolidated(Long campaignId, String actor) {
        campaigns.lock(campaignId);
        log.record(campaignId, actor, PlanLog.Kind.CONSOLIDATED, actor == null ? "Hết thời hạn tổng hợp: trình theo bản đã có" : null);
    }
}
