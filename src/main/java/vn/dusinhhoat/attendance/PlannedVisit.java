package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A visit that is to be made.
 *
 * @param meetingAt  start of the meeting
 * @param ownerUnit  code of the unit whose tenant its case belongs to
 * @param countsFrom day in Vietnam that its limits count from, when the system makes it after its meeting; else null
 */
public record PlannedVisit(Long personId, Long cellId, Instant meetingAt, String ownerUnit, LocalDate countsFrom) {
}
