package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.VisitSchedule.Cell;
import vn.dusinhhoat.duty.VisitSchedule.UnitVisit;
import vn.dusinhhoat.planning.PlanViews.Choice;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.SearchText;

/** Cells for a line, special areas first, then those where nobody has been for longest, each with what it breaks or costs. */
@Service
public class CellChoices {

    private static final int SIZE = 20;
    private static final int LAST_PAGE = 500;
    private static final int LONGEST_QUERY = 200;
    private static final long LONGEST_AGO_MONTHS = 36;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Plans plans;
    private final PlanAccess access;
    private final LineRules rules;
    private final CellNames names;
    private final AnnualDuties duties;
    private final JdbcClient sql;
    private final Clock clock;

    CellChoices(Plans plans, PlanAccess access, LineRules rules, CellNames names, AnnualDuties duties, JdbcClient sql, Clock clock) {
        this.plans = plans;
        this.access = access;
        this.rules = rules;
        this.names = names;
        this.duties = duties;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One page of the cells that the plan's member may go to in the line's period.
     *
     * @param name part of the name of the cell or its commune, with or without tone marks; empty finds all
     * @throws NotFound for everybody but the plan's member, or when the line is none of the plan
     */
    @Transactional(readOnly = true)
    public Page<Choice> of(Long planId, Long lineId, String name, int page) {
        Plans.Plan plan = plans.plan(planId);
        access.requireMember(plan);
        List<Plans.Line> lines = plans.linesOf(planId);
        Plans.Line line = lines.stream().filter(each -> each.id().equals(lineId)).findFirst()
                .orElseThrow(() -> new NotFound("Không có dòng này trong kế hoạch: tải lại trang."));
        if (name.length() > LONGEST_QUERY) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        Set<Long> areas = duties.areasOf(List.of(plan.personId()), line.period()).getOrDefault(plan.personId(), Set.of());
        Map<Long, LocalDate> last = lastVisits(plan, line);
        List<Cell> found = matching(duties.cellsBelow(plan.unitId(), line.period()), name).stream()
                .filter(cell -> !cell.id().equals(plan.homeCellId()) && !cell.meetings().isEmpty())
                .filter(cell -> areas.isEmpty() || cell.areas().stream().anyMatch(areas::contains))
                .sorted(turn(last)).toList();
        int from = Math.min(found.size(), Math.min(LAST_PAGE, Math.max(0, page)) * SIZE);
        return Page.of(choices(plan, lines, line, found.subList(from, Math.min(found.size(), from + SIZE + 1)), last), SIZE);
    }

    private Map<Long, LocalDate> lastVisits(Plans.Plan plan, Plans.Line line) {
        Map<Long, LocalDate> last = new HashMap<>();
        for (UnitVisit visit : duties.visitsFor(plan.unitId(), line.period())) {
            last.merge(visit.cellId(), visit.day(), (a, b) -> a.isAfter(b) ? a : b);
        }
        return last;
    }

    private List<Cell> matching(List<Cell> cells, String name) {
        if (name.isBlank()) {
            return cells;
        }
        Set<Long> named = Set.copyOf(sql.sql("""
                select c.id from party_unit c join party_unit a on a.id = c.parent_id where c.id = any(:ids)
                and not exists (select 1 from regexp_split_to_table(plain_text(:part), '\\s+') word
                                where c.search_name || ' ' || a.search_name not like '%' || word || '%')""")
                .param("ids", cells.stream().map(Cell::id).toArray(Long[]::new)).param("part", SearchText.literally(name)).query(Long.class).list());
        return cells.stream().filter(cell -> named.contains(cell.id())).toList();
    }

    /** As the rotation does. */
    private Comparator<Cell> turn(Map<Long, LocalDate> last) {
        YearMonth now = YearMonth.now(clock);
        return Comparator.comparingLong((Cell cell) -> -(1 + cell.weight()) * monthsAgo(last.get(cell.id()), now)).thenComparing(Cell::id);
    }

    private static long monthsAgo(LocalDate day, YearMonth now) {
        return day == null ? LONGEST_AGO_MONTHS : Math.max(0, Math.min(LONGEST_AGO_MONTHS, ChronoUnit.MONTHS.between(YearMonth.from(day), now)));
    }

    private List<Choice> choices(Plans.Plan plan, List<Plans.Line> lines, Plans.Line line, List<Cell> cells, Map<Long, LocalDate> last) {
        Map<Long, CellNames.Named> named = names.of(cells.stream().map(Cell::id).toList(), LocalDate.now(clock));
        LineRules.Known known = rules.known(plan, cells.stream().map(Cell::id), line.period());
        int place = lines.indexOf(line);
        Plans.Line before = place == 0 ? null : lines.get(place - 1);
        return cells.stream().map(cell -> {
            CellNames.Named name = named.get(cell.id());
            LocalDate visited = last.get(cell.id());
            return new Choice(cell.id(), name.name(), name.commune(), name.special() != null, name.special(), visited == null ? null : DAY.format(visited),
                    cell.meetings(), rules.of(plan, line.typed(cell.id(), meeting(cell), false), before, known), why(name, visited));
        }).toList();
    }

    /** The next meeting that can still be arranged, for what is to be said of the cell. */
    private LocalDateTime meeting(Cell cell) {
        LocalDateTime now = LocalDateTime.now(clock);
        return cell.meetings().stream().filter(now::isBefore).findFirst().orElse(cell.meetings().get(0));
    }

    private static String why(CellNames.Named cell, LocalDate visited) {
        String since = visited == null ? "Chưa có đồng chí nào dự" : "Lần dự gần nhất ngày " + DAY.format(visited);
        return cell.special() == null ? since : cell.special() + "; " + since.substring(0, 1).toLowerCase() + since.substring(1);
    }
}
