package vn.dusinhhoat.calendar.change;

import java.time.LocalDate;
import vn.dusinhhoat.calendar.SpecialDay;

/**
 * What becomes of one day.
 *
 * @param before null for a day that was an ordinary one
 * @param after  null for a day that becomes an ordinary one
 */
public record ChangedDay(LocalDate day, SpecialDay before, SpecialDay after) {
}
