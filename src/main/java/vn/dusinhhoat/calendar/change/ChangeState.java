package vn.dusinhhoat.calendar.change;

/** How far a change of the calendar has come. */
public enum ChangeState {
    /** Waits for the decision. */
    OPEN,
    /** Decided; days are being written and limits moved. */
    APPLYING,
    APPLIED,
    CANCELLED
}
