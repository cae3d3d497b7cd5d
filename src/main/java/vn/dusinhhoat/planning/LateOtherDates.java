package vn.dusinhhoat.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.PlanNotices.Topic;

/**
 * A host that was asked beside the plan's road, because its cell took another one over, proposes other dates when lines do not
 * go back to their members any more. While the plan is on its road the host's date is taken, as it is for who does not answer
 * (ruling A6); once it is in force the lines are amended, with the host's date as a proposal.
 */
@Component
class LateOtherDates {

    private static final String REASON = "Đảng ủy nơi có chi bộ tiếp nhận đề nghị ngày khác";
    private static final String WHY = "Ngày đảng ủy nơi có chi bộ đề nghị";

    private final Plans plans;
    private final CampaignTable campaigns;
    private final LineRules rules;
    private final AmendmentCampaigns begun;
    private final PlanNews news;
    private final PlanLog log;

    LateOtherDates(Plans plans, CampaignTable campaigns, LineRules rules, AmendmentCampaigns begun, PlanNews news, PlanLog log) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.rules = rules;
        this.begun = begun;
        this.news = news;
        this.log = log;
    }

    /** @param others lines with the date that their host proposes, as they stood before the answer */
    void follow(Long campaignId, List<Plans.Line> others, String actor) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        if (others.isEmpty() || campaign.state() == CampaignState.COORDINATING) {
            return;
        }
        Map<Long, List<Plans.Line>> byPlan = others.stream().collect(Collectors.groupingBy(Plans.Line::planId));
        if (campaign.state() == CampaignState.IN_FORCE) {
            List<Plans.Line> free = others.stream().filter(line -> !begun.isBeingAmended(List.of(line.id()))).toList();
            if (!free.isEmpty()) {
                begun.begin(campaign.unitId(), campaign.year(), REASON, actor, free.stream().map(line -> Plans.NewLine.inPlaceOf(line,
                        plans.plan(line.planId()).personId(), line.cellId(), line.hostDate(), WHY)).toList());
            }
        } else {
            byPlan.forEach((plan, lines) -> take(plans.plan(plan), lines));
        }
        byPlan.keySet().forEach(plan -> news.ofMember(plans.plan(plan), Topic.CHANGED));
    }

    /** A date that breaks a rule is not taken: the plan's stays, and the host's stands beside it for board and Thường trực. */
    private void take(Plans.Plan plan, List<Plans.Line> lines) {
        List<Plans.Line> wanted = lines.stream().map(line -> line.typed(line.cellId(), line.hostDate(), false)).toList();
        Map<Long, List<Remark>> remarks = rules.remarks(plan, wanted, rules.known(plan, wanted));
        wanted.stream().filter(line -> remarks.get(line.id()).stream().noneMatch(Remark::isFault)).forEach(line -> {
            plans.store(line.id(), line.cellId(), line.hostDate(), line.theme(), WHY, false);
            plans.lineState(line.id(), LineState.AGREED);
        });
        log.record(plan.campaignId(), plan.id(), null, PlanLog.Kind.HOST_DATES_TAKEN, null);
    }
}
