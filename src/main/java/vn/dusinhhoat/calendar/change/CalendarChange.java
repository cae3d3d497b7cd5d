package vn.dusinhhoat.calendar.change;

import java.time.OffsetDateTime;

/**
 * One change of the calendar as it stands.
 *
 * @param startedBy  user id
 * @param decidedBy  user id; null when nobody has decided
 * @param finishedAt when it was applied or cancelled
 * @param movedCount limits that moved to another day when it was applied
 */
public record CalendarChange(Long id, ChangeState state, String startedBy, OffsetDateTime startedAt, String decidedBy,
                             OffsetDateTime finishedAt, int movedCount) {
}
