package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.AnnualDuties.Owed;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.OrganizationChanged;
import vn.dusinhhoat.organization.PartyUnit;

/**
 * Plans follow the organisation: who leaves goes out of them, who joins writes one, and lines at a cell that ends, that
 * has become the member's own, or that meets on another day are written anew (situations C8, C13, C18, C19, C23).
 */
@Component
class PlansFollowOrganization {

    private static final String JOINED = "Bổ sung đồng chí mới tham gia cấp ủy";
    private static final String CELLS_CHANGED = "Chi bộ sáp nhập, chia tách, đổi ngày sinh hoạt hoặc trùng chi bộ nơi đồng chí sinh hoạt";
    private static final String CONCERNED = """
            select c.id from plan_campaign c join party_unit u on u.id = c.unit_id
            where c.state not in ('NO_OPINION', 'ENDED') and c.year >= :year order by c.id""";

    private final Plans plans;
    private final CampaignTable campaigns;
    private final PlanSteps steps;
    private final HostAgreements hosts;
    private final SuccessorCells successors;
    private final Amendments amendments;
    private final AmendmentCampaigns begun;
    private final CampaignOpening opening;
    private final VisitProposals proposals;
    private final AnnualDuties duties;
    private final CampaignProcess process;
    private final PlanNews news;
    private final Organization organization;
    private final PlanLog log;
    private final JdbcClient sql;
    private final Clock clock;

    PlansFollowOrganization(Plans plans, CampaignTable campaigns, PlanSteps steps, HostAgreements hosts, SuccessorCells successors,
                            Amendments amendments, AmendmentCampaigns begun, CampaignOpening opening, VisitProposals proposals, AnnualDuties duties, CampaignProcess process, PlanNews news,
                            Organization organization, PlanLog log, JdbcClient sql, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.steps = steps;
        this.hosts = hosts;
        this.successors = successors;
        this.amendments = amendments;
        this.begun = begun;
        this.opening = opening;
        this.proposals = proposals;
        this.duties = duties;
        this.process = process;
        this.news = news;
        this.organization = organization;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void organizationChanged(OrganizationChanged changed) {
        for (Long id : sql.sql(CONCERNED).param("year", LocalDate.now(clock).getYear()).query(Long.class).list()) {
            CampaignTable.Campaign campaign = campaigns.lock(id);
            if (campaign.state().isOpen() && !organization.unit(campaign.unitId()).existsOn(LocalDate.now(clock))) {
                amendments.end(id, "Kết thúc do thay đổi tổ chức", null);
            } else if (campaign.state().isOpen() || campaign.state() == CampaignState.IN_FORCE) {
                follow(campaign);
            }
        }
    }

    private void follow(CampaignTable.Campaign campaign) {
        List<Owed> owed = duties.owedIn(campaign.unitId(), campaign.level(), campaign.year());
        Set<String> owing = owed.stream().map(each -> key(each.personId(), each.period())).collect(Collectors.toSet());
        List<Plans.Plan> all = plans.plansOf(campaign.id());
        Map<Long, List<Plans.Line>> lines = plans.linesOf(all.stream().map(Plans.Plan::id).toList());
        all.stream().filter(plan -> stands(plan.state())).forEach(plan -> leave(plan, lines.getOrDefault(plan.id(), List.of()), owing));
        if (campaign.kind() == CampaignKind.ANNUAL) {
            join(campaign, all, owed);
        }
        if (campaign.state() == CampaignState.IN_FORCE) {
            rewrite(campaign, owing);
        } else {
            successors.takeOver(campaign);
        }
        hosts.endIdle(campaign.id());
    }

    private static String key(Long personId, Period period) {
        return personId + " " + period;
    }

    private static boolean stands(PlanState state) {
        return state.isOpen() || state == PlanState.SENT || state == PlanState.IN_FORCE;
    }

    /** Lines of periods in which nothing is owed any more end; who owes nothing at all goes out. */
    private void leave(Plans.Plan plan, List<Plans.Line> lines, Set<String> owing) {
        List<Plans.Line> ending = lines.stream().filter(line -> line.state() != LineState.ENDED && line.state() != LineState.REPLACED)
                .filter(line -> !owing.contains(key(plan.personId(), line.period())))
                .filter(line -> line.meetingAt() == null || line.meetingAt().isAfter(LocalDateTime.now(clock))).toList();
        if (ending.isEmpty()) {
            return;
        }
        ending.forEach(line -> plans.lineState(line.id(), LineState.ENDED));
        duties.giveUp(ending.stream().map(Plans.Line::visitId).filter(Objects::nonNull).toList());
        boolean nothingLeft = plans.linesOf(plan.id()).stream().allMatch(line -> line.state() == LineState.ENDED || line.state() == LineState.REPLACED);
        if (plan.state() != PlanState.IN_FORCE && nothingLeft) {
            steps.end(plan);
        } else {
            log.record(plan.campaignId(), plan.id(), null, PlanLog.Kind.ENDED, ending.size() + " lượt dự");
        }
        news.ofMember(plan, Topic.CHANGED);
        news.ofHostsOf(plan.campaignId(), ending.stream().filter(line -> line.state() == LineState.IN_FORCE).toList(), Topic.HOST_CHANGED);
    }

    /** Who owes visits by own plan and is in no plan of the year joins the campaign, or once that is past writing, an amendment. */
    private void join(CampaignTable.Campaign campaign, List<Plans.Plan> all, List<Owed> owed) {
        Set<Long> known = all.stream().filter(plan -> plan.state() != PlanState.ENDED).map(Plans.Plan::personId).collect(Collectors.toSet());
        known.addAll(sql.sql("""
                select m.person_id from member_plan m join plan_campaign c on c.id = m.campaign_id where c.unit_id = ? and c.year = ?
                and c.kind = 'AMENDMENT' and m.state <> 'ENDED'""").params(campaign.unitId(), campaign.year()).query(Long.class).list());
        List<Owed> joining = owed.stream().filter(each -> !known.contains(each.personId()))
                .filter(each -> each.days().get(each.days().size() - 1).to().isAfter(LocalDate.now(clock))).toList();
        if (joining.isEmpty()) {
            return;
        }
        boolean inTime = campaign.state() == CampaignState.WRITING && all.stream().noneMatch(plan -> joining.stream().anyMatch(each -> each.personId().equals(plan.personId())));
        if (inTime && !all.isEmpty()) {
            opening.propose(campaign, joining);
            Set<Long> people = joining.stream().map(Owed::personId).collect(Collectors.toSet());
            List<Plans.Plan> added = plans.plansOf(campaign.id()).stream().filter(plan -> people.contains(plan.personId())).toList();
            process.beginPlans(added.stream().map(Plans.Plan::id).toList(), campaign.unitCode());
            added.forEach(plan -> {
                log.record(campaign.id(), plan.id(), null, PlanLog.Kind.JOINED, null);
                news.ofMember(plan, Topic.TO_WRITE);
            });
            news.ofMissingAccounts(campaign.id(), campaign.unitId(), added.stream().anyMatch(plan -> plan.userId() == null));
        } else if (campaign.state() != CampaignState.WRITING) {
            begun.begin(campaign.unitId(), campaign.year(), JOINED, null, proposed(campaign.unitId(), joining));
        }
    }

    private List<Plans.NewLine> proposed(Long unitId, List<Owed> owed) {
        Map<String, VisitProposals.Proposed> found = proposals.propose(unitId, owed).stream()
                .collect(Collectors.toMap(each -> key(each.personId(), each.period()), each -> each));
        return owed.stream().map(each -> Optional.ofNullable(found.get(key(each.personId(), each.period())))
                .map(visit -> Plans.NewLine.owed(visit.personId(), visit.period(), visit.cellId(), visit.meetingAt(), visit.why()))
                .orElse(Plans.NewLine.owed(each.personId(), each.period(), null, null, null))).toList();
    }

    /** Lines in force that cannot be as they stand are written anew, with what would be next as a proposal. */
    private void rewrite(CampaignTable.Campaign campaign, Set<String> owing) {
        Map<Long, Plans.Plan> byId = plans.plansOf(campaign.id()).stream().filter(plan -> plan.state() == PlanState.IN_FORCE)
                .collect(Collectors.toMap(Plans.Plan::id, plan -> plan));
        List<Plans.Line> standing = plans.linesOfCampaign(campaign.id()).stream().filter(line -> line.state() == LineState.IN_FORCE && !line.withdrawn())
                .filter(line -> byId.containsKey(line.planId()) && line.meetingAt().isAfter(LocalDateTime.now(clock)))
                .filter(line -> owing.contains(key(byId.get(line.planId()).personId(), line.period()))).toList();
        Set<Long> following = followingCells(standing);
        Map<Period, Map<Long, List<LocalDateTime>>> meetings = PlansInForce.meetings(duties, standing);
        load(standing);
        List<Plans.NewLine> anew = new ArrayList<>();
        for (Plans.Line line : standing) {
            Plans.Plan plan = byId.get(line.planId());
            PartyUnit cell = organization.inForce(line.cellId(), line.meetingAt().toLocalDate());
            boolean ended = !cell.id().equals(line.cellId()) || !cell.existsOn(line.meetingAt().toLocalDate());
            boolean moved = following.contains(line.id()) && !PlansInForce.isUsual(line, meetings);
            if ((ended || moved || cell.id().equals(plan.homeCellId())) && !begun.isBeingAmended(List.of(line.id()))) {
                anew.add(anew(plan, line, cell));
            }
        }
        if (!anew.isEmpty()) {
            begun.begin(campaign.unitId(), campaign.year(), CELLS_CHANGED, null, anew);
        }
    }

    /** Their cells at once: each is looked at below. */
    private void load(List<Plans.Line> lines) {
        organization.units(lines.stream().map(Plans.Line::cellId).collect(Collectors.toSet()));
    }

    private Set<Long> followingCells(List<Plans.Line> lines) {
        return new HashSet<>(sql.sql("select id from plan_line where id = any(?) and follows_cell")
                .param(lines.stream().map(Plans.Line::id).toArray(Long[]::new)).query(Long.class).list());
    }

    private Plans.NewLine anew(Plans.Plan plan, Plans.Line line, PartyUnit cell) {
        boolean possible = cell.existsOn(line.meetingAt().toLocalDate()) && !cell.id().equals(plan.homeCellId());
        return Plans.NewLine.inPlaceOf(line, plan.personId(), possible ? cell.id() : null, possible ? nearest(line, cell.id()) : null,
                possible ? "Chi bộ tiếp nhận hoặc ngày sinh hoạt mới của chi bộ" : null);
    }

    /** The meeting of the same month if there is one, else the next of the period. */
    private LocalDateTime nearest(Plans.Line line, Long cellId) {
        List<LocalDateTime> meetings = duties.meetingsOf(List.of(cellId), line.period()).getOrDefault(cellId, List.of()).stream()
                .filter(meeting -> meeting.isAfter(LocalDateTime.now(clock))).toList();
        YearMonth month = YearMonth.from(line.meetingAt());
        return meetings.stream().filter(meeting -> YearMonth.from(meeting).equals(month)).findFirst()
                .orElse(meetings.stream().findFirst().orElse(null));
    }
}
