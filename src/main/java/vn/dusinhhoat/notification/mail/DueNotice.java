package vn.dusinhhoat.notification.mail;

import java.time.Instant;
import java.time.LocalDate;
import vn.dusinhhoat.notification.NoticeKind;

/**
 * A notice whose turn it is, with what is true at this moment.
 *
 * @param reachable  whether the person still has an address, a duty and no exemption
 * @param meetingAt  null for a digest
 * @param coming     whether the meeting is still to come or took place; false once the visit is excused, moved away, ended
 * @param unsent     whether the report is still to be sent; true where there is none yet
 * @param limitAt    null while none is known
 * @param taskId     open task to send the report, or the one that is urged; null when there is none
 * @param task       title of the task that is urged; null for everything else
 * @param place      name of the cell, or of the committee of the digest's unit
 * @param news       what is told of a plan, Vietnamese; null for everything else
 * @param year       of the plan
 * @param commune    the cell's commune as in running text; null for a digest
 */
record DueNotice(long id, NoticeKind kind, LocalDate day, String messageId, int attempts, Instant writtenAt, String name, String email,
                 boolean reachable, Instant meetingAt, boolean coming, boolean unsent, Instant limitAt, String taskId, String task,
                 String place, String commune, String news, int year, int dueToday, int late, int toReceive) {
}
