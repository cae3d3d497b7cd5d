package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.PlannedVisits.PlannedVisit;
import vn.dusinhhoat.duty.UnplacedDuties.Unplaced;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.duty.WaitingDuties.Waiting;
import vn.dusinhhoat.duty.rotation.Assignment;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/**
 * Opens periods: what is due, what every person owes in it, and the visits, a batch at a time. Each step may be
 * repeated, run twice at once or stop in the middle: what exists is not made again (rows T7 to T10).
 */
@Service
public class Cycle {

    private static final Logger LOG = LoggerFactory.getLogger(Cycle.class);
    private static final int BATCH = 200;
    private static final int MOST_NAMED = 5;
    /** When so many cells fail for somebody, it is not the cells. */
    private static final int MOST_CELLS_TRIED = 5;

    private final DuePeriods periods;
    private final OwedDuties owed;
    private final WaitingDuties waiting;
    private final Placing placing;
    private final VisitSchedule schedule;
    private final PlannedVisits plans;
    private final FurtherVisits further;
    private final EngineCommands commands;
    private final UnplacedDuties unplaced;
    private final Clock clock;

    Cycle(DuePeriods periods, OwedDuties owed, WaitingDuties waiting, Placing placing, VisitSchedule schedule, PlannedVisits plans, FurtherVisits further,
          EngineCommands commands, UnplacedDuties unplaced, Clock clock) {
        this.periods = periods;
        this.owed = owed;
        this.waiting = waiting;
        this.placing = placing;
        this.schedule = schedule;
        this.plans = plans;
        this.further = further;
        this.commands = commands;
        this.unplaced = unplaced;
        this.clock = clock;
    }

    /** Opens each period that is due, and brings those that are open in step with the organisation. */
    @Transactional
    public void listDuties() {
        List<Period> all = new ArrayList<>(periods.missing());
        periods.current().stream().filter(period -> !all.contains(period)).forEach(all::add);
        all.forEach(owed::list);
    }

    /**
     * Gives the next two hundred duties their cells, visits and cases. Something wrong with a person stops that one only,
     * something wrong with a cell nobody: the others are made one by one then.
     *
     * @return whether duties are left
     */
    public boolean createBatch() {
        List<Long> batch = waiting.next(BATCH);
        if (batch.isEmpty()) {
            // Duties come first: nobody loses the meeting that is owed to a visit beyond it.
            further.create();
            return false;
        }
        try {
            commands.apart(() -> create(batch, Set.of(), new HashSet<>()));
        } catch (RuntimeException e) {
            LOG.warn("A batch of {} duties failed ({}); they are made one by one", batch.size(), e.getClass().getSimpleName());
            Set<Long> poisoned = new HashSet<>();
            batch.forEach(duty -> createAlone(duty, poisoned));
        }
        boolean more = waiting.any();
        if (!more) {
            further.create();
        }
        schedule.absentOnes().forEach(this::applyAbsence);
        return more;
    }

    private void applyAbsence(Long visitId) {
        try {
            commands.apart(() -> schedule.applyAbsence(visitId));
        } catch (RuntimeException e) {
            // The visitor can still say it for this visit alone; the next batch tries again.
            LOG.warn("What was said about absences could not be applied to visit {}: {}", visitId, e.getClass().getSimpleName());
        }
    }

    /**
     * What fails at one cell is tried at others: if it goes well there, the cells are to blame, and must not stop those
     * whose turn it is next.
     *
     * @param poisoned cells that nobody can be sent to; grows
     */
    private void createAlone(Long dutyId, Set<Long> poisoned) {
        Set<Long> avoided = new HashSet<>(poisoned);
        RuntimeException cause = null;
        for (int cells = 0; cells < MOST_CELLS_TRIED; cells++) {
            Set<Long> chosen = new HashSet<>();
            try {
                commands.apart(() -> create(List.of(dutyId), avoided, chosen));
                if (cause != null && chosen.isEmpty()) {
                    break;
                }
                avoided.removeAll(poisoned);
                avoided.forEach(cell -> LOG.error("Nobody can be sent to cell {}", cell));
                poisoned.addAll(avoided);
                return;
            } catch (RuntimeException e) {
                cause = e;
                if (!avoided.addAll(chosen)) {
                    break;
                }
            }
        }
        notMade(dutyId, cause);
    }

    private void notMade(Long dutyId, RuntimeException cause) {
        if (cause instanceof RuleViolation) {
            commands.apart(() -> waiting.notPlaced(dutyId, cause.getMessage()));
            return;
        }
        // The cause may quote data of people; its kind and the number are enough to find it.
        LOG.error("Duty {} could not be made: {}", dutyId, cause.getClass().getName());
        commands.apart(() -> waiting.notPlaced(dutyId, "Chưa tạo được lượt dự (nhiệm vụ số " + dutyId
                + "): kiểm tra dữ liệu của đồng chí và của các chi bộ, rồi chạy lại."));
    }

    /**
     * @param avoided cells that nobody is sent to
     * @param chosen  is told the cells as soon as they are found, although making the visits may fail afterwards
     */
    private void create(List<Long> ids, Set<Long> avoided, Set<Long> chosen) {
        List<Waiting> taken = waiting.take(ids);
        Map<Long, Assignment> foreseen = foreseen(taken, avoided);
        foreseen.values().forEach(assignment -> chosen.add(assignment.cellId()));
        store(taken, foreseen);
        // Those of plans are there now: the others are spread around them.
        List<Waiting> others = taken.stream().filter(duty -> !foreseen.containsKey(duty.id())).toList();
        Placing.Result result = placing.place(others, avoided);
        result.assignments().values().forEach(assignment -> chosen.add(assignment.cellId()));
        store(others, result.assignments());
        result.problems().forEach(waiting::notPlaced);
    }

    /** What plans in force say (III.1a). A meeting that is over by now is left to the rotation. */
    private Map<Long, Assignment> foreseen(List<Waiting> taken, Set<Long> avoided) {
        Map<Long, Assignment> foreseen = new HashMap<>();
        taken.stream().collect(Collectors.groupingBy(Waiting::period)).forEach((period, same) -> {
            Map<Long, PlannedVisit> planned = plans.in(period, same.stream().map(Waiting::personId).toList());
            same.stream().filter(duty -> planned.getOrDefault(duty.personId(), PlannedVisit.WITHDRAWN) != PlannedVisit.WITHDRAWN)
                    .map(duty -> assignment(duty, planned.get(duty.personId())))
                    .filter(visit -> visit.meetingAt().isAfter(LocalDateTime.now(clock)) && !avoided.contains(visit.cellId()))
                    .forEach(visit -> foreseen.put(visit.dutyId(), visit));
        });
        return foreseen;
    }

    private static Assignment assignment(Waiting duty, PlannedVisit planned) {
        return new Assignment(duty.id(), planned.cellId(), planned.meetingAt(), false);
    }

    private void store(List<Waiting> duties, Map<Long, Assignment> assignments) {
        List<Waiting> placed = duties.stream().filter(duty -> assignments.containsKey(duty.id())).toList();
        if (!placed.isEmpty()) {
            List<Long> visits = schedule.schedule(placed.stream().map(duty -> planned(duty, assignments.get(duty.id()))).toList());
            waiting.placed(placed.stream().map(Waiting::id).toList(), visits);
        }
    }

    private Planned planned(Waiting duty, Assignment assignment) {
        return new Planned(duty.personId(), assignment.cellId(), assignment.meetingAt().atZone(TimeZones.VIETNAM).toInstant(),
                duty.unitCode(), assignment.late() ? LocalDate.now(clock) : null);
    }

    /**
     * Tries once more what had no visit: meanwhile somebody may have mended the data. Then looks whether every duty of
     * the open periods has its visit.
     *
     * @throws RuleViolation when some have none, with units, numbers and reasons: what a supervisor reads in Cockpit
     */
    public void requireComplete() {
        commands.apart(() -> unplaced.tryAgain(BATCH));
        createBatch();
        List<Unplaced> left = unplaced.all();
        if (!left.isEmpty()) {
            String named = left.stream().limit(MOST_NAMED).map(line -> line.unit() + ", " + line.period().label() + ": "
                    + line.duties() + " nhiệm vụ. " + line.problem()).collect(Collectors.joining(" "));
            throw new RuleViolation("Còn " + left.stream().mapToInt(Unplaced::duties).sum()
                    + " nhiệm vụ chưa xếp được chi bộ. " + named + " Sửa dữ liệu tổ chức rồi bấm chạy lại.");
        }
    }

    /** Whether anything ought to be open and is not, or waits for its visit. */
    @Transactional
    public boolean isBehind() {
        return !periods.missing().isEmpty() || waiting.any();
    }

    /**
     * Plans of these people have come into force: their visits of open periods that are still to come go where the plans
     * say, the others arise with the next batch.
     */
    @Transactional
    public void followPlans(Collection<Long> personIds) {
        for (Period period : periods.current()) {
            Map<Long, PlannedVisit> planned = plans.in(period, personIds);
            Map<Long, Long> visits = waiting.visitsOf(planned.keySet(), period);
            visits.forEach((person, visit) -> follow(visit, planned.get(person)));
        }
        further.follow(personIds);
        waiting.tryAgain(personIds);
    }

    private void follow(Long visitId, PlannedVisit planned) {
        if (planned == PlannedVisit.WITHDRAWN) {
            schedule.giveUp(visitId);
        } else if (planned.meetingAt().isAfter(LocalDateTime.now(clock))) {
            schedule.follow(visitId, planned.cellId(), planned.meetingAt().atZone(TimeZones.VIETNAM).toInstant());
        }
    }

    /** Opens a period before its day: an administrator's decision, or the first one of an installation. */
    @Transactional
    public void openEarly(Period period) {
        owed.list(period);
    }
}
