package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;

/** Begins the year's plan of a level: by the timer on the diagram, or by hand (III.1a, III.4a). */
@Service
public class CampaignOpening {

    private static final String UNITS = """
            select u.id from party_unit u where u.level = any(:levels) and u.valid_from <= :last and (u.valid_to is null or u.valid_to >= :first)
            and not exists (select 1 from plan_campaign c where c.unit_id = u.id and c.year = :year and c.kind = 'ANNUAL'
                            and c.state not in ('ENDED', 'NO_OPINION')) order by u.id""";

    private final CampaignTable campaigns;
    private final Plans plans;
    private final PlanAccess access;
    private final VisitProposals proposals;
    private final AnnualDuties duties;
    private final CampaignProcess process;
    private final PlanNews news;
    private final Organization organization;
    private final PlanLog log;
    private final JdbcClient sql;
    private final Clock clock;

    CampaignOpening(CampaignTable campaigns, Plans plans, PlanAccess access, VisitProposals proposals, AnnualDuties duties, CampaignProcess process,
                    PlanNews news, Organization organization, PlanLog log, JdbcClient sql, Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.access = access;
        this.proposals = proposals;
        this.duties = duties;
        this.process = process;
        this.news = news;
        this.organization = organization;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    /** The years for which a plan may be written now. */
    List<Integer> years() {
        int year = LocalDate.now(clock).getYear();
        return List.of(year, year + 1);
    }

    /** Units that write own plans in the year and whose year has no plan yet. */
    List<PartyUnit> withoutPlan(int year) {
        Set<UnitLevel> levels = Set.copyOf(duties.levelsWithOwnPlan());
        List<Long> ids = sql.sql(UNITS).param("levels", levels.stream().map(Enum::name).toArray(String[]::new))
                .param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31)).param("year", year).query(Long.class).list();
        return organization.units(ids);
    }

    /**
     * Begins the plan of one unit by hand.
     *
     * @return id of the campaign
     * @throws NotFound      for whoever is neither administrator nor of the unit's board
     * @throws RuleViolation when there is one already, the year is another, or nobody there writes an own plan
     */
    @Transactional
    public Long open(String unitCode, int year, String actor) {
        PartyUnit unit = unitCode == null ? null : organization.unitByCode(unitCode).orElse(null);
        if (unit == null) {
            throw new NotFound("Không có đơn vị này trong phạm vi của đồng chí: chọn đơn vị trong danh sách.");
        }
        access.requireStaffOrAdministrator(unit.id());
        if (!years().contains(year)) {
            throw new RuleViolation("Chỉ mở đợt xây dựng kế hoạch của năm nay hoặc năm sau.");
        }
        lock(unit.id());
        if (campaigns.ofYear(unit.id(), year).isPresent()) {
            throw new RuleViolation("Kế hoạch năm " + year + " của " + unit.name() + " đã có: xem trong danh sách.");
        }
        if (!duties.levelsWithOwnPlan().contains(unit.level()) || duties.owedIn(unit.id(), unit.level(), year).isEmpty()) {
            throw new RuleViolation("Năm " + year + ", không đồng chí nào của " + unit.name() + " có nhiệm vụ tự xây dựng kế hoạch:"
                    + " xem bảng \"Ai có nhiệm vụ gì\" và ngày bắt đầu tính nhiệm vụ.");
        }
        return begin(unit, year, actor);
    }

    /** The day on the diagram has come: in the second half of a year the next one is planned, in the first half the same. */
    @Transactional
    public int openDue() {
        LocalDate today = LocalDate.now(clock);
        return openAll(today.getMonthValue() > 6 ? today.getYear() + 1 : today.getYear());
    }

    /**
     * Begins the year's plan everywhere where somebody writes one and there is none yet.
     *
     * @return how many were begun
     */
    @Transactional
    public int openAll(int year) {
        List<PartyUnit> units = withoutPlan(year).stream().filter(unit -> !duties.owedIn(unit.id(), unit.level(), year).isEmpty()).toList();
        int begun = 0;
        for (PartyUnit unit : units) {
            lock(unit.id());
            if (campaigns.ofYear(unit.id(), year).isEmpty()) {
                begin(unit, year, null);
                begun++;
            }
        }
        return begun;
    }

    /** Two who begin the same plan at once: the second one finds the first one's. */
    private void lock(Long unitId) {
        sql.sql("select id from party_unit where id = ? for no key update").param(unitId).query(Long.class).single();
    }

    private Long begin(PartyUnit unit, int year, String actor) {
        Long id = campaigns.add(unit.id(), year, CampaignKind.ANNUAL, null, actor);
        log.record(id, actor, PlanLog.Kind.OPENED, null);
        process.beginCampaign(id, unit.code());
        return id;
    }

    /**
     * Gives everybody concerned a plan with a proposal, and the task to write it, in one go. Amendments have their plans
     * already.
     */
    @Transactional
    public void prepare(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.lock(campaignId);
        if (campaign.state() != CampaignState.WRITING) {
            return;
        }
        if (campaign.kind() == CampaignKind.ANNUAL) {
            propose(campaign, duties.owedIn(campaign.unitId(), campaign.level(), campaign.year()));
        }
        List<Long> waiting = plans.plansOf(campaignId).stream().filter(plan -> plan.state() == PlanState.DRAFT).map(Plans.Plan::id).toList();
        process.beginPlans(waiting, campaign.unitCode());
        news.ofMembers(campaignId, Topic.TO_WRITE);
        news.ofMissingAccounts(campaignId, campaign.unitId(), !plans.withoutAccount(campaignId).isEmpty());
    }

    /** Plans and lines of these people; who has a plan in the campaign keeps it. */
    void propose(CampaignTable.Campaign campaign, List<AnnualDuties.Owed> owed) {
        plans.addPlans(campaign.id(), owed.stream().map(AnnualDuties.Owed::personId).distinct().toList());
        Map<String, VisitProposals.Proposed> found = proposals.propose(campaign.unitId(), owed).stream()
                .collect(Collectors.toMap(each -> each.personId() + " " + each.period(), each -> each));
        plans.addLines(campaign.id(), owed.stream().map(each -> {
            VisitProposals.Proposed proposed = found.get(each.personId() + " " + each.period());
            return Plans.NewLine.owed(each.personId(), each.period(), proposed == null ? null : proposed.cellId(),
                    proposed == null ? null : proposed.meetingAt(), proposed == null ? null : proposed.why());
        }).toList());
    }
}
