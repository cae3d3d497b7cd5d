package vn.dusinhhoat.duty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.PlannedVisits.Further;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.TimeZones;

/** Visits that plans foresee beyond the one that is owed (ruling A2): they arise with the duties of their period, and belong to none. */
@Component
class FurtherVisits {

    private static final Logger LOG = LoggerFactory.getLogger(FurtherVisits.class);
    private static final int BATCH = 200;

    private final DuePeriods periods;
    private final PlannedVisits plans;
    private final VisitSchedule schedule;
    private final EngineCommands commands;

    FurtherVisits(DuePeriods periods, PlannedVisits plans, VisitSchedule schedule, EngineCommands commands) {
        this.periods = periods;
        this.plans = plans;
        this.schedule = schedule;
        this.commands = commands;
    }

    /** Makes those of the open periods that are still to come; one that cannot be made stops none of the others. */
    void create() {
        for (Period period : periods.current()) {
            List<Long> due = plans.furtherDue(period);
            for (int first = 0; first < due.size(); first += BATCH) {
                create(due.subList(first, Math.min(due.size(), first + BATCH)));
            }
        }
    }

    private void create(List<Long> lines) {
        try {
            commands.apart(() -> make(lines));
        } catch (RuntimeException e) {
            if (lines.size() == 1) {
                // It is tried again with the next batch, until its meeting is over.
                LOG.warn("Further visit of plan line {} could not be made: {}", lines.get(0), e.getClass().getSimpleName());
            } else {
                new ArrayList<>(lines).forEach(line -> create(List.of(line)));
            }
        }
    }

    private void make(List<Long> lines) {
        List<Further> taken = plans.takeFurther(lines);
        List<Long> visits = schedule.schedule(taken.stream().map(each -> new Planned(each.personId(), each.cellId(),
                each.meetingAt().atZone(TimeZones.VIETNAM).toInstant(), each.unitCode(), null)).toList());
        plans.furtherMade(taken.stream().map(Further::lineId).toList(), visits);
    }

    /** Those that exist go where the plans of these people say now; what the plans have taken back ends. */
    void follow(Collection<Long> personIds) {
        for (Further each : plans.furtherOf(personIds)) {
            if (each.withdrawn()) {
                schedule.giveUp(each.visitId());
            } else {
                schedule.follow(each.visitId(), each.cellId(), each.meetingAt().atZone(TimeZones.VIETNAM).toInstant());
            }
        }
    }
}
