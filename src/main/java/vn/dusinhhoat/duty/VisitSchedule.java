package vn.dusinhhoat.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Meetings that can be visited, and the visits that duties get. Implemented where visits live. */
public interface VisitSchedule {

    /**
     * A residential cell that exists in the period.
     *
     * @param areas    units above it, the commune first
     * @param weight   highest weight of its attributes as an area, 0 to 5 (ruling A12); its commune's count, too
     * @param meetings when it meets in the period, in Vietnam: as confirmed, else by its usual day
     */
    record Cell(Long id, List<Long> areas, int weight, List<LocalDateTime> meetings) {
    }

    /** A visit that takes place or took place; day in Vietnam. */
    record Visited(Long personId, Long cellId, LocalDate day) {
    }

    /** A visit for a duty in the unit; day in Vietnam. */
    record UnitVisit(Long unitId, Long cellId, LocalDate day) {
    }

    /**
     * A visit to be.
     *
     * @param unitCode   unit that owns the case
     * @param countsFrom day that the limit counts from when the meeting is over already; else null
     */
    record Planned(Long personId, Long cellId, Instant meetingAt, String unitCode, LocalDate countsFrom) {
    }

    /** Residential cells below the units in the period; a cell once for all of them. */
    List<Cell> cellsBelow(Collection<Long> unitIds, Period period);

    /** When these cells meet in the period, whatever kind of cell they are: people's own cells. */
    List<Cell> cells(Collection<Long> cellIds, Period period);

    /** For each person and cell the last visit up to the end of the period, of these people only. */
    List<Visited> lastVisitsOf(Collection<Long> personIds, Period period);

    /** For each unit and cell the last visit of somebody's duty in that unit up to the end of the period, and each in the period. */
    List<UnitVisit> visitsFor(Collection<Long> unitIds, Period period);

    /** Days of the period on which these people visit somebody already. */
    List<Visited> visitsIn(Collection<Long> personIds, Period period);

    /**
     * Stores the visits and starts their cases, all or none, in the caller's transaction.
     *
     * @return their ids, in the same order
     * @throws vn.dusinhhoat.platform.RuleViolation when one of them breaks a rule
     */
    List<Long> schedule(List<Planned> visits);

    /** Visits on days for which their visitors have said beforehand that they are away (situation C5). */
    List<Long> absentOnes();

    /** What the visitor has said beforehand holds for this visit; once more changes nothing. */
    void applyAbsence(Long visitId);

    /** The visit goes where a plan in force says, unless its meeting is over; nobody's report is touched. */
    void follow(Long visitId, Long cellId, Instant meetingAt);

    /** A plan has taken the visit back: it ends, unless its meeting is over, and its duty is open again. */
    void giveUp(Long visitId);
}
