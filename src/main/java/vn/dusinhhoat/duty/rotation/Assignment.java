package vn.dusinhhoat.duty.rotation;

import java.time.LocalDateTime;

/**
 * Who goes where.
 *
 * @param meetingAt in Vietnam
 * @param late      whether the meeting is over already: the system stood still when it should have planned it
 */
public record Assignment(Long dutyId, Long cellId, LocalDateTime meetingAt, boolean late) {
}
