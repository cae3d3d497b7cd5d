package vn.dusinhhoat.notification.mail;

import java.time.Instant;
import java.time.LocalDate;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.platform.TimeZones;

/** Whether a notice still says something true and useful when its turn comes (row T14). */
final class NoticeSense {

    enum Verdict { SEND, POSTPONE, SUPPRESS }

    private static final int NEWS_DAYS = 2;

    private NoticeSense() {
    }

    static Verdict of(DueNotice notice, Instant now) {
        if (!notice.reachable()) {
            return Verdict.SUPPRESS;
        }
        boolean useful = switch (notice.kind()) {
            case BEFORE_MEETING -> notice.coming() && isOn(notice.meetingAt(), notice.day()) && now.isBefore(notice.meetingAt());
            case MEETING_EVENING -> notice.coming() && notice.unsent() && isOn(notice.meetingAt(), notice.day())
                    && (notice.limitAt() == null ? now.isBefore(endOf(notice.day().plusDays(1))) : now.isBefore(notice.limitAt()));
            case BEFORE_LIMIT, AT_LIMIT -> notice.unsent() && notice.taskId() != null && notice.limitAt() != null
                    && isOn(notice.limitAt(), notice.day()) && now.isBefore(notice.limitAt());
            case CLERK_DIGEST -> isOn(now, notice.day());
            case URGED -> notice.taskId() != null && now.isBefore(endOf(notice.day().plusDays(NEWS_DAYS)));
            case PLAN_NEWS -> now.isBefore(endOf(notice.day().plusDays(NEWS_DAYS)));
        };
        if (!useful) {
            return Verdict.SUPPRESS;
        }
        // The link goes to the task; it comes a moment later when the meeting begins as late as the run.
        return notice.kind() == NoticeKind.MEETING_EVENING && notice.taskId() == null
                ? Verdict.POSTPONE : Verdict.SEND;
    }

    private static boolean isOn(Instant moment, LocalDate day) {
        return LocalDate.ofInstant(moment, TimeZones.VIETNAM).equals(day);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(TimeZones.VIETNAM).toInstant();
    }
}
