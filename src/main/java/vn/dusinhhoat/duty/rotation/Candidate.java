package vn.dusinhhoat.duty.rotation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cell that may be visited, and who comes already. */
public final class Candidate {

    private final Long cellId;
    private final List<Long> areas;
    private final int weight;
    private final List<LocalDateTime> meetings;
    private final Map<LocalDate, Integer> visitors = new HashMap<>();
    private LocalDate lastVisit;

    /**
     * @param weight   of its attributes, 0 to 5
     * @param meetings in Vietnam
     */
    public Candidate(Long cellId, List<Long> areas, int weight, List<LocalDateTime> meetings) {
        this.cellId = cellId;
        this.areas = areas;
        this.weight = weight;
        this.meetings = meetings;
    }

    /** Somebody of the same unit was or will be there on the day. */
    public void visitedOn(LocalDate day) {
        visitors.merge(day, 1, Integer::sum);
        if (lastVisit == null || lastVisit.isBefore(day)) {
            lastVisit = day;
        }
    }

    Long cellId() {
        return cellId;
    }

    List<Long> areas() {
        return areas;
    }

    int weight() {
        return weight;
    }

    /** Whether its area comes first (ruling A12). */
    boolean isSpecial() {
        return weight > 0;
    }

    List<LocalDateTime> meetings() {
        return meetings;
    }

    int visitorsOn(LocalDate day) {
        return visitors.getOrDefault(day, 0);
    }

    /** Visitors of the period's meetings together. */
    int visitors() {
        return meetings.stream().mapToInt(meeting -> visitorsOn(meeting.toLocalDate())).sum();
    }

    /** Null when nobody of the unit has ever been there. */
    LocalDate lastVisit() {
        return lastVisit;
    }
}
