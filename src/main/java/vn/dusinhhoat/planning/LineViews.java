package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns lines into what people see. */
@Component
class LineViews {

    private final Plans plans;
    private final CellNames cells;
    private final Clock clock;

    LineViews(Plans plans, CellNames cells, Clock clock) {
        this.plans = plans;
        this.cells = cells;
        this.clock = clock;
    }

    Map<Long, CellNames.Named> named(Collection<Plans.Line> lines) {
        return cells.of(lines.stream().map(Plans.Line::cellId).toList(), LocalDate.now(clock));
    }

    /** Where and when the lines lead whose place these take, by the id of the new line. */
    Map<Long, PlanViews.Replaced> replaced(Collection<Plans.Line> lines) {
        return replacedLines(lines).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().view()));
    }

    /** The same as their host may see it: at cells of the commune only. */
    Map<Long, PlanViews.Replaced> replacedAt(Long communeId, Collection<Plans.Line> lines) {
        return replacedLines(lines).entrySet().stream().filter(each -> each.getValue().cell().communeId().equals(communeId))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().view()));
    }

    private record Old(CellNames.Named cell, LocalDateTime meetingAt) {

        PlanViews.Replaced view() {
            return new PlanViews.Replaced(cell.name(), cell.commune(), meetingAt);
        }
    }

    private Map<Long, Old> replacedLines(Collection<Plans.Line> lines) {
        Map<Long, Long> replaced = lines.stream().filter(line -> line.replacesId() != null).collect(Collectors.toMap(Plans.Line::id, Plans.Line::replacesId));
        if (replaced.isEmpty()) {
            return Map.of();
        }
        Map<Long, Plans.Line> old = plans.lines(replaced.values()).stream().filter(line -> line.cellId() != null)
                .collect(Collectors.toMap(Plans.Line::id, line -> line));
        Map<Long, CellNames.Named> names = named(old.values());
        Map<Long, Old> found = new HashMap<>();
        replaced.forEach((line, id) -> Optional.ofNullable(old.get(id))
                .ifPresent(each -> found.put(line, new Old(names.get(each.cellId()), each.meetingAt()))));
        return found;
    }

    static PlanViews.LineView view(Plans.Line line, CellNames.Named cell, List<LocalDateTime> meetings, List<Remark> remarks, PlanViews.Replaced replaced) {
        return new PlanViews.LineView(line.id(), line.planId(), line.period().first().toString(), line.period().cadence().name(),
                line.period().label(), line.cellId(), cell == null ? null : cell.name(), cell == null ? null : cell.commune(),
                cell != null && cell.special() != null, cell == null ? null : cell.special(), meetings, line.meetingAt(), line.theme(),
                line.withdrawn(), line.state(), line.state().label(), line.boardComment(), line.hostAnswer(), line.hostDate(), line.hostNote(),
                line.replacesId(), line.further(), remarks, line.why(), replaced);
    }
}
