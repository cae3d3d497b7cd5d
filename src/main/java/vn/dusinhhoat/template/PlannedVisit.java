package vn.dusinhhoat.template;

import java.time.LocalDateTime;

/**
 * One line of a plan.
 *
 * @param memberKey tells the member from others of the same name
 * @param member    who goes
 * @param post      their post
 * @param period    the period it is owed for: "6 tháng đầu năm 2026"
 * @param meetingAt when the cell meets, in Vietnam; null while it has no date
 * @param cell      the cell visited
 * @param theme     what the meeting is about; may be null or empty
 */
public record PlannedVisit(String memberKey, String member, String post, String period, LocalDateTime meetingAt, PlannedCell cell,
                           String theme) {
}
