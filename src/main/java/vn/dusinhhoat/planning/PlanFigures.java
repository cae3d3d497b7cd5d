package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.planning.PlanViews.AreaFigures;
import vn.dusinhhoat.planning.PlanViews.CellOnly;
import vn.dusinhhoat.planning.PlanViews.Count;
import vn.dusinhhoat.planning.PlanViews.Figures;

/** What proves that special areas come first and more often (II.1a, ruling A12). */
@Service
public class PlanFigures {

    private static final int MOST_NAMED = 100;
    private static final String CELLS = """
            with recursive below (id) as (
                select unit_id from plan_campaign where id = :id
                union all select u.id from party_unit u join below b on u.parent_id = b.id where u.level <> 'CELL')
            select c.id, c.name, a.name, exists (select 1 from area_attribute w where w.unit_id in (c.id, a.id) and w.valid_from <= :last
                   and (w.valid_to is null or w.valid_to >= :first))
            from below b join party_unit a on a.id = b.id join party_unit c on c.parent_id = a.id
            where c.level = 'CELL' and c.kind = any(:kinds) and c.valid_from <= :last and (c.valid_to is null or c.valid_to >= :first)
            order by a.name collate vietnamese, c.name collate vietnamese""";
    private static final String VISITS = "select l.cell_id, l.meeting_at, p.full_name, p.id from member_plan m join plan_line l on "
            + ConsolidatedLines.STANDING + " join person p on p.id = m.person_id where " + ConsolidatedLines.PLANS;

    private record Cell(Long id, String name, String commune, boolean special) {
    }

    private record Visit(Long cellId, LocalDateTime at, String member, Long person) {
    }

    private final CampaignTable campaigns;
    private final PlanAccess access;
    private final JdbcClient sql;

    PlanFigures(CampaignTable campaigns, PlanAccess access, JdbcClient sql) {
        this.campaigns = campaigns;
        this.access = access;
        this.sql = sql;
    }

    /** @throws vn.dusinhhoat.platform.NotFound for whoever is not of the unit's bodies */
    @Transactional(readOnly = true)
    public Figures of(Long campaignId) {
        CampaignTable.Campaign campaign = campaigns.get(campaignId);
        access.requireOffice(campaign.unitId());
        return figures(campaign);
    }

    private Figures figures(CampaignTable.Campaign campaign) {
        String[] kinds = Arrays.stream(UnitKind.values()).filter(UnitKind::isResidential).map(Enum::name).toArray(String[]::new);
        List<Cell> cells = sql.sql(CELLS).param("id", campaign.id()).param("kinds", kinds).param("first", LocalDate.of(campaign.year(), 1, 1))
                .param("last", LocalDate.of(campaign.year(), 12, 31))
                .query((row, n) -> new Cell(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4))).list();
        List<Visit> visits = sql.sql(VISITS).param("id", campaign.id())
                .query((row, n) -> new Visit(row.getLong(1), Plans.vietnam(row, 2), row.getString(3), row.getLong(4))).list();
        Map<Long, List<Visit>> byCell = visits.stream().collect(Collectors.groupingBy(Visit::cellId));
        List<Cell> never = cells.stream().filter(cell -> !byCell.containsKey(cell.id()))
                .sorted(Comparator.comparing(cell -> !cell.special())).toList();
        return new Figures(area(cells, true, byCell), area(cells, false, byCell),
                never.stream().limit(MOST_NAMED).map(cell -> new CellOnly(cell.name(), cell.commune())).toList(), never.size(),
                months(campaign.year(), visits), communes(cells, byCell), members(visits));
    }

    private static AreaFigures area(List<Cell> cells, boolean special, Map<Long, List<Visit>> byCell) {
        List<Cell> own = cells.stream().filter(cell -> cell.special() == special).toList();
        List<Visit> visits = own.stream().flatMap(cell -> byCell.getOrDefault(cell.id(), List.of()).stream()).toList();
        return new AreaFigures(own.size(), (int) own.stream().filter(cell -> byCell.containsKey(cell.id())).count(), visits.size(),
                visits.stream().map(visit -> YearMonth.from(visit.at())).min(Comparator.naturalOrder()).map(YearMonth::toString).orElse(null));
    }

    private static List<Count> months(int year, List<Visit> visits) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            months.put(YearMonth.of(year, month), 0);
        }
        visits.forEach(visit -> months.merge(YearMonth.from(visit.at()), 1, Integer::sum));
        return months.entrySet().stream().map(entry -> new Count("Tháng %02d/%d".formatted(entry.getKey().getMonthValue(), entry.getKey().getYear()),
                entry.getValue())).toList();
    }

    /** In the order of names, those without visits too. */
    private static List<Count> communes(List<Cell> cells, Map<Long, List<Visit>> byCell) {
        List<Count> counts = new ArrayList<>();
        for (Cell cell : cells) {
            int visits = byCell.getOrDefault(cell.id(), List.of()).size();
            Count last = counts.isEmpty() ? null : counts.get(counts.size() - 1);
            if (last != null && last.label().equals(cell.commune())) {
                counts.set(counts.size() - 1, new Count(last.label(), last.visits() + visits));
            } else {
                counts.add(new Count(cell.commune(), visits));
            }
        }
        return counts;
    }

    private static List<Count> members(List<Visit> visits) {
        Map<Long, List<Visit>> byPerson = visits.stream().collect(Collectors.groupingBy(Visit::person));
        return byPerson.values().stream().map(own -> new Count(own.get(0).member(), own.size()))
                .sorted(Comparator.comparing(Count::visits).reversed().thenComparing(Count::label)).toList();
    }
}
