package vn.dusinhhoat.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.organization.AreaAttribute;
import vn.dusinhhoat.planning.PlanViews.PlannedLine;

/** Lines of a level's plan: what stands and has a cell and a date, with the amendments of the year that are in force. */
final class ConsolidatedLines {

    private static final String ATTRIBUTE = """
            (select w.kind from area_attribute w where w.unit_id in (c.id, a.id) and w.valid_from <= :day
             and (w.valid_to is null or w.valid_to >= :day) order by w.weight desc, w.id limit 1)""";
    static final String STANDING = """
            l.plan_id = m.id and l.state not in ('REPLACED', 'ENDED') and not l.withdrawn and l.cell_id is not null and l.meeting_at is not null
            and m.state not in ('NOT_SENT', 'NO_OPINION', 'ENDED')""";
    private static final String AMENDMENTS = """
            select a.id from plan_campaign y join plan_campaign a on a.unit_id = y.unit_id and a.year = y.year
            where y.id = :id and y.kind = 'ANNUAL' and a.kind = 'AMENDMENT' and a.state = 'IN_FORCE'""";
    /** The campaign itself and, for a year's plan, what has taken the place of its lines since. */
    static final String PLANS = "m.campaign_id = any(array(select :id::bigint union all " + AMENDMENTS + "))";
    /** How many visits the amendments of a year's plan that are in force bring. */
    static final String AMENDED = "select count(*) from member_plan m join plan_line l on " + STANDING + " where m.campaign_id = any(array(" + AMENDMENTS + "))";
    private static final String LINES = """
            select l.id, m.id, p.full_name, (select string_agg(t.title, '; ' order by t.id) from post t where t.person_id = p.id
                   and t.valid_from <= :day and (t.valid_to is null or t.valid_to >= :day)), c.name, a.name, %s, l.meeting_at, l.theme, l.state
            from member_plan m join plan_line l on %s join person p on p.id = m.person_id
            join party_unit c on c.id = l.cell_id join party_unit a on a.id = c.parent_id
            where %s order by %%s limit :limit offset :offset""".formatted(ATTRIBUTE, STANDING, PLANS);

    private ConsolidatedLines() {
    }

    static JdbcClient.StatementSpec query(JdbcClient sql, String order) {
        return sql.sql(LINES.formatted(order));
    }

    static PlannedLine line(ResultSet row, boolean planner) throws SQLException {
        String attribute = planner ? row.getString(7) : null;
        LineState state = LineState.valueOf(row.getString(10));
        return new PlannedLine(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), attribute != null,
                attribute == null ? null : AreaAttribute.valueOf(attribute).label(), Plans.vietnam(row, 8), row.getString(9), state, state.label());
    }
}
