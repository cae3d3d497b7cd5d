package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.VisitSchedule.Cell;
import vn.dusinhhoat.duty.VisitSchedule.Visited;

/**
 * What a line breaks, and what it costs (II.1a, II.2d, III.1a, rulings A3, A12): said beside the line while it is typed,
 * and asked again when the plan is sent.
 */
@Component
class LineRules {

    private final AnnualDuties duties;
    private final SameMeetings others;
    private final Clock clock;

    LineRules(AnnualDuties duties, SameMeetings others, Clock clock) {
        this.duties = duties;
        this.others = others;
        this.clock = clock;
    }

    /**
     * What is known in one period about some cells and one person.
     *
     * @param areas  that the person is in charge of
     * @param others days on which others go there, by cell
     */
    record Known(Map<Long, Cell> cells, Set<Long> areas, List<Visited> lastVisits, Map<Long, List<LocalDate>> others) {

        List<LocalDateTime> meetings(Long cellId) {
            Cell cell = cells.get(cellId);
            return cell == null ? List.of() : cell.meetings();
        }

        boolean isSpecial(Long cellId) {
            Cell cell = cells.get(cellId);
            return cell != null && cell.weight() > 0;
        }
    }

    /** What is known by period about the cells that these lines name. */
    Map<Period, Known> known(Plans.Plan plan, List<Plans.Line> lines) {
        Map<Period, Known> known = new HashMap<>();
        lines.stream().map(Plans.Line::period).distinct().forEach(period -> known.put(period, known(plan, lines.stream().map(Plans.Line::cellId), period)));
        return known;
    }

    Known known(Plans.Plan plan, Stream<Long> cellIds, Period period) {
        Set<Long> ids = Stream.concat(Stream.of(plan.homeCellId()), cellIds).filter(Objects::nonNull).collect(Collectors.toSet());
        return new Known(duties.cells(ids, period).stream().collect(Collectors.toMap(Cell::id, Function.identity())),
                duties.areasOf(List.of(plan.personId()), period).getOrDefault(plan.personId(), Set.of()),
                duties.lastVisitsOf(List.of(plan.personId()), period), others.of(plan.personId(), ids, period));
    }

    /** Remarks by line id, in the order of periods; a line without any has none. */
    Map<Long, List<Remark>> remarks(Plans.Plan plan, List<Plans.Line> lines, Map<Period, Known> known) {
        Map<Long, List<Remark>> remarks = new HashMap<>();
        Plans.Line before = null;
        for (Plans.Line line : lines) {
            remarks.put(line.id(), isFilledLater(line, lines) ? List.of(Remark.cost("Cuộc sinh hoạt thêm trong kỳ được tính là lượt dự của kỳ khi gửi."))
                    : withinPlan(line, lines, of(plan, line, before, known.get(line.period()))));
            before = line;
        }
        return remarks;
    }

    /** One visit a period is enough, whichever line it stands in (ruling A2); see {@link Plans#fillOwedFromFurther}. */
    private static boolean isFilledLater(Plans.Line line, List<Plans.Line> lines) {
        return !line.further() && !line.withdrawn() && line.cellId() == null && line.state() == LineState.DRAFT && lines.stream()
                .anyMatch(other -> other.further() && other.replacesId() == null && other.state() == LineState.DRAFT && other.period().equals(line.period())
                        && other.cellId() != null && other.meetingAt() != null);
    }

    /** Nobody is at two places, or twice at the same meeting: said at the later line of a period. */
    private static List<Remark> withinPlan(Plans.Line line, List<Plans.Line> lines, List<Remark> remarks) {
        if (!line.further() || line.withdrawn() || line.meetingAt() == null) {
            return remarks;
        }
        List<Plans.Line> sameDay = lines.stream().takeWhile(other -> !other.id().equals(line.id())).filter(other -> !other.withdrawn()
                && other.meetingAt() != null && other.meetingAt().toLocalDate().equals(line.meetingAt().toLocalDate())).toList();
        List<Remark> all = new ArrayList<>(remarks);
        if (sameDay.stream().anyMatch(other -> Objects.equals(other.cellId(), line.cellId()))) {
            all.add(Remark.fault("Trùng buổi sinh hoạt đã có trong kế hoạch: chọn ngày hoặc chi bộ khác."));
        } else if (!sameDay.isEmpty()) {
            all.add(Remark.cost("Cùng ngày đã có lượt dự khác trong kế hoạch: xem lại giờ dự."));
        }
        return all;
    }

    /** What is to be said of the plan as a whole. */
    static List<Remark> ofPlan(List<Plans.Line> lines, Map<Period, Known> known) {
        boolean special = lines.stream().anyMatch(line -> known.get(line.period()).isSpecial(line.cellId()));
        return special || lines.stream().allMatch(line -> line.cellId() == null || line.withdrawn()) ? List.of()
                : List.of(Remark.cost("Kế hoạch chưa có chi bộ nào ở địa bàn đặc thù: các địa bàn này cần được ưu tiên trước và nhiều hơn (II.1a)."));
    }

    /** @param before line of the period before; null for the first one */
    List<Remark> of(Plans.Plan plan, Plans.Line line, Plans.Line before, Known known) {
        if (line.withdrawn()) {
            return List.of(Remark.cost(line.further() ? "Rút cuộc sinh hoạt thêm này: lượt dự của kỳ vẫn còn."
                    : "Rút lượt dự này: hệ thống xếp lượt khác theo luân phiên, nhiệm vụ trong kỳ vẫn còn (II.1a)."));
        }
        if (line.cellId() == null) {
            return List.of(Remark.fault(line.further() ? "Chưa chọn chi bộ cho cuộc sinh hoạt thêm: chọn chi bộ hoặc bỏ cuộc này."
                    : "Chưa chọn chi bộ: mỗi kỳ dự ít nhất một buổi sinh hoạt (II.1a)."));
        }
        List<Remark> remarks = new ArrayList<>();
        Cell cell = known.cells().get(line.cellId());
        if (line.cellId().equals(plan.homeCellId())) {
            remarks.add(Remark.fault("Đây là chi bộ nơi đồng chí sinh hoạt: chọn chi bộ khác."));
        } else if (cell == null || cell.meetings().isEmpty()) {
            remarks.add(Remark.fault("Chi bộ này không còn hoạt động trong kỳ: chọn chi bộ khác."));
        } else {
            checkPlace(plan, line, before, known, cell, remarks);
        }
        if (line.meetingAt() == null) {
            remarks.add(Remark.fault("Chưa chọn ngày dự."));
        } else {
            checkDay(plan, line, known, cell, remarks);
        }
        return remarks;
    }

    private static void checkPlace(Plans.Plan plan, Plans.Line line, Plans.Line before, Known known, Cell cell, List<Remark> remarks) {
        if (!cell.areas().contains(plan.unitId())) {
            remarks.add(Remark.fault("Chi bộ này ngoài địa bàn của cấp ủy đồng chí: chọn chi bộ trong địa bàn."));
        } else if (!known.areas().isEmpty() && cell.areas().stream().noneMatch(known.areas()::contains)) {
            remarks.add(Remark.fault("Chi bộ này ngoài địa bàn đồng chí được phân công phụ trách: chọn chi bộ trong địa bàn phụ trách."));
        }
        if (before != null && line.cellId().equals(before.cellId()) || before == null && wasLast(known.lastVisits(), line.cellId())) {
            remarks.add(Remark.cost("Trùng chi bộ của lần dự liền trước: kế hoạch yêu cầu luân phiên địa bàn."));
        }
    }

    private static boolean wasLast(Collection<Visited> visits, Long cellId) {
        return visits.stream().max((a, b) -> a.day().compareTo(b.day())).filter(last -> last.cellId().equals(cellId)).isPresent();
    }

    private void checkDay(Plans.Plan plan, Plans.Line line, Known known, Cell cell, List<Remark> remarks) {
        LocalDate day = line.meetingAt().toLocalDate();
        if (day.isBefore(line.period().firstDay()) || day.isAfter(line.period().lastDay())) {
            remarks.add(Remark.fault("Ngày dự ngoài " + line.period().label() + ": chọn ngày trong kỳ."));
        } else if (!line.meetingAt().isAfter(LocalDateTime.now(clock))) {
            remarks.add(Remark.fault("Ngày dự đã qua: chọn ngày khác."));
        }
        Cell home = known.cells().get(plan.homeCellId());
        if (home != null && home.meetings().stream().anyMatch(meeting -> meeting.toLocalDate().equals(day))) {
            remarks.add(Remark.fault("Trùng ngày sinh hoạt của chi bộ nơi đồng chí sinh hoạt: chọn ngày khác."));
        }
        if (cell != null && cell.meetings().stream().noneMatch(meeting -> meeting.toLocalDate().equals(day))) {
            remarks.add(Remark.cost("Chi bộ thường sinh hoạt " + cell.meetings().stream().limit(2)
                    .map(meeting -> WorkingCalendar.inTable(meeting.toLocalDate())).collect(Collectors.joining(" hoặc "))
                    + ": đảng ủy nơi có chi bộ sẽ cho ý kiến về ngày này."));
        }
        long others = known.others().getOrDefault(line.cellId(), List.of()).stream().filter(day::equals).count();
        if (others > 0) {
            remarks.add(Remark.cost("Đã có %02d đồng chí khác dự buổi này.".formatted(others)));
        }
    }
}
