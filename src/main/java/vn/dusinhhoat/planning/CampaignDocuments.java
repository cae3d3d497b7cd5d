package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.template.Issuer;
import vn.dusinhhoat.template.PlannedCell;
import vn.dusinhhoat.template.PlannedVisit;

/** What stands in the document of a level's plan (III.1a, III.5b). */
@Service
public class CampaignDocuments {

    private static final String CELLS = """
            with recursive below (id) as (
                select unit_id from plan_campaign where id = :id
                union all select u.id from party_unit u join below b on u.parent_id = b.id where u.level <> 'CELL')
            select c.id, c.name, a.name, a.kind, exists (select 1 from area_attribute w where w.unit_id in (c.id, a.id) and w.valid_from <= :last
                   and (w.valid_to is null or w.valid_to >= :first))
            from below b join party_unit a on a.id = b.id join party_unit c on c.parent_id = a.id
            where c.level = 'CELL' and c.kind = any(:kinds) and c.valid_from <= :last and (c.valid_to is null or c.valid_to >= :first) order by c.id""";
    private static final String VISITS = """
            select m.person_id, p.full_name, (select string_agg(t.title, '; ' order by t.id) from post t where t.person_id = p.id
                   and t.valid_from <= :last and (t.valid_to is null or t.valid_to >= :first)), l.cadence, l.first_day, l.meeting_at, l.theme,
                   c.id, c.name, a.name, a.kind
            from member_plan m join plan_line l on %s join person p on p.id = m.person_id
            join party_unit c on c.id = l.cell_id join party_unit a on a.id = c.parent_id
            where %s order by l.meeting_at, l.id""".formatted(ConsolidatedLines.STANDING, ConsolidatedLines.PLANS);

    /**
     * A plan for a document.
     *
     * @param issuer       whose plan it is
     * @param inForce      else it is a draft
     * @param specialShown false for readers that are no planners (ruling B7)
     */
    public record Content(Issuer issuer, int year, boolean inForce, boolean specialShown, List<PlannedVisit> visits, List<PlannedCell> cells) {
    }

    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final Organization organization;
    private final JdbcClient sql;

    CampaignDocuments(CampaignTable campaigns, PlanAccess access, Organization organization, JdbcClient sql) {
        this.campaigns = campaigns;
        this.access = access;
        this.organization = organization;
        this.sql = sql;
    }

    /** @throws vn.dusinhhoat.platform.NotFound for whoever is neither of the unit's bodies nor, once it is in force, a member */
    @Transactional(readOnly = true)
    public Content of(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        boolean planner = access.requireReader(campaign.unitId(), campaignId, campaign.state());
        List<PlannedCell> cells = cells(campaign, planner);
        Map<String, PlannedCell> byKey = cells.stream().collect(Collectors.toMap(PlannedCell::key, Function.identity()));
        return new Content(issuer(organization.unit(campaign.unitId())), campaign.year(), campaign.state() == CampaignState.IN_FORCE, planner,
                visits(campaign, byKey), cells);
    }

    private static Issuer issuer(PartyUnit unit) {
        PartyUnit above = unit.parent();
        String label = unit.kind().label();
        boolean named = unit.name().regionMatches(true, 0, label, 0, label.length());
        return new Issuer(Issuer.Level.valueOf(unit.level().name()), unit.kind().committee(unit.name()),
                above == null ? "" : above.kind().committee(above.name()), named ? unit.name().substring(label.length()).strip() : unit.name());
    }

    private List<PlannedCell> cells(CampaignTable.Campaign campaign, boolean planner) {
        String[] kinds = Arrays.stream(UnitKind.values()).filter(UnitKind::isResidential).map(Enum::name).toArray(String[]::new);
        return within(CELLS, campaign).param("kinds", kinds).query((row, n) -> new PlannedCell(row.getString(1), row.getString(2),
                UnitKind.valueOf(row.getString(4)).committee(row.getString(3)), planner && row.getBoolean(5))).list();
    }

    private List<PlannedVisit> visits(CampaignTable.Campaign campaign, Map<String, PlannedCell> cells) {
        return within(VISITS, campaign).query((row, n) -> new PlannedVisit(row.getString(1), row.getString(2), row.getString(3),
                Period.of(Cadence.valueOf(row.getString(4)), row.getObject(5, LocalDate.class)).label(), Plans.vietnam(row, 6),
                cells.getOrDefault(row.getString(8), new PlannedCell(row.getString(8), row.getString(9),
                        UnitKind.valueOf(row.getString(11)).committee(row.getString(10)), false)), row.getString(7))).list();
    }

    private JdbcClient.StatementSpec within(String statement, CampaignTable.Campaign campaign) {
        return sql.sql(statement).param("id", campaign.id()).param("first", LocalDate.of(campaign.year(), 1, 1))
                .param("last", LocalDate.of(campaign.year(), 12, 31));
    }
}
