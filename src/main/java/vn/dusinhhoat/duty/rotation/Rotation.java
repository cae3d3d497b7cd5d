package vn.dusinhhoat.duty.rotation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives the visitors of one unit their cells for a period, until plans and assignments do (II.1a, II.2d, rulings A3, A12):
 * one visitor per meeting as long as there are meetings without one; special areas first and more often, the others in
 * turn; each visitor where they have not been for longest; never the own cell, never on a day on which the visitor is
 * elsewhere. The same people and cells give the same result.
 */
public final class Rotation {

    /** Nobody can arrange a visit from today to tomorrow. */
    private static final int LEAD_DAYS = 2;
    private static final long LONGEST_AGO_MONTHS = 36;

    private enum When { AHEAD, OVER }

    private final List<Candidate> cells;
    private final LocalDateTime now;
    private final Map<YearMonth, Integer> load = new HashMap<>();
    private final List<Visitor> waiting;
    private final List<Assignment> assigned = new ArrayList<>();

    /**
     * @param visitors of one unit
     * @param cells    below that unit
     * @param now      in Vietnam
     */
    public Rotation(List<Visitor> visitors, List<Candidate> cells, LocalDateTime now) {
        this.waiting = new ArrayList<>(visitors);
        this.cells = cells;
        this.now = now;
    }

    /** Assignments; who is missing in them could not be placed, see {@link #whyNot}. */
    public List<Assignment> assign() {
        round(When.AHEAD, 1);
        round(When.OVER, 1);
        for (int visitors = 2; !waiting.isEmpty(); visitors++) {
            int before = waiting.size();
            round(When.AHEAD, visitors);
            round(When.OVER, visitors);
            if (waiting.size() == before && visitors > mostVisitors()) {
                break;
            }
        }
        return assigned;
    }

    private int mostVisitors() {
        return cells.stream().mapToInt(Candidate::visitors).max().orElse(0);
    }

    /**
     * Every cell with fewer visitors gets one more, in the order of their turn. Where the visitor who would come is
     * needed, those who came to earlier cells change places as long as somebody else can come there: so as many meetings
     * as possible have a visitor, although most cells may meet on the same evening.
     */
    private void round(When when, int mostVisitors) {
        Map<Visitor, Candidate> goes = new LinkedHashMap<>();
        Map<Candidate, List<Visitor>> able = new HashMap<>();
        // From a search that found nobody no later one finds a way on.
        Set<Visitor> inVain = new HashSet<>();
        for (Candidate cell : cells.stream().sorted(turn()).toList()) {
            if (goes.size() == waiting.size()) {
                break;
            }
            Set<Visitor> asked = new HashSet<>();
            if (cell.visitors() < mostVisitors && !findVisitor(cell, when, goes, able, inVain, asked)) {
                inVain.addAll(asked);
            }
        }
        goes.forEach((visitor, cell) -> take(visitor, cell, when));
    }

    private Comparator<Candidate> turn() {
        return Comparator.comparingLong((Candidate cell) -> -(1 + cell.weight()) * monthsAgo(cell.lastVisit()))
                .thenComparingInt(cell -> -cell.weight()).thenComparing(Candidate::cellId);
    }

    /**
     * @param able   who may go to a cell, best first; filled as it is needed
     * @param inVain visitors that need not be asked in this round
     * @param asked  those that have been asked on behalf of this cell
     */
    private boolean findVisitor(Candidate cell, When when, Map<Visitor, Candidate> goes, Map<Candidate, List<Visitor>> able,
                                Set<Visitor> inVain, Set<Visitor> asked) {
        List<Visitor> candidates = able.computeIfAbsent(cell, each -> waiting.stream().filter(visitor -> maySee(visitor, each))
                .filter(visitor -> meetings(visitor, each, when).findAny().isPresent()).sorted(preference(each)).toList());
        Optional<Visitor> free = candidates.stream().filter(visitor -> !goes.containsKey(visitor)).findFirst();
        if (free.isPresent()) {
            goes.put(free.get(), cell);
            return true;
        }
        for (Visitor visitor : candidates) {
            if (!inVain.contains(visitor) && asked.add(visitor) && findVisitor(goes.get(visitor), when, goes, able, inVain, asked)) {
                goes.put(visitor, cell);
                return true;
            }
        }
        return false;
    }

    private Comparator<Visitor> preference(Candidate cell) {
        return Comparator.comparingLong((Visitor visitor) -> -monthsAgo(visitor.lastVisits().get(cell.cellId())))
                .thenComparingInt(visitor -> mixed(visitor.personId(), cell.cellId()));
    }

    private static boolean maySee(Visitor visitor, Candidate cell) {
        return !visitor.homeCellId().equals(cell.cellId())
                && (visitor.areas().isEmpty() || cell.areas().stream().anyMatch(visitor.areas()::contains));
    }

    private Stream<LocalDateTime> meetings(Visitor visitor, Candidate cell, When when) {
        return cell.meetings().stream().filter(meeting -> when == When.AHEAD ? meeting.isAfter(now.plusDays(LEAD_DAYS)) : !meeting.isAfter(now))
                .filter(meeting -> visitor.isFreeOn(meeting.toLocalDate()));
    }

    /** Of several meetings of a longer period the one with the fewest visitors, in the month with the fewest visits. */
    private void take(Visitor visitor, Candidate cell, When when) {
        LocalDateTime meeting = meetings(visitor, cell, when)
                .min(Comparator.comparingInt((LocalDateTime each) -> cell.visitorsOn(each.toLocalDate()))
                        .thenComparingInt(each -> load.getOrDefault(YearMonth.from(each), 0)).thenComparing(Comparator.naturalOrder())).orElseThrow();
        waiting.remove(visitor);
        cell.visitedOn(meeting.toLocalDate());
        load.merge(YearMonth.from(meeting), 1, Integer::sum);
        assigned.add(new Assignment(visitor.dutyId(), cell.cellId(), meeting, when == When.OVER));
    }

    /** Why somebody got no cell, in Vietnamese, with what helps. */
    public String whyNot(Visitor visitor) {
        List<Candidate> others = cells.stream().filter(cell -> !cell.cellId().equals(visitor.homeCellId())).toList();
        if (others.isEmpty()) {
            return "Không có chi bộ khu dân cư nào khác chi bộ nơi đồng chí sinh hoạt: bổ sung chi bộ vào dữ liệu tổ chức.";
        }
        if (others.stream().noneMatch(cell -> maySee(visitor, cell))) {
            return "Địa bàn được phân công phụ trách không có chi bộ khu dân cư nào khác: sửa địa bàn phụ trách trong dữ liệu tổ chức.";
        }
        return "Các buổi sinh hoạt trong kỳ đều đã qua hoặc trùng ngày với chi bộ nơi đồng chí sinh hoạt, với lượt dự khác: sửa ngày sinh hoạt chi bộ, hoặc xếp lịch thủ công.";
    }

    private long monthsAgo(LocalDate day) {
        return day == null ? LONGEST_AGO_MONTHS
                : Math.max(0, Math.min(LONGEST_AGO_MONTHS, ChronoUnit.MONTHS.between(YearMonth.from(day), YearMonth.from(now))));
    }

    /** Spreads ties evenly, and always in the same way. */
    private static int mixed(Long person, Long cell) {
        long mixed = person * 0x9E3779B97F4A7C15L ^ cell * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 33);
    }
}
