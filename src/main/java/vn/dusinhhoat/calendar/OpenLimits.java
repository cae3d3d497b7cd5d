package vn.dusinhhoat.calendar;

import java.util.List;

/** Limits that wait for somebody, kept by another context and moved when the calendar changes. */
public interface OpenLimits {

    /** Every open limit that the change moves or would move if it still could. Nothing is stored. */
    List<MovedLimit> wouldMove(CalendarShift shift);

    /**
     * Moves the open limits with all that hangs on them, in the caller's transaction.
     *
     * @param actor user id of who decided the change
     * @param basis what the change rests on, for the record, in Vietnamese
     * @return how many moved to another day
     */
    int move(CalendarShift shift, String actor, String basis);
}
