package vn.dusinhhoat.calendar;

/** What a number of days on a diagram counts; a province decides (ADR 0002). */
public enum DayCount {
    /** All days; a last day that is not a working day moves to the next working day. */
    CALENDAR_DAYS,
    /** Working days only. */
    WORKING_DAYS
}
