package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.BoardTables.Group;
import vn.dusinhhoat.supervision.BoardTables.LateReports;

/** "Theo dõi, đôn đốc": what is late and what falls due within three days, as far as somebody sees (III.3a, III.4b, ruling B5). */
@Service
@Transactional(readOnly = true)
public class Board {

    private final BoardTables tables;
    private final BoardUnits units;
    private final RowViews rowViews;
    private final Kinds kinds;
    private final ReportMonths months;
    private final SystemState system;
    private final Clock clock;

    Board(BoardTables tables, BoardUnits units, RowViews rowViews, Kinds kinds, ReportMonths months, SystemState system, Clock clock) {
        this.tables = tables;
        this.units = units;
        this.rowViews = rowViews;
        this.kinds = kinds;
        this.months = months;
        this.system = system;
        this.clock = clock;
    }

    /** Everything that one screen shows. */
    public BoardView view(Sight sight, BoardQuery query) {
        BoardSpan span = BoardSpan.at(clock);
        List<Group> groups = tables.groups(sight, span);
        BoardView.Rows rows = rows(sight, span, query, groups);
        BoardView.Scope scope = new BoardView.Scope(sight.acts(), sight.everything());
        OffsetDateTime asOf = span.now().atZone(TimeZones.VIETNAM).toOffsetDateTime();
        if (query.rowsOnly()) {
            return new BoardView(asOf, span.soonUntil(), scope, totals(groups), null, null, null, null, null, rows, null);
        }
        List<LateReports> late = tables.lateReports(sight, span);
        return new BoardView(asOf, span.soonUntil(), scope, totals(groups), units.counted(sight, groups), kindCounts(groups), stepCounts(late),
                receiverCounts(late), months.trend(sight), rows, sight.everything() ? system.now() : null);
    }

    /** Rows for a file, at most so many. */
    public List<BoardView.RowView> all(Sight sight, BoardQuery query, int most) {
        BoardSpan span = BoardSpan.at(clock);
        return rowViews.of(sight, span, tables.rows(sight, span, query, wantedUnits(sight, query), most, 0));
    }

    private BoardView.Rows rows(Sight sight, BoardSpan span, BoardQuery query, List<Group> groups) {
        Set<String> wanted = wantedUnits(sight, query);
        int offset = query.page() * BoardQuery.PAGE;
        BoardTables.Found found;
        if (query.isOfLateReports() || query.text() != null) {
            found = tables.found(sight, span, query, wanted, BoardQuery.PAGE, offset);
        } else {
            int total = groups.stream().filter(group -> fits(group, query, wanted)).mapToInt(group -> counted(group, query)).sum();
            found = new BoardTables.Found(total, total == 0 ? List.of() : tables.rows(sight, span, query, wanted, BoardQuery.PAGE, offset));
        }
        return new BoardView.Rows(found.total(), query.page(), (found.total() + BoardQuery.PAGE - 1) / BoardQuery.PAGE,
                rowViews.of(sight, span, found.rows()));
    }

    /** What is asked for has to be there, and in sight. */
    private Set<String> wantedUnits(Sight sight, BoardQuery query) {
        if (query.kind() != null && kinds.withCode(query.kind()).isEmpty()) {
            throw new RuleViolation("Không có loại việc này: chọn lại trong danh sách.");
        }
        if (query.definitionId() != null && !tables.isDeployed(query.definitionId())) {
            throw new NotFound("Không có sơ đồ quy trình này: tải lại trang.");
        }
        return query.unit() == null ? null : units.below(sight, query.unit());
    }

    private boolean fits(Group group, BoardQuery query, Set<String> wanted) {
        return (wanted == null || wanted.contains(group.unit()))
                && (query.definitionId() == null || query.definitionId().equals(group.definitionId()))
                && (query.kind() == null || kinds.of(group.definitionId(), group.element()).code().equals(query.kind()));
    }

    private static int counted(Group group, BoardQuery query) {
        return (query.when() == BoardQuery.When.SOON ? 0 : group.late()) + (query.when() == BoardQuery.When.LATE ? 0 : group.soon());
    }

    private static BoardView.Totals totals(List<Group> groups) {
        return new BoardView.Totals(sum(groups, Group::late), sum(groups, Group::soon), oldest(groups));
    }

    private static int sum(List<Group> groups, ToIntFunction<Group> number) {
        return groups.stream().mapToInt(number).sum();
    }

    private static OffsetDateTime oldest(List<Group> groups) {
        return groups.stream().map(Group::oldestDueAt).min(Comparator.naturalOrder()).orElse(null);
    }

    private List<BoardView.KindCount> kindCounts(List<Group> groups) {
        Map<String, List<Group>> byKind = new LinkedHashMap<>();
        Map<String, String> labels = kinds.labels();
        labels.keySet().forEach(code -> byKind.put(code, new ArrayList<>()));
        groups.forEach(group -> {
            WatchedKind kind = kinds.of(group.definitionId(), group.element());
            byKind.computeIfAbsent(kind.code(), code -> new ArrayList<>()).add(group);
            labels.putIfAbsent(kind.code(), kind.label());
        });
        return byKind.entrySet().stream().filter(each -> !each.getValue().isEmpty()).map(each -> new BoardView.KindCount(each.getKey(),
                labels.get(each.getKey()), sum(each.getValue(), Group::late), sum(each.getValue(), Group::soon), oldest(each.getValue()))).toList();
    }

    private static List<BoardView.StepCount> stepCounts(List<LateReports> late) {
        return Arrays.stream(LateStep.values()).map(step -> new BoardView.StepCount(step.name(), step.label(),
                late.stream().filter(each -> step.name().equals(each.step())).mapToInt(LateReports::count).sum())).toList();
    }

    private static List<BoardView.ReceiverCount> receiverCounts(List<LateReports> late) {
        Map<Long, List<LateReports>> byReceiver = late.stream().collect(Collectors.groupingBy(LateReports::receiverId, LinkedHashMap::new, Collectors.toList()));
        return byReceiver.values().stream().map(each -> new BoardView.ReceiverCount(each.get(0).receiverId(), each.get(0).receiver(),
                        each.stream().mapToInt(LateReports::count).sum()))
                .sorted(Comparator.comparingInt(BoardView.ReceiverCount::count).reversed()).toList();
    }
}
