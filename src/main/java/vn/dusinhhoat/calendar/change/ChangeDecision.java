package vn.dusinhhoat.calendar.change;

/** What a person decides about a change of the calendar. */
public enum ChangeDecision {
    APPLY,
    CANCEL
}
