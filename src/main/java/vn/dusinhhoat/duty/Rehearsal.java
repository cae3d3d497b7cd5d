package vn.dusinhhoat.duty;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.OwedDuties.Owed;
import vn.dusinhhoat.duty.WaitingDuties.Waiting;
import vn.dusinhhoat.duty.rotation.Assignment;

/** What opening the next period would make, without making it: before duties begin, and before each change of them. */
@Service
public class Rehearsal {

    /**
     * A unit in the next period.
     *
     * @param owed     people who would owe a visit
     * @param placed   of these, who would get a cell
     * @param cells    different cells they would go to
     * @param problems why the others would get none, with how many people each
     */
    public record UnitPlan(Long unitId, String unit, int owed, int placed, int cells, Map<String, Integer> problems) {
    }

    /** A person in the next period; meeting in Vietnam, both null when there is a problem. */
    public record Line(String person, String cell, LocalDateTime meetingAt, String problem) {
    }

    /** The next period of a cadence, unit by unit. */
    public record Plan(String period, List<UnitPlan> units) {
    }

    private record Trial(List<Owed> owed, Placing.Result result) {
    }

    private final DuePeriods periods;
    private final OwedDuties owed;
    private final Placing placing;
    private final JdbcClient sql;

    Rehearsal(DuePeriods periods, OwedDuties owed, Placing placing, JdbcClient sql) {
        this.periods = periods;
        this.owed = owed;
        this.placing = placing;
        this.sql = sql;
    }

    /** Every unit in which somebody would owe a visit. */
    @Transactional
    public Plan plan(Cadence cadence) {
        Period period = periods.next(cadence);
        Trial trial = attempt(period, null);
        Map<Long, List<Integer>> units = new LinkedHashMap<>();
        for (int n = 0; n < trial.owed().size(); n++) {
            units.computeIfAbsent(trial.owed().get(n).unitId(), unit -> new ArrayList<>()).add(n);
        }
        return new Plan(period.label(), units.values().stream().map(people -> unitPlan(trial, people)).toList());
    }

    /** Everybody of one unit. */
    @Transactional
    public List<Line> lines(Cadence cadence, Long unitId) {
        Trial trial = attempt(periods.next(cadence), unitId);
        Map<Long, String> cells = names(trial.result().assignments().values().stream().map(Assignment::cellId).toList());
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < trial.owed().size(); n++) {
            Assignment goes = trial.result().assignments().get(key(n));
            lines.add(new Line(trial.owed().get(n).name(), goes == null ? null : cells.get(goes.cellId()), goes == null ? null : goes.meetingAt(),
                    trial.result().problems().get(key(n))));
        }
        return lines;
    }

    private Trial attempt(Period period, Long unitId) {
        List<Owed> all = owed.wouldOwe(period).stream().filter(each -> unitId == null || each.unitId().equals(unitId)).toList();
        List<Waiting> waiting = new ArrayList<>();
        for (int n = 0; n < all.size(); n++) {
            Owed each = all.get(n);
            waiting.add(new Waiting(key(n), each.personId(), each.unitId(), each.unitCode(), each.homeCellId(), period, WaitingDuties.spans(each.days())));
        }
        return new Trial(all, placing.place(waiting, Set.of()));
    }

    /** Duties that do not exist have no id; their place in the list stands for it. */
    private static Long key(int place) {
        return -1L - place;
    }

    private static UnitPlan unitPlan(Trial trial, List<Integer> people) {
        Owed first = trial.owed().get(people.get(0));
        List<Assignment> placed = people.stream().map(n -> trial.result().assignments().get(key(n))).filter(java.util.Objects::nonNull).toList();
        Map<String, Integer> problems = new TreeMap<>();
        people.stream().map(n -> trial.result().problems().get(key(n))).filter(java.util.Objects::nonNull)
                .forEach(problem -> problems.merge(problem, 1, Integer::sum));
        return new UnitPlan(first.unitId(), first.unitName(), people.size(), placed.size(),
                (int) placed.stream().map(Assignment::cellId).distinct().count(), problems);
    }

    private Map<Long, String> names(List<Long> cells) {
        return sql.sql("select id, name from party_unit where id = any(:ids)").param("ids", cells.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
