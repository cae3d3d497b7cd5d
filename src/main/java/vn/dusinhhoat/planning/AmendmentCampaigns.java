package vn.dusinhhoat.planning;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.Organization;

/** Begins amendments of plans in force, whoever wants them: member, board, a host, or the organisation itself. */
@Component
class AmendmentCampaigns {

    private static final String IN_AMENDMENT = """
            select count(*) from plan_line l join member_plan m on m.id = l.plan_id join plan_campaign c on c.id = m.campaign_id
            where l.replaces_line_id = any(:lines) and l.state not in ('ENDED', 'REPLACED') and m.state not in ('ENDED', 'NOT_SENT', 'NO_OPINION')
              and c.state not in ('IN_FORCE', 'NO_OPINION', 'ENDED')""";

    private final Plans plans;
    private final CampaignTable campaigns;
    private final CampaignProcess process;
    private final Organization organization;
    private final PlanLog log;
    private final JdbcClient sql;

    AmendmentCampaigns(Plans plans, CampaignTable campaigns, CampaignProcess process, Organization organization, PlanLog log, JdbcClient sql) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.process = process;
        this.organization = organization;
        this.log = log;
        this.sql = sql;
    }

    boolean isBeingAmended(List<Long> lineIds) {
        return sql.sql(IN_AMENDMENT).param("lines", lineIds.toArray(Long[]::new)).query(Long.class).single() > 0;
    }

    /**
     * Begins an amendment with these lines.
     *
     * @param reason Vietnamese
     * @param actor  user id; null for the system
     * @return id of its campaign
     */
    Long begin(Long unitId, int year, String reason, String actor, List<Plans.NewLine> lines) {
        Long id = campaigns.add(unitId, year, CampaignKind.AMENDMENT, reason, actor);
        plans.addPlans(id, lines.stream().map(Plans.NewLine::personId).distinct().toList());
        plans.addLines(id, lines);
        log.record(id, actor, PlanLog.Kind.OPENED, reason);
        process.beginCampaign(id, organization.unit(unitId).code());
        return id;
    }
}
