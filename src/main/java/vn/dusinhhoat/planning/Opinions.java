package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.Body;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.Person;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Thường trực gives one opinion on the consolidated plan of its level; nobody on their own visits: those of who gave it
 * are for another member (III.1a, ruling A5).
 */
@Service
public class Opinions {

    private static final int LONGEST_NOTE = 1000;

    private final CampaignTable campaigns;
    private final Plans plans;
    private final PlanAccess access;
    private final HostAgreements hosts;
    private final Organization organization;
    private final CampaignProcess process;
    private final PlanNews news;
    private final PlanLog log;
    private final Clock clock;

    Opinions(CampaignTable campaigns, Plans plans, PlanAccess access, HostAgreements hosts, Organization organization, CampaignProcess process,
             PlanNews news, PlanLog log, Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.access = access;
        this.hosts = hosts;
        this.organization = organization;
        this.process = process;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Submits the plan.
     *
     * @return group of the Thường trực of the unit, after its end of whoever took over
     * @throws RuleViolation when there is none, it has no members, or its only member has visits in the plan
     */
    @Transactional
    public String submit(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.lock(campaignId);
        LocalDate today = LocalDate.now(clock);
        var unit = organization.inForce(campaign.unitId(), today);
        String wanted = "Thường trực " + unit.kind().committee(unit.name()) + " (mã " + unit.code() + ")";
        Body body = organization.bodyOf(unit.id(), BodyKind.THUONG_TRUC).orElseThrow(() -> new RuleViolation(
                "Chưa có " + wanted + " để cho ý kiến kế hoạch chung; bổ sung vào dữ liệu tổ chức rồi chạy lại."));
        Set<Long> planned = planned(campaignId).stream().map(Plans.Plan::personId).collect(Collectors.toSet());
        boolean anybody = organization.hasOthers(body.id(), PlanSteps.NOBODY, today);
        boolean alone = planned.stream().anyMatch(person -> organization.isMember(body.id(), person, today)
                && !organization.hasOthers(body.id(), person, today));
        if (!anybody || alone) {
            throw new RuleViolation(wanted + (anybody ? " chỉ có một đồng chí, đồng chí đó có lượt dự trong kế hoạch nên không tự cho ý kiến"
                    : " chưa có đồng chí nào để cho ý kiến kế hoạch chung") + "; bổ sung vào dữ liệu tổ chức rồi chạy lại.");
        }
        campaigns.state(campaignId, CampaignState.OPINION);
        news.ofBodies(campaignId, List.of(unit.id()), Topic.OPINION_WAITS, BodyKind.THUONG_TRUC);
        return body.groupId();
    }

    /** The whole has been agreed to; what is said now is said of the visits of who did. */
    private static boolean isOfOwnPart(CampaignTable.Campaign campaign) {
        return campaign.opinionBy() != null;
    }

    private List<Plans.Plan> planned(Long campaignId) {
        return plans.plansOf(campaignId).stream().filter(plan -> plan.state() == PlanState.SENT).toList();
    }

    /**
     * What is written beside the opinion, as typed.
     *
     * @throws RuleViolation when nobody is asked for it now, or it is too long
     */
    @Transactional
    public void note(Long campaignId, String note) {
        access.requireLeader(campaigns.get(campaignId).unitId());
        CampaignTable.Campaign campaign = campaigns.lock(campaignId);
        if (campaign.state() != CampaignState.OPINION) {
            throw new RuleViolation("Kế hoạch này không ở bước cho ý kiến: tải lại trang.");
        }
        String text = note == null || note.isBlank() ? null : note.strip();
        if (text != null) {
            OutsideText.requireAtMost(text, LONGEST_NOTE, "nội dung ý kiến");
        }
        if (isOfOwnPart(campaign)) {
            campaigns.ownNote(campaignId, text);
        } else {
            campaigns.note(campaignId, text);
        }
    }

    /**
     * The opinion on the whole.
     *
     * @return whether another member is to be asked about the visits of who gave it
     * @throws RuleViolation when the plan holds nothing but the visits of who gives it, or says to adjust without saying what
     */
    @Transactional
    public boolean give(Long campaignId, OpinionDecision decision, String userId) {
        campaigns.lock(campaignId);
        List<Plans.Plan> planned = planned(campaignId);
        boolean own = planned.stream().anyMatch(plan -> userId.equals(plan.userId()));
        if (own && planned.stream().allMatch(plan -> userId.equals(plan.userId()))) {
            throw new RuleViolation("Kế hoạch này chỉ có lượt dự của đồng chí: một đồng chí khác trong Thường trực cho ý kiến.");
        }
        if (decision == OpinionDecision.TO_ADJUST) {
            adjust(campaignId, userId);
            return false;
        }
        campaigns.opinion(campaignId, userId);
        log.record(campaignId, userId, PlanLog.Kind.AGREED, null);
        return own;
    }

    /**
     * The opinion on the visits of who gave the one on the whole.
     *
     * @throws RuleViolation when the same person gives it, or says to adjust without saying what
     */
    @Transactional
    public void giveOwn(Long campaignId, OpinionDecision decision, String userId) {
        CampaignTable.Campaign campaign = campaigns.lock(campaignId);
        if (userId.equals(campaign.opinionBy())) {
            throw new RuleViolation("Không ai cho ý kiến về kế hoạch của chính mình: một đồng chí khác trong Thường trực nhận việc này.");
        }
        if (decision == OpinionDecision.TO_ADJUST) {
            adjust(campaignId, userId);
        } else {
            campaigns.ownOpinion(campaignId, userId);
            log.record(campaignId, userId, PlanLog.Kind.OWN_PART_AGREED, null);
        }
    }

    private void adjust(Long campaignId, String userId) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        String wanted = isOfOwnPart(campaign) ? campaign.ownOpinionNote() : campaign.opinionNote();
        if (wanted == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi nội dung cần điều chỉnh trước khi bấm Đề nghị điều chỉnh.");
        }
        campaigns.noOpinion(campaignId);
        plans.forgetComments(campaignId);
        campaigns.state(campaignId, CampaignState.CHECKING);
        log.record(campaignId, userId, PlanLog.Kind.TO_ADJUST, wanted);
    }

    /** Plan of who gave the opinion on the whole, and the name. */
    @Transactional(readOnly = true)
    public OwnPart ownPart(Long campaignId) {
        String user = campaigns.get(campaignId).opinionBy();
        String name = organization.personOfUser(user).map(Person::fullName).orElse("");
        return new OwnPart(name, planned(campaignId).stream().filter(plan -> user.equals(plan.userId())).map(Plans.Plan::id).findFirst().orElse(null));
    }

    /** Visits that another member of Thường trực gives the opinion on. */
    public record OwnPart(String member, Long planId) {
    }

    /** Nobody said anything in all this time: nothing is put into force, the rotation goes on (ruling A6). */
    @Transactional
    public void close(Long campaignId) {
        campaigns.lock(campaignId);
        List<Long> waiting = planned(campaignId).stream().map(Plans.Plan::id).toList();
        campaigns.state(campaignId, CampaignState.NO_OPINION);
        plans.plansState(campaignId, List.of(PlanState.SENT), PlanState.NO_OPINION);
        hosts.endAll(campaignId);
        log.record(campaignId, null, PlanLog.Kind.NO_OPINION, "Thực hiện theo luân phiên");
        process.settled(waiting);
    }
}
