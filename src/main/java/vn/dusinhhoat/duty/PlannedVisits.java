package vn.dusinhhoat.duty;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Visits that plans in force foresee. Implemented where plans live. */
public interface PlannedVisits {

    /** Where somebody goes; meeting in Vietnam. */
    record PlannedVisit(Long cellId, LocalDateTime meetingAt) {

        /** The plan has taken the visit back: the rotation finds another one. */
        public static final PlannedVisit WITHDRAWN = new PlannedVisit(null, null);
    }

    /**
     * A visit beyond the one that is owed; meeting in Vietnam.
     *
     * @param unitCode  unit whose plan it is
     * @param visitId   null until the visit is made
     * @param withdrawn whether the plan has taken it back
     */
    record Further(Long lineId, Long personId, Long cellId, LocalDateTime meetingAt, String unitCode, Long visitId, boolean withdrawn) {
    }

    /** What plans in force say of these people in the period about the visit that is owed, by person. */
    Map<Long, PlannedVisit> in(Period period, Collection<Long> personIds);

    /** Lines with further visits of the period that are still to come and not made yet. */
    List<Long> furtherDue(Period period);

    /** Those of the lines that are still to be made, locked until the caller's transaction ends. */
    List<Further> takeFurther(Collection<Long> lineIds);

    /** These lines have their visits now, in the same order. */
    void furtherMade(List<Long> lineIds, List<Long> visitIds);

    /** Further visits of these people that are made already, as their plans in force say now. */
    List<Further> furtherOf(Collection<Long> personIds);
}
