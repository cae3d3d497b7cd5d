package vn.dusinhhoat.template.plan;

import java.text.Collator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dusinhhoat.template.PlannedCell;
import vn.dusinhhoat.template.PlannedVisit;

/** A plan by month, area and member, and special areas against others (rulings A5 and A12). */
public final class PlanFigures {

    private static final Comparator<PlannedVisit> BY_TIME =
            Comparator.comparing(PlannedVisit::meetingAt, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<PlannedVisit> visits;
    private final Collection<PlannedCell> cells;
    private final Map<String, List<PlannedVisit>> byCell;
    private final Map<String, List<PlannedVisit>> visitsByHost;

    private PlanFigures(List<PlannedVisit> visits, Collection<PlannedCell> cells) {
        this.visits = visits;
        this.cells = cells;
        this.visitsByHost = visits.stream().collect(Collectors.groupingBy(visit -> visit.cell().host()));
        this.byCell = visits.stream().collect(Collectors.groupingBy(visit -> visit.cell().key()));
    }

    /** Figures of lines and of the cells that could be visited; a cell that only a line names counts too. */
    public static PlanFigures of(List<PlannedVisit> visits, List<PlannedCell> cells) {
        Map<String, PlannedCell> all = new LinkedHashMap<>();
        cells.forEach(cell -> all.putIfAbsent(cell.key(), cell));
        visits.forEach(visit -> all.putIfAbsent(visit.cell().key(), visit.cell()));
        return new PlanFigures(visits.stream().sorted(BY_TIME).toList(), all.values());
    }

    /** Lines by time, those without a date last. */
    List<PlannedVisit> visits() {
        return visits;
    }

    Collection<PlannedCell> cells() {
        return cells;
    }

    int members() {
        return distinct(visits, PlannedVisit::memberKey);
    }

    int hosts() {
        return distinct(visits, visit -> visit.cell().host());
    }

    int visitedCells() {
        return byCell.size();
    }

    /** Lines of each month; those without a date under null, last. */
    Map<YearMonth, List<PlannedVisit>> byMonth() {
        Map<YearMonth, List<PlannedVisit>> months = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        visits.forEach(visit -> months.computeIfAbsent(month(visit), month -> new ArrayList<>()).add(visit));
        return months;
    }

    /** Lines of each member, in the order of their first visits. */
    Collection<List<PlannedVisit>> byMember() {
        return visits.stream().collect(Collectors.groupingBy(PlannedVisit::memberKey, LinkedHashMap::new, Collectors.toList())).values();
    }

    /** Every host committee with its cells, in Vietnamese order. */
    List<Area> byHost() {
        Map<String, List<PlannedCell>> hosts = cells.stream().collect(Collectors.groupingBy(PlannedCell::host));
        return hosts.entrySet().stream().sorted(Map.Entry.comparingByKey(vietnamese()))
                .map(host -> area(host.getKey(), host.getValue())).toList();
    }

    /** Lines at cells of the committee, by time. */
    List<PlannedVisit> of(Area area) {
        return visitsByHost.getOrDefault(area.host(), List.of());
    }

    /** Cells of special areas (true) or of the others (false). */
    Area area(boolean special) {
        return area(null, cells.stream().filter(cell -> cell.special() == special).toList());
    }

    List<PlannedVisit> of(PlannedCell cell) {
        return byCell.getOrDefault(cell.key(), List.of());
    }

    /**
     * Cells that nobody goes to, by host and name.
     *
     * @param specialFirst whether those of special areas come before the others
     */
    List<PlannedCell> neverVisited(boolean specialFirst) {
        Collator order = vietnamese();
        Comparator<PlannedCell> byHost = Comparator.comparing(PlannedCell::host, order).thenComparing(PlannedCell::name, order);
        return cells.stream().filter(cell -> of(cell).isEmpty())
                .sorted(specialFirst ? Comparator.comparing((PlannedCell cell) -> !cell.special()).thenComparing(byHost) : byHost).toList();
    }

    private Area area(String host, List<PlannedCell> its) {
        List<PlannedVisit> lines = its.stream().flatMap(cell -> of(cell).stream()).toList();
        int visited = (int) its.stream().filter(cell -> !of(cell).isEmpty()).count();
        LocalDate first = lines.stream().map(PlannedVisit::meetingAt).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .map(at -> at.toLocalDate()).orElse(null);
        return new Area(host, its.size(), (int) its.stream().filter(PlannedCell::special).count(), visited, lines.size(),
                distinct(lines, PlannedVisit::memberKey), first == null ? null : YearMonth.from(first));
    }

    static YearMonth month(PlannedVisit visit) {
        return visit.meetingAt() == null ? null : YearMonth.from(visit.meetingAt());
    }

    static <T> int distinct(Collection<PlannedVisit> of, Function<PlannedVisit, T> what) {
        Set<T> seen = new HashSet<>();
        of.forEach(visit -> seen.add(what.apply(visit)));
        return seen.size();
    }

    private static Collator vietnamese() {
        return Collator.getInstance(Locale.forLanguageTag("vi"));
    }

    /**
     * How a group of cells comes off.
     *
     * @param host       the committee; null for a group of another kind
     * @param special    how many of the cells are in special areas
     * @param visited    cells with at least one visit
     * @param members    different members who come
     * @param firstMonth month of the first visit; null without one
     */
    record Area(String host, int cells, int special, int visited, int visits, int members, YearMonth firstMonth) {

        int neverVisited() {
            return cells - visited;
        }

        /** Visits for each cell; 0 without cells. */
        double visitsPerCell() {
            return cells == 0 ? 0 : (double) visits / cells;
        }
    }
}
