package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.VisitSchedule.Cell;
import vn.dusinhhoat.duty.VisitSchedule.UnitVisit;
import vn.dusinhhoat.duty.VisitSchedule.Visited;
import vn.dusinhhoat.duty.WaitingDuties.Waiting;
import vn.dusinhhoat.duty.rotation.Assignment;
import vn.dusinhhoat.duty.rotation.Candidate;
import vn.dusinhhoat.duty.rotation.Rotation;
import vn.dusinhhoat.duty.rotation.SpecialShare;
import vn.dusinhhoat.duty.rotation.Visitor;

/** Finds cells for duties, unit by unit, from what is known about people, cells and earlier visits; stores nothing. */
@Component
class Placing {

    /** Where the duties would go, and why the others would go nowhere. */
    record Result(Map<Long, Assignment> assignments, Map<Long, String> problems) {
    }

    private final VisitSchedule schedule;
    private final WaitingDuties duties;
    private final Clock clock;

    Placing(VisitSchedule schedule, WaitingDuties duties, Clock clock) {
        this.schedule = schedule;
        this.duties = duties;
        this.clock = clock;
    }

    /** Visits found in earlier periods of the same call: the rotation goes on from them; and the share of special areas by unit. */
    private record Carried(List<UnitVisit> ofUnits, List<Visited> ofPeople, Map<Long, SpecialShare> shares) {
    }

    /** @param avoided cells that nobody is sent to */
    Result place(List<Waiting> waiting, Set<Long> avoided) {
        Result result = new Result(new HashMap<>(), new HashMap<>());
        Carried carried = new Carried(new ArrayList<>(), new ArrayList<>(), waiting.stream()
                .collect(Collectors.groupingBy(Waiting::unitId, Collectors.collectingAndThen(Collectors.summingInt(duty -> 1), SpecialShare::new))));
        Comparator<Period> inTurn = Comparator.comparing(Period::firstDay).thenComparing(Period::cadence);
        waiting.stream().collect(Collectors.groupingBy(Waiting::period, () -> new TreeMap<>(inTurn), Collectors.toList()))
                .forEach((period, same) -> place(period, same, avoided, result, carried));
        return result;
    }

    private void place(Period period, List<Waiting> waiting, Set<Long> avoided, Result result, Carried carried) {
        Map<Long, List<Waiting>> units = waiting.stream().collect(Collectors.groupingBy(Waiting::unitId));
        List<Cell> cells = schedule.cellsBelow(units.keySet(), period).stream().filter(cell -> !avoided.contains(cell.id())).toList();
        Map<Long, List<UnitVisit>> visits = Stream.concat(schedule.visitsFor(units.keySet(), period).stream(), carried.ofUnits().stream())
                .collect(Collectors.groupingBy(UnitVisit::unitId));
        Map<Long, Visitor> visitors = visitors(period, waiting, carried);
        units.forEach((unit, own) -> {
            List<Visitor> ofUnit = own.stream().map(duty -> visitors.get(duty.id())).toList();
            Rotation rotation = new Rotation(ofUnit, candidates(unit, cells, visits.getOrDefault(unit, List.of())), LocalDateTime.now(clock),
                    carried.shares().get(unit));
            rotation.assign().forEach(assignment -> result.assignments().put(assignment.dutyId(), assignment));
            ofUnit.stream().filter(visitor -> !result.assignments().containsKey(visitor.dutyId()))
                    .forEach(visitor -> result.problems().put(visitor.dutyId(), rotation.whyNot(visitor)));
        });
        waiting.stream().filter(duty -> result.assignments().containsKey(duty.id())).forEach(duty -> {
            Assignment goes = result.assignments().get(duty.id());
            carried.ofUnits().add(new UnitVisit(duty.unitId(), goes.cellId(), goes.meetingAt().toLocalDate()));
            carried.ofPeople().add(new Visited(duty.personId(), goes.cellId(), goes.meetingAt().toLocalDate()));
        });
    }

    private static List<Candidate> candidates(Long unit, List<Cell> cells, List<UnitVisit> visits) {
        Map<Long, Candidate> candidates = cells.stream().filter(cell -> cell.areas().contains(unit))
                .collect(Collectors.toMap(Cell::id, cell -> new Candidate(cell.id(), cell.areas(), cell.weight(), cell.meetings())));
        visits.stream().filter(visit -> candidates.containsKey(visit.cellId()))
                .forEach(visit -> candidates.get(visit.cellId()).visitedOn(visit.day()));
        return new ArrayList<>(candidates.values());
    }

    private Map<Long, Visitor> visitors(Period period, List<Waiting> waiting, Carried carried) {
        Set<Long> people = waiting.stream().map(Waiting::personId).collect(Collectors.toSet());
        Map<Long, Set<Long>> areas = duties.areasOf(people, period);
        Map<Long, Map<Long, LocalDate>> last = new HashMap<>();
        Stream.concat(schedule.lastVisitsOf(people, period).stream(), carried.ofPeople().stream()).forEach(visit ->
                last.computeIfAbsent(visit.personId(), person -> new HashMap<>()).put(visit.cellId(), visit.day()));
        Map<Long, Set<LocalDate>> ownMeetings = meetingDays(waiting.stream().map(Waiting::homeCellId).collect(Collectors.toSet()), period);
        Map<Long, Set<LocalDate>> elsewhere = schedule.visitsIn(people, period).stream()
                .collect(Collectors.groupingBy(Visited::personId, Collectors.mapping(Visited::day, Collectors.toSet())));
        return waiting.stream().collect(Collectors.toMap(Waiting::id, duty -> {
            Set<LocalDate> busy = new HashSet<>(ownMeetings.getOrDefault(duty.homeCellId(), Set.of()));
            busy.addAll(elsewhere.getOrDefault(duty.personId(), Set.of()));
            return new Visitor(duty.id(), duty.personId(), duty.homeCellId(), duty.days(), busy,
                    last.getOrDefault(duty.personId(), Map.of()), areas.getOrDefault(duty.personId(), Set.of()));
        }));
    }

    private Map<Long, Set<LocalDate>> meetingDays(Collection<Long> cellIds, Period period) {
        return schedule.cells(cellIds, period).stream().collect(Collectors.toMap(Cell::id,
                cell -> cell.meetings().stream().map(LocalDateTime::toLocalDate).collect(Collectors.toSet())));
    }
}
