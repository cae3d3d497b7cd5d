package vn.dusinhhoat.supervision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.supervision.BoardTables.Group;

/** Units as a tree, as far as somebody sees. */
@Component
class BoardUnits {

    private static final String SEEN = """
            select u.code, u.name, u.level, p.code as parent from party_unit u left join party_unit p on p.id = u.parent_id
            where u.level <> 'CELL' and (:everything or u.code = any(:units)) order by u.name collate vietnamese, u.code""";

    private record Unit(String code, String name, String level, String parent) {
    }

    /** Late and due soon. */
    private record Count(int late, int soon) {

        Count plus(Count other) {
            return new Count(late + other.late, soon + other.soon);
        }
    }

    private final JdbcClient sql;

    BoardUnits(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The unit and what lies below it, as far as it is seen.
     *
     * @throws NotFound when the unit itself is not
     */
    Set<String> below(Sight sight, String code) {
        Map<String, List<Unit>> children = children(sight);
        if (children.values().stream().flatMap(List::stream).noneMatch(unit -> unit.code().equals(code))) {
            throw new NotFound("Không có đơn vị này, hoặc đơn vị ngoài phạm vi của đồng chí: chọn lại trong danh sách.");
        }
        Set<String> found = new HashSet<>();
        collect(code, children, found);
        return found;
    }

    private static void collect(String code, Map<String, List<Unit>> children, Set<String> found) {
        if (found.add(code)) {
            children.getOrDefault(code, List.of()).forEach(child -> collect(child.code(), children, found));
        }
    }

    /** Units with something in or below them, parents first. */
    List<BoardView.UnitCount> counted(Sight sight, List<Group> groups) {
        Map<String, Count> own = new HashMap<>();
        groups.stream().filter(group -> group.unit() != null)
                .forEach(group -> own.merge(group.unit(), new Count(group.late(), group.soon()), Count::plus));
        Map<String, List<Unit>> children = children(sight);
        List<BoardView.UnitCount> counted = new ArrayList<>();
        children.getOrDefault("", List.of()).forEach(top -> add(top, null, children, own, counted));
        return counted;
    }

    /** Adds the unit and what is below it, if there is anything to count. */
    private static Count add(Unit unit, String parent, Map<String, List<Unit>> children, Map<String, Count> own, List<BoardView.UnitCount> counted) {
        int place = counted.size();
        Count itself = own.getOrDefault(unit.code(), new Count(0, 0));
        Count all = itself;
        for (Unit child : children.getOrDefault(unit.code(), List.of())) {
            all = all.plus(add(child, unit.code(), children, own, counted));
        }
        if (all.late() + all.soon() > 0) {
            counted.add(place, new BoardView.UnitCount(unit.code(), unit.name(), unit.level(), parent, itself.late(), itself.soon(), all.late(), all.soon()));
        }
        return all;
    }

    /** By the code of the unit above; under the empty one what has no unit above that is seen. */
    private Map<String, List<Unit>> children(Sight sight) {
        List<Unit> seen = sql.sql(SEEN).param("everything", sight.everything()).param("units", sight.units().toArray(String[]::new))
                .query((row, n) -> new Unit(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list();
        Set<String> codes = new HashSet<>();
        seen.forEach(unit -> codes.add(unit.code()));
        Map<String, List<Unit>> children = new LinkedHashMap<>();
        seen.forEach(unit -> children.computeIfAbsent(codes.contains(unit.parent()) ? unit.parent() : "", code -> new ArrayList<>()).add(unit));
        return children;
    }
}
