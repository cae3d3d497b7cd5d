package vn.dusinhhoat.duty;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Duty.Planning;
import vn.dusinhhoat.duty.VisitSchedule.Cell;
import vn.dusinhhoat.duty.WaitingDuties.Waiting;
import vn.dusinhhoat.duty.rotation.Assignment;
import vn.dusinhhoat.duty.rotation.Visitor.Span;
import vn.dusinhhoat.organization.UnitLevel;

/** What members with an own plan owe in a year, where they may go, and a proposal for it (III.1a, II.1a, ruling A1). */
@Service
public class AnnualDuties {

    /**
     * A visit that somebody owes in the year.
     *
     * @param days spans of the period on which it is owed
     */
    public record Owed(Long personId, Long homeCellId, Period period, List<Days> days) {
    }

    /** Both ends count. */
    public record Days(LocalDate from, LocalDate to) {
    }

    /** Where somebody could go; meeting in Vietnam. */
    public record Proposed(Long personId, Period period, Long cellId, LocalDateTime meetingAt) {
    }

    private final OwedDuties owed;
    private final DutyTable table;
    private final Placing placing;
    private final WaitingDuties waiting;
    private final VisitSchedule schedule;
    private final Cycle cycle;
    private final CycleProcess process;
    private final DutyStarts starts;

    AnnualDuties(OwedDuties owed, DutyTable table, Placing placing, WaitingDuties waiting, VisitSchedule schedule, Cycle cycle, CycleProcess process,
                 DutyStarts starts) {
        this.owed = owed;
        this.table = table;
        this.placing = placing;
        this.waiting = waiting;
        this.schedule = schedule;
        this.cycle = cycle;
        this.process = process;
        this.starts = starts;
    }

    /** Levels whose committee members write their own plan. */
    @Transactional
    public List<UnitLevel> levelsWithOwnPlan() {
        return ownPlans().map(DutyTable.Row::level).distinct().toList();
    }

    /** What is owed by own plan in the year for posts in the unit, in the order of periods; empty where nobody writes a plan. */
    @Transactional
    public List<Owed> owedIn(Long unitId, UnitLevel level, int year) {
        return ownPlans().filter(row -> row.level() == level).map(row -> row.duty().cadence()).distinct()
                .flatMap(cadence -> periodsOf(cadence, year)).flatMap(period -> owed.inUnit(unitId, period).stream()
                        .map(each -> new Owed(each.personId(), each.homeCellId(), period, days(each.days())))).toList();
    }

    private Stream<DutyTable.Row> ownPlans() {
        return table.rows().stream().filter(row -> row.duty().planning() == Planning.OWN_PLAN);
    }

    private static Stream<Period> periodsOf(Cadence cadence, int year) {
        return Stream.iterate(new Period(cadence, YearMonth.of(year, 1)), period -> period.first().getYear() == year, Period::next);
    }

    private static List<Days> days(String multirange) {
        return WaitingDuties.spans(multirange).stream().map(span -> new Days(span.from(), span.to())).toList();
    }

    /**
     * A cell and date for each, as far as there are any: special areas first and more often, in turn, everybody where
     * they have not been for longest. Nothing is stored.
     */
    @Transactional(readOnly = true)
    public List<Proposed> propose(Long unitId, List<Owed> year) {
        List<Waiting> all = new ArrayList<>();
        for (Owed each : year) {
            all.add(new Waiting((long) all.size(), each.personId(), unitId, null, each.homeCellId(), each.period(),
                    each.days().stream().map(days -> new Span(days.from(), days.to())).toList()));
        }
        Map<Long, Assignment> found = placing.place(all, Set.of()).assignments();
        return all.stream().filter(each -> found.containsKey(each.id())).map(each -> new Proposed(each.personId(), each.period(),
                found.get(each.id()).cellId(), found.get(each.id()).meetingAt())).toList();
    }

    /** Residential cells below the unit with their meetings of the period. */
    @Transactional(readOnly = true)
    public List<Cell> cellsBelow(Long unitId, Period period) {
        return schedule.cellsBelow(List.of(unitId), period);
    }

    /** These cells, whatever kind they are. */
    @Transactional(readOnly = true)
    public List<Cell> cells(Collection<Long> cellIds, Period period) {
        return schedule.cells(cellIds, period);
    }

    /** When these cells meet in the period, by cell; a cell that is no more has no entry. */
    @Transactional(readOnly = true)
    public Map<Long, List<LocalDateTime>> meetingsOf(Collection<Long> cellIds, Period period) {
        return schedule.cells(cellIds, period).stream().collect(Collectors.toMap(Cell::id, Cell::meetings));
    }

    /** Plans of these people have come into force, or changed: see {@link Cycle#followPlans}. */
    @Transactional
    public void followPlans(Collection<Long> personIds) {
        if (starts.earliest().isPresent()) {
            cycle.followPlans(personIds);
            process.begin();
        }
    }

    /** The plan has taken these further visits back: they end unless their meetings are over. */
    @Transactional
    public void giveUp(Collection<Long> visitIds) {
        visitIds.forEach(schedule::giveUp);
    }

    /** Last visits of these people up to the end of the period, by cell. */
    @Transactional(readOnly = true)
    public List<VisitSchedule.Visited> lastVisitsOf(Collection<Long> personIds, Period period) {
        return schedule.lastVisitsOf(personIds, period);
    }

    /** Last visits for duties in the unit, and each in the period. */
    @Transactional(readOnly = true)
    public List<VisitSchedule.UnitVisit> visitsFor(Long unitId, Period period) {
        return schedule.visitsFor(List.of(unitId), period);
    }

    /** Units that these people are in charge of in the period. */
    public Map<Long, Set<Long>> areasOf(Collection<Long> personIds, Period period) {
        return waiting.areasOf(personIds, period);
    }
}
