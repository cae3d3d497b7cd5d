package vn.dusinhhoat.calendar;

/** Which days a limit counts (ADR 0002). */
public enum Counting {
    /** Every day; a last day that is not a working day moves to the next working day. */
    CALENDAR_DAYS,
    /** Working days only. */
    WORKING_DAYS
}
