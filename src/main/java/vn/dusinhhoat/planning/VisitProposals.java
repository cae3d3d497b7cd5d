package vn.dusinhhoat.planning;

import java.time.LocalDateTime;
import java.util.List;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.Period;

/** Finds cells and dates for a year's visits. The rotation does it; a solver may take its place. */
public interface VisitProposals {

    /**
     * Where somebody could go; meeting in Vietnam.
     *
     * @param why in Vietnamese, at most 300 characters
     */
    record Proposed(Long personId, Period period, Long cellId, LocalDateTime meetingAt, String why) {
    }

    /** A cell and a date for each as far as there are any, for people of one unit; nothing is stored. */
    List<Proposed> propose(Long unitId, List<AnnualDuties.Owed> owed);
}
