package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns lines into what people see. */
@Component
class LineViews {

    private final CellNames cells;
    private final Clock clock;

    LineViews(CellNames cells, Clock clock) {
        this.cells = cells;
        this.clock = clock;
    }

    Map<Long, CellNames.Named> named(Collection<Plans.Line> lines) {
        return cells.of(lines.stream().map(Plans.Line::cellId).toList(), LocalDate.now(clock));
    }

    static PlanViews.LineView view(Plans.Line line, CellNames.Named cell, List<LocalDateTime> meetings, List<Remark> remarks) {
        return new PlanViews.LineView(line.id(), line.planId(), line.period().first().toString(), line.period().cadence().name(),
                line.period().label(), line.cellId(), cell == null ? null : cell.name(), cell == null ? null : cell.commune(),
                cell != null && cell.special() != null, cell == null ? null : cell.special(), meetings, line.meetingAt(), line.theme(),
                line.withdrawn(), line.state(), line.state().label(), line.boardComment(), line.hostAnswer(), line.hostDate(), line.hostNote(),
                line.replacesId(), line.further(), remarks, line.why());
    }
}
