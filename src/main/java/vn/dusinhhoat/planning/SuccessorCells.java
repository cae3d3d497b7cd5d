package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;

/**
 * Lines of a plan on its road go to whoever has taken their cell over (situation C13). What a committee has agreed to, it has
 * agreed to for that cell and that day: if either the committee or the day is another one, the one that receives the visit now
 * is asked, beside whatever the plan has come to meanwhile; if both stay, the answer stays and everybody is told.
 */
@Component
class SuccessorCells {

    private static final String WHY = "Chi bộ tiếp nhận chi bộ đã chọn";

    /** A line whose cell has been taken over. */
    private record Moved(Plans.Plan plan, Plans.Line line, PartyUnit cell) {
    }

    private final Plans plans;
    private final HostRequests requests;
    private final HostAgreements hosts;
    private final LineRules rules;
    private final Organization organization;
    private final PlanNews news;
    private final PlanLog log;
    private final Clock clock;

    SuccessorCells(Plans plans, HostRequests requests, HostAgreements hosts, LineRules rules, Organization organization, PlanNews news,
                   PlanLog log, Clock clock) {
        this.plans = plans;
        this.requests = requests;
        this.hosts = hosts;
        this.rules = rules;
        this.organization = organization;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /** @param campaign locked, still on its road */
    void takeOver(CampaignTable.Campaign campaign) {
        Map<Long, Plans.Plan> byId = plans.plansOf(campaign.id()).stream().collect(Collectors.toMap(Plans.Plan::id, plan -> plan));
        List<Moved> moved = moved(campaign, byId);
        Map<Long, HostRequests.Request> asked = new HashMap<>();
        moved.stream().map(each -> each.line().requestId()).filter(Objects::nonNull).distinct().forEach(id -> asked.put(id, requests.get(id)));
        List<Long> again = new ArrayList<>();
        for (Moved each : moved) {
            HostRequests.Request request = asked.get(each.line().requestId());
            boolean open = each.line().state() == LineState.DRAFT;
            LocalDateTime meetingAt = open ? each.line().meetingAt() : meeting(each);
            plans.store(each.line().id(), each.cell().id(), meetingAt, each.line().theme(), WHY, each.line().withdrawn());
            if (request != null && !open && !each.cell().id().equals(each.plan().homeCellId())) {
                boolean same = request.unitId().equals(each.cell().parent().id()) && meetingAt.equals(each.line().meetingAt());
                if (same) {
                    news.ofHosts(campaign.id(), List.of(request.unitId()), Topic.CELLS_CHANGED);
                } else {
                    again.add(each.line().id());
                }
            }
        }
        moved.stream().collect(Collectors.groupingBy(Moved::plan)).forEach((plan, lines) -> tell(plan, lines, again));
        hosts.askAgain(campaign, again);
    }

    private List<Moved> moved(CampaignTable.Campaign campaign, Map<Long, Plans.Plan> byId) {
        List<Plans.Line> standing = plans.linesOfCampaign(campaign.id()).stream().filter(line -> line.cellId() != null && line.meetingAt() != null)
                .filter(line -> line.state() != LineState.ENDED && line.state() != LineState.REPLACED).toList();
        // At once: each is looked at below.
        organization.units(standing.stream().map(Plans.Line::cellId).collect(Collectors.toSet()));
        return standing.stream().map(line -> new Moved(byId.get(line.planId()), line, organization.inForce(line.cellId(), line.meetingAt().toLocalDate())))
                .filter(each -> !each.cell().id().equals(each.line().cellId())).toList();
    }

    /** The same day if the cell meets then or a host has named it, else the meeting nearest to it that breaks no rule. */
    private LocalDateTime meeting(Moved moved) {
        Plans.Line line = moved.line();
        LineRules.Known known = rules.known(moved.plan(), Stream.of(moved.cell().id()), line.period());
        LocalDate day = line.meetingAt().toLocalDate();
        if (line.meetingAt().equals(line.hostDate()) || known.meetings(moved.cell().id()).stream().anyMatch(meeting -> meeting.toLocalDate().equals(day))) {
            return line.meetingAt();
        }
        YearMonth month = YearMonth.from(day);
        return known.meetings(moved.cell().id()).stream().filter(meeting -> meeting.isAfter(LocalDateTime.now(clock)))
                .sorted(Comparator.comparing(meeting -> !YearMonth.from(meeting).equals(month)))
                .filter(meeting -> rules.of(moved.plan(), line.typed(moved.cell().id(), meeting, false), null, known).stream().noneMatch(Remark::isFault))
                .findFirst().orElse(line.meetingAt());
    }

    private void tell(Plans.Plan plan, List<Moved> lines, List<Long> again) {
        long askedAgain = lines.stream().filter(each -> again.contains(each.line().id())).count();
        log.record(plan.campaignId(), plan.id(), null, PlanLog.Kind.CELL_TAKEN_OVER, lines.size() + " lượt dự, lấy ý kiến lại " + askedAgain);
        news.ofMember(plan, Topic.CHANGED);
    }
}
