package vn.dusinhhoat.supervision;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.WorkingCalendar;

/** Rows as people read them. */
@Component
class RowViews {

    /** Kinds whose ladder is shown. */
    private static final Set<String> LADDERS = Set.of(AttendanceTasks.REPORT, PlanningTasks.WRITE);

    private final Kinds kinds;

    RowViews(Kinds kinds) {
        this.kinds = kinds;
    }

    /** One statement for each process among the rows. */
    List<BoardView.RowView> of(Sight sight, BoardSpan span, Collection<BoardTables.Row> rows) {
        Map<String, Map<Long, Subject>> subjects = new HashMap<>();
        rows.stream().filter(row -> row.subjectId() != null).collect(Collectors.groupingBy(row -> Kinds.processOf(row.definitionId()),
                Collectors.mapping(BoardTables.Row::subjectId, Collectors.toSet())))
                .forEach((process, ids) -> subjects.put(process, kinds.subjects(process, ids)));
        List<BoardView.RowView> views = new ArrayList<>();
        rows.forEach(row -> views.add(view(sight, span, row, row.subjectId() == null ? null
                : subjects.get(Kinds.processOf(row.definitionId())).get(row.subjectId()))));
        return views;
    }

    private BoardView.RowView view(Sight sight, BoardSpan span, BoardTables.Row row, Subject known) {
        WatchedKind kind = kinds.of(row.definitionId(), row.element());
        Subject subject = known == null ? Subject.of(null) : known;
        LocalDate due = row.dueAt().toLocalDate();
        boolean late = row.dueAt().toInstant().isBefore(span.now());
        long days = Math.abs(ChronoUnit.DAYS.between(due, span.today()));
        boolean ofBody = kinds.isOfBody(row.definitionId(), row.element()) || row.assignee() == null && row.bodies() != null;
        boolean steps = late && LADDERS.contains(kind.code());
        return new BoardView.RowView(row.taskId(), row.instanceId(), row.definitionId(), kind.process(), kind.element(), kind.code(), kind.label(),
                row.title(), row.unitCode(), row.unitName(), ofBody ? row.bodies() : row.assigneeName(), ofBody, ofBody ? holder(sight, row) : null,
                subject.sentence(), subject.receiver(), row.dueAt(), late, days, dueText(late, days, due), steps ? subject.step() : null,
                steps ? subject.stepLabel() : null, subject.urged(), subject.urgedAt(), actions(sight, kind, row, late, ofBody));
    }

    private static String holder(Sight sight, BoardTables.Row row) {
        return sight.hidden().contains(row.assignee()) ? null : row.assigneeName();
    }

    static String dueText(boolean late, long days, LocalDate due) {
        String lastDay = "hết ngày " + WorkingCalendar.named(due);
        return late ? days == 0 ? "Vừa quá hạn" : "Quá hạn %02d ngày".formatted(days)
                : days == 0 ? "Đến hạn hôm nay, " + lastDay : "Còn %02d ngày, %s".formatted(days, lastDay);
    }

    /** Nobody acts on their own work, alone or as one of a body's: others urge a body and give it time. Who is not late is not urged, and only what is late needs an excuse. */
    private static Set<BoardAction> actions(Sight sight, WatchedKind kind, BoardTables.Row row, boolean late, boolean ofBody) {
        Set<BoardAction> possible = EnumSet.noneOf(BoardAction.class);
        if (!ofBody && Objects.equals(row.assignee(), sight.userId())) {
            return possible;
        }
        possible.addAll(kind.actions());
        if (ofBody) {
            possible.add(BoardAction.HAND_OVER);
        }
        if (ofBody && row.ownBody()) {
            possible.removeAll(Set.of(BoardAction.URGE, BoardAction.EXTEND));
        }
        if (!late) {
            possible.remove(BoardAction.URGE);
        }
        possible.removeIf(action -> !sight.mayDo(action, row.unitCode()));
        return possible;
    }
}
