package vn.dusinhhoat.planning;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.notification.UrgingNotices;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.platform.RuleViolation;

/** Steps of the ladders on the diagrams: remind, urge, tell the leaders (ruling B5). Each is recorded when it is taken. */
@Service
public class PlanReminders {

    /** Steps towards a member. */
    public enum MemberStep { REMIND, REMIND_LATE, LIST_FOR_LEADERS, NOTE_TO_LEADER, REMIND_SUPPLEMENT, REMIND_REVISION }

    /** Steps towards board and Thường trực. */
    public enum CampaignStep { REMIND_CHECK, LIST_CHECK_FOR_LEADERS, REMIND_CONSOLIDATION, LIST_CONSOLIDATION_FOR_LEADERS, REMIND_OPINION, NOTE_TO_DEPUTY }

    private final Plans plans;
    private final CampaignTable campaigns;
    private final HostRequests requests;
    private final PlanAccess access;
    private final PlanNews news;
    private final UrgingNotices urging;
    private final PlanLog log;

    PlanReminders(Plans plans, CampaignTable campaigns, HostRequests requests, PlanAccess access, PlanNews news,
                  UrgingNotices urging, PlanLog log) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.requests = requests;
        this.access = access;
        this.news = news;
        this.urging = urging;
        this.log = log;
    }

    /** Takes a step towards a member. */
    @Transactional
    public void take(Long planId, MemberStep step) {
        Plans.Plan plan = plans.plan(planId);
        switch (step) {
            case LIST_FOR_LEADERS -> {
                log.record(plan.campaignId(), planId, null, PlanLog.Kind.LISTED_FOR_LEADERS, null);
                news.ofBodies(plan.campaignId(), List.of(plan.unitId()), Topic.MEMBERS_LATE, BodyKind.THUONG_TRUC);
            }
            case NOTE_TO_LEADER -> {
                log.record(plan.campaignId(), planId, null, PlanLog.Kind.NOTED_TO_LEADER, null);
                news.ofMember(plan, Topic.LATE);
            }
            default -> {
                log.record(plan.campaignId(), planId, null, PlanLog.Kind.REMINDED, step.name());
                news.ofMember(plan, step == MemberStep.REMIND_LATE ? Topic.LATE : Topic.REMIND);
            }
        }
    }

    /** Takes a step towards board or Thường trực. */
    @Transactional
    public void take(Long campaignId, CampaignStep step) {
        Long unit = campaigns.get(campaignId).unitId();
        switch (step) {
            case LIST_CHECK_FOR_LEADERS, LIST_CONSOLIDATION_FOR_LEADERS -> {
                log.record(campaignId, null, PlanLog.Kind.LISTED_FOR_LEADERS, step.name());
                news.ofBodies(campaignId, List.of(unit), Topic.BOARD_LATE, BodyKind.THUONG_TRUC);
            }
            case REMIND_OPINION, NOTE_TO_DEPUTY -> {
                log.record(campaignId, null, step == CampaignStep.NOTE_TO_DEPUTY ? PlanLog.Kind.NOTED_TO_LEADER : PlanLog.Kind.REMINDED, step.name());
                news.ofBodies(campaignId, List.of(unit), Topic.OPINION_WAITS, BodyKind.THUONG_TRUC);
            }
            default -> {
                log.record(campaignId, null, PlanLog.Kind.REMINDED, step.name());
                news.ofBodies(campaignId, List.of(unit), Topic.BOARD_TASK, BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE);
            }
        }
    }

    /** Reminds a host that its silence will count as agreement. */
    @Transactional
    public void remindHost(Long requestId) {
        HostRequests.Request request = requests.get(requestId);
        log.record(request.campaignId(), null, PlanLog.Kind.REMINDED, request.unitName());
        news.ofHosts(request.campaignId(), List.of(request.unitId()), Topic.HOST_ASKED);
    }

    /**
     * Staff have urged the member, who gets a mail of its own about it.
     *
     * @param note   how, in Vietnamese; null without one
     * @param taskId the member's task
     */
    @Transactional
    public void urged(Long planId, String actor, String note, String taskId) {
        log.record(plans.plan(planId).campaignId(), planId, actor, PlanLog.Kind.URGED, note);
        urging.write(taskId);
    }

    /**
     * Staff remind everybody who has not sent yet.
     *
     * @return how many people
     * @throws RuleViolation when nobody writes any more
     */
    @Transactional
    public int remindAll(Long campaignId, String actor) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        access.requireStaff(campaign.unitId());
        if (campaign.state() != CampaignState.WRITING) {
            throw new RuleViolation("Đã hết bước xây dựng kế hoạch: không còn đồng chí nào cần nhắc.");
        }
        log.record(campaignId, actor, PlanLog.Kind.REMINDED, null);
        return news.ofMembers(campaignId, List.of(PlanState.DRAFT), Topic.REMIND);
    }
}
