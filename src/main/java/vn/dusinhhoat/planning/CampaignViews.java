package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.planning.PlanViews.About;
import vn.dusinhhoat.planning.PlanViews.CampaignLine;
import vn.dusinhhoat.planning.PlanViews.CampaignView;
import vn.dusinhhoat.planning.PlanViews.HostView;
import vn.dusinhhoat.planning.PlanViews.Opens;
import vn.dusinhhoat.planning.PlanViews.Opinion;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.PlannedLine;
import vn.dusinhhoat.planning.PlanViews.Said;

/** Campaigns as board, office and Thường trực see them, and members once their plan is in force (III.1a, III.5b). */
@Service
@Transactional(readOnly = true)
public class CampaignViews {

    /** Campaigns, or plans, on a page. */
    private static final int SIZE = 20;
    private static final int LINES = 100;
    private static final int LAST_PAGE = 500;
    private static final String SENT = "m.state in ('SENT', 'TO_SUPPLEMENT', 'TO_REVISE', 'IN_FORCE')";
    private static final String LIST = """
            select c.id, u.name, c.year, c.kind, c.state, c.reason, c.started_at, c.limit_at,
                   (select count(*) from member_plan m where m.campaign_id = c.id and m.state <> 'ENDED'),
                   (select count(*) from member_plan m where m.campaign_id = c.id and %s)
            from plan_campaign c join party_unit u on u.id = c.unit_id where :all or c.unit_id = any(:units)
            order by c.id desc limit :limit offset :offset""".formatted(SENT);
    private static final String NUMBERS = """
            select count(*) filter (where m.state <> 'ENDED'), count(*) filter (where %1$s), count(*) filter (where m.state = 'NOT_SENT'),
                   count(*) filter (where m.state = 'TO_SUPPLEMENT'), sum(n.lines) + (%2$s), sum(n.faults), sum(n.others),
                   (select count(*) from host_request r where r.campaign_id = :id and r.state <> 'ENDED'),
                   (select count(*) from host_request r where r.campaign_id = :id and r.state = 'ANSWERED'),
                   (select count(*) from host_request r where r.campaign_id = :id and r.state = 'SILENT')
            from member_plan m left join lateral (
                select count(*) as lines, count(*) filter (where not l.withdrawn and (l.cell_id is null or l.meeting_at is null)) as faults,
                       count(*) filter (where l.host_answer = 'OTHER_DATE') as others
                from plan_line l where l.plan_id = m.id and l.state not in ('REPLACED', 'ENDED')) n on true
            where m.campaign_id = :id""".formatted(SENT, ConsolidatedLines.AMENDED);
    private static final String HOSTS = """
            select u.name, u.kind, r.state, count(l.id), count(l.id) filter (where l.host_answer = 'OTHER_DATE'), r.limit_at, r.answered_at
            from host_request r join party_unit u on u.id = r.unit_id left join plan_line l on l.host_request_id = r.id
            where r.campaign_id = ? group by r.id, u.id order by r.round desc, u.name collate vietnamese""";
    private static final Map<Order, String> ORDERS = Map.of(
            Order.MONTH, "l.meeting_at, a.name collate vietnamese, c.name collate vietnamese, l.id",
            Order.AREA, "a.name collate vietnamese, c.name collate vietnamese, l.meeting_at, l.id",
            Order.MEMBER, "p.full_name collate vietnamese, p.id, l.meeting_at, l.id");

    /** How the consolidated plan is ordered. */
    public enum Order { MONTH, AREA, MEMBER }

    private final CampaignTable campaigns;
    private final Plans plans;
    private final MemberPlans memberPlans;
    private final CampaignOpening opening;
    private final PlanAccess access;
    private final Organization organization;
    private final PlanFacts facts;
    private final JdbcClient sql;
    private final Clock clock;

    CampaignViews(CampaignTable campaigns, Plans plans, MemberPlans memberPlans, CampaignOpening opening, PlanAccess access,
                  Organization organization, PlanFacts facts, JdbcClient sql, Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.memberPlans = memberPlans;
        this.opening = opening;
        this.access = access;
        this.organization = organization;
        this.facts = facts;
        this.sql = sql;
        this.clock = clock;
    }

    /** What there is for the caller. */
    @Transactional
    public About about() {
        List<Long> asStaff = access.unitsAsStaff();
        boolean member = !plans.plansOfUser(access.callerId()).isEmpty();
        boolean administrator = access.isAdministrator();
        List<Opens> opens = !administrator && asStaff.isEmpty() ? List.of() : opening.years().stream().flatMap(year -> opening.withoutPlan(year).stream()
                .filter(unit -> administrator || asStaff.contains(unit.id())).map(unit -> new Opens(unit.code(), unit.name(), year))).toList();
        return new About(member, !asStaff.isEmpty() || administrator, !access.unitsAsLeader().isEmpty(),
                access.unitsAsHost().stream().anyMatch(this::isHost), opens);
    }

    private boolean isHost(Long unitId) {
        return sql.sql("select exists (select 1 from host_request where unit_id = ?)").param(unitId).query(Boolean.class).single();
    }

    /** Campaigns of the caller's units, the newest first. */
    public Page<CampaignLine> list(int page) {
        Page<CampaignLine> found = Page.of(sql.sql(LIST).param("all", access.isAdministrator()).param("units", access.unitsAsLeaderOrStaff().toArray(Long[]::new))
                .param("limit", SIZE + 1).param("offset", at(page) * SIZE).query((row, n) -> line(row)).list(), SIZE);
        Map<Long, Said> ended = facts.ended(found.items().stream().filter(each -> each.state() == CampaignState.ENDED).map(CampaignLine::id).toList());
        return new Page<>(found.items().stream().map(each -> each.ended(ended.get(each.id()))).toList(), found.more());
    }

    /** @throws vn.dusinhhoat.platform.NotFound for whoever is not of the unit's bodies */
    public CampaignLine line(Long campaignId) {
        CampaignView view = read(campaignId);
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        return new CampaignLine(campaignId, view.unit(), view.year(), view.kind(), view.kindLabel(), view.state(), view.stateLabel(), view.reason(),
                view.members(), view.sent(), campaign.startedAt(), campaign.limitAt(), view.ended());
    }

    private static CampaignLine line(ResultSet row) throws SQLException {
        CampaignKind kind = CampaignKind.valueOf(row.getString(4));
        CampaignState state = CampaignState.valueOf(row.getString(5));
        return new CampaignLine(row.getLong(1), row.getString(2), row.getInt(3), kind, kind.label(), state, state.label(), row.getString(6),
                row.getInt(9), row.getInt(10), Plans.instant(row, 7), Plans.instant(row, 8), null);
    }

    /** @throws vn.dusinhhoat.platform.NotFound for whoever is not of the unit's bodies */
    public CampaignView read(Long campaignId) {
        CampaignTable.Campaign found = campaigns.get(campaignId);
        access.requireOffice(found.unitId());
        boolean staff = access.isStaffOf(found.unitId());
        return sql.sql(NUMBERS).param("id", campaignId).query((row, n) -> new CampaignView(found.id(), found.unitName(), found.year(), found.kind(),
                found.kind().label(), found.state(), found.state().label(), found.reason(), row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4),
                row.getInt(5), row.getInt(6), row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(7),
                plans.withoutAccount(campaignId), found.limitAt(), opinion(found), staff,
                (staff || access.isAdministrator()) && found.state().isOpen(), found.state().isOpen() ? facts.adjustment(campaignId) : null,
                found.state() == CampaignState.ENDED ? facts.ended(campaignId) : null)).single();
    }

    private Opinion opinion(CampaignTable.Campaign found) {
        if (found.opinionBy() == null && found.opinionNote() == null && found.ownOpinionNote() == null) {
            return null;
        }
        Map<String, String> names = organization.namesOfUsers(Stream.of(found.opinionBy(), found.ownOpinionBy()).filter(Objects::nonNull).toList());
        return new Opinion(names.get(found.opinionBy()), names.get(found.ownOpinionBy()), found.opinionAt(), found.opinionNote(),
                found.ownOpinionNote());
    }

    /**
     * One page of members' plans, in the order of names.
     *
     * @param state null for all
     * @throws vn.dusinhhoat.platform.NotFound for whoever is not of the unit's bodies
     */
    public Page<PlanView> plans(Long campaignId, PlanState state, int page) {
        access.requireOffice(campaigns.get(campaignId).unitId());
        List<Plans.Plan> found = plans.plansOf(campaignId, state, at(page), SIZE);
        return new Page<>(memberPlans.listed(found.stream().limit(SIZE).toList()), found.size() > SIZE);
    }

    /**
     * One page of the consolidated plan. Attributes of areas are for planners only (ruling B7).
     *
     * @throws vn.dusinhhoat.platform.NotFound for whoever is neither of the unit's bodies nor, once it is in force, a member
     */
    public Page<PlannedLine> lines(Long campaignId, Order order, int page) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        boolean planner = access.requireReader(campaign.unitId(), campaignId, campaign.state());
        return Page.of(ConsolidatedLines.query(sql, ORDERS.get(order)).param("id", campaignId).param("day", LocalDate.now(clock)).param("limit", LINES + 1)
                .param("offset", at(page) * LINES).query((row, n) -> ConsolidatedLines.line(row, planner)).list(), LINES);
    }

    /** @throws vn.dusinhhoat.platform.NotFound for whoever is not of the unit's bodies */
    public List<HostView> hosts(Long campaignId) {
        access.requireOffice(campaigns.get(campaignId).unitId());
        return sql.sql(HOSTS).param(campaignId).query((row, n) -> {
            HostRequests.State state = HostRequests.State.valueOf(row.getString(3));
            return new HostView(UnitKind.valueOf(row.getString(2)).committee(row.getString(1)), state.name(), state.label(), row.getInt(4), row.getInt(5),
                    Plans.instant(row, 6), Plans.instant(row, 7));
        }).list();
    }

    private static int at(int page) {
        return Math.min(LAST_PAGE, Math.max(0, page));
    }
}
