package vn.dusinhhoat.duty;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;

/** Visits that plans in force foresee. Implemented where plans live. */
public interface PlannedVisits {

    /** Where somebody goes; meeting in Vietnam. */
    record PlannedVisit(Long cellId, LocalDateTime meetingAt) {

        /** The plan has taken the visit back: the rotation finds another one. */
        public static final PlannedVisit WITHDRAWN = new PlannedVisit(null, null);
    }

    /** What plans in force say of these people in the period, by person. */
    Map<Long, PlannedVisit> in(Period period, Collection<Long> personIds);
}
