package vn.dusinhhoat.duty.rotation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who owes a visit.
 *
 * @param homeCellId  never visited (II.2d)
 * @param days        spans of the period in which it is owed
 * @param busy        days on which the visitor is elsewhere: other visits, the meeting of the own cell (ruling A3)
 * @param lastVisits  day of the last visit by cell
 * @param areas       units the visitor is in charge of; empty means all below the unit of the post
 */
public record Visitor(Long dutyId, Long personId, Long homeCellId, List<Span> days, Set<LocalDate> busy, Map<Long, LocalDate> lastVisits,
                      Set<Long> areas) {

    /** Days in Vietnam; both ends count. */
    public record Span(LocalDate from, LocalDate to) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** By the duty: everything else hangs on it, and comparing it would take longer than the search for a cell. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Visitor visitor && visitor.dutyId.equals(dutyId);
    }

    @Override
    public int hashCode() {
        return dutyId.hashCode();
    }

    boolean isFreeOn(LocalDate day) {
        return !busy.contains(day) && days.stream().anyMatch(span -> span.contains(day));
    }
}
