package vn.dusinhhoat.duty.rotation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the visitors of one unit their cells for a period, until plans and assignments do (II.1a, II.2d, rulings A3, A12):
 * one visitor per meeting as long as there are meetings without one; special areas first and by their share, the others in
 * turn; each visitor where they have not been for longest, and not where they were last as long as there is another cell;
 * never the own cell, never on a day on which the visitor is elsewhere. The same people and cells give the same result.
 */
public final class Rotation {

    /** Nobody can arrange a visit from today to tomorrow. */
    private static final int LEAD_DAYS = 2;
    private static final long LONGEST_AGO_MONTHS = 36;

    /** Over: the system stood still when the visit should have been planned. Again: where the visitor was last. */
    private enum Kind {
        AHEAD, OVER, AHEAD_AGAIN, OVER_AGAIN;

        boolean isOver() {
            return this == OVER || this == OVER_AGAIN;
        }

        boolean isAgain() {
            return this == AHEAD_AGAIN || this == OVER_AGAIN;
        }
    }

    private final List<Candidate> cells;
    private final LocalDateTime now;
    private final SpecialShare share;
    private final int visitors;
    private int special;
    private final Map<Visitor, Long> lastCells = new HashMap<>();
    private final Map<YearMonth, Integer> load = new HashMap<>();
    private final List<Visitor> waiting;
    private final List<Assignment> assigned = new ArrayList<>();

    /**
     * @param visitors of one unit
     * @param cells    below that unit
     * @param now      in Vietnam
     * @param share    of special areas in what is planned together; earlier periods have been taken from it
     */
    public Rotation(List<Visitor> visitors, List<Candidate> cells, LocalDateTime now, SpecialShare share) {
        this.waiting = new ArrayList<>(visitors);
        this.visitors = visitors.size();
        this.cells = cells;
        this.now = now;
        this.share = share;
        visitors.forEach(visitor -> visitor.lastVisits().entrySet().stream()
                .max(Map.Entry.<Long, LocalDate>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(last -> lastCells.put(visitor, last.getKey())));
    }

    /** Assignments; who is missing in them could not be placed, see {@link #whyNot}. */
    public List<Assignment> assign() {
        special = share.next(cells, visitors);
        assign(Kind.AHEAD, Kind.OVER);
        assign(Kind.AHEAD_AGAIN, Kind.OVER_AGAIN);
        return assigned;
    }

    private void assign(Kind first, Kind then) {
        for (int most = 1; !waiting.isEmpty(); most++) {
            int before = waiting.size();
            round(first, most);
            round(then, most);
            if (waiting.size() == before && most > mostVisitors()) {
                break;
            }
        }
    }

    private int mostVisitors() {
        return cells.stream().mapToInt(Candidate::visitors).max().orElse(0);
    }

    /**
     * Every cell with fewer visitors gets one more, in the order of their turn, special ones as long as their share lasts.
     * Where the visitor who would come is needed, those who came to earlier cells change places as long as somebody else can
     * come there: so as many meetings as possible have a visitor, although most cells may meet on the same evening.
     */
    private void round(Kind kind, int mostVisitors) {
        Map<Visitor, Candidate> goes = new LinkedHashMap<>();
        Map<Candidate, List<Visitor>> able = new HashMap<>();
        // From a search that found nobody no later one finds a way on.
        Set<Visitor> inVain = new HashSet<>();
        Deque<Candidate> specialOnes = inTurn(mostVisitors, Candidate::isSpecial);
        Deque<Candidate> others = inTurn(mostVisitors, cell -> !cell.isSpecial());
        int left = special;
        while (goes.size() < waiting.size() && !(specialOnes.isEmpty() && others.isEmpty())) {
            Candidate cell = next(specialOnes, others, left);
            Set<Visitor> asked = new HashSet<>();
            if (!findVisitor(cell, kind, goes, able, inVain, asked)) {
                inVain.addAll(asked);
            } else if (cell.isSpecial()) {
                left--;
            }
        }
        // Special ones get the earlier meetings.
        goes.entrySet().stream().sorted(Comparator.comparing(each -> !each.getValue().isSpecial()))
                .forEach(each -> take(each.getKey(), each.getValue(), kind));
    }

    private Deque<Candidate> inTurn(int mostVisitors, Predicate<Candidate> kind) {
        return cells.stream().filter(kind).filter(cell -> cell.visitors() < mostVisitors).sorted(turn())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Candidate next(Deque<Candidate> specialOnes, Deque<Candidate> others, int left) {
        if (specialOnes.isEmpty() || others.isEmpty()) {
            return specialOnes.isEmpty() ? others.poll() : specialOnes.poll();
        }
        boolean isSpecial = share.isNone() ? turn().compare(specialOnes.peek(), others.peek()) < 0 : left > 0;
        return isSpecial ? specialOnes.poll() : others.poll();
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
    private boolean findVisitor(Candidate cell, Kind kind, Map<Visitor, Candidate> goes, Map<Candidate, List<Visitor>> able,
                                Set<Visitor> inVain, Set<Visitor> asked) {
        List<Visitor> candidates = able.computeIfAbsent(cell, each -> waiting.stream().filter(visitor -> maySee(visitor, each))
                .filter(visitor -> kind.isAgain() || !each.cellId().equals(lastCells.get(visitor)))
                .filter(visitor -> meetings(visitor, each, kind).findAny().isPresent()).sorted(preference(each)).toList());
        Optional<Visitor> free = candidates.stream().filter(visitor -> !goes.containsKey(visitor)).findFirst();
        if (free.isPresent()) {
            goes.put(free.get(), cell);
            return true;
        }
        for (Visitor visitor : candidates) {
            if (!inVain.contains(visitor) && asked.add(visitor) && findVisitor(goes.get(visitor), kind, goes, able, inVain, asked)) {
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

    private Stream<LocalDateTime> meetings(Visitor visitor, Candidate cell, Kind kind) {
        return cell.meetings().stream().filter(meeting -> kind.isOver() ? !meeting.isAfter(now) : meeting.isAfter(now.plusDays(LEAD_DAYS)))
                .filter(meeting -> visitor.isFreeOn(meeting.toLocalDate()));
    }

    /** Of several meetings of a longer period the one with the fewest visitors, in the month with the fewest visits. */
    private void take(Visitor visitor, Candidate cell, Kind kind) {
        LocalDateTime meeting = meetings(visitor, cell, kind)
                .min(Comparator.comparingInt((LocalDateTime each) -> cell.visitorsOn(each.toLocalDate()))
                        .thenComparingInt(each -> load(cell, each)).thenComparing(Comparator.naturalOrder())).orElseThrow();
        waiting.remove(visitor);
        cell.visitedOn(meeting.toLocalDate());
        load.merge(YearMonth.from(meeting), 1, Integer::sum);
        share.give(cell);
        special -= cell.isSpecial() ? 1 : 0;
        assigned.add(new Assignment(visitor.dutyId(), cell.cellId(), meeting, kind.isOver()));
    }

    /** Special cells fill the earlier months up to what falls to a month if all are alike. */
    private int load(Candidate cell, LocalDateTime meeting) {
        int visits = load.getOrDefault(YearMonth.from(meeting), 0);
        long months = cell.meetings().stream().map(YearMonth::from).distinct().count();
        return cell.isSpecial() && visits * months < visitors ? 0 : visits;
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
