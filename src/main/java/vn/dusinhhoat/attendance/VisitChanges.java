package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** What happens to a visit besides its report: moved, not attended, not held, ended (situations C1, C2, C5, C8). */
@Service
public class VisitChanges {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, 'ngày' dd/MM/yyyy");
    private static final int LONGEST_NOTE = 500;
    private static final Duration FARTHEST = Duration.ofDays(190);
    private static final Duration LONGEST_AGO = Duration.ofDays(31);

    private final AttendanceRepositories.Visits visits;
    private final AttendanceRepositories.Reports reports;
    private final Organization organization;
    private final Deadlines deadlines;
    private final VisitLog log;
    private final VisitProcess process;
    private final Clock clock;

    VisitChanges(AttendanceRepositories.Visits visits, AttendanceRepositories.Reports reports, Organization organization,
                 Deadlines deadlines, VisitLog log, VisitProcess process, Clock clock) {
        this.visits = visits;
        this.reports = reports;
        this.organization = organization;
        this.deadlines = deadlines;
        this.log = log;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The meeting takes place at another time. Until the report is sent; then task and limit follow the new day.
     *
     * @param meetingAt new start of the meeting
     * @param reason    Vietnamese
     * @throws RuleViolation when the report has been sent, the visit is over, the time is the old one or far away, or no
     *                       reason is given
     */
    @Transactional
    public void move(Long visitId, Instant meetingAt, String reason, String actor) {
        deadlines.waitForChange();
        Visit visit = changeable(visitId);
        String why = note(reason, "Đề nghị đồng chí ghi lý do đổi lịch.");
        Instant now = clock.instant();
        if (meetingAt.isBefore(now.minus(LONGEST_AGO)) || meetingAt.isAfter(now.plus(FARTHEST))) {
            throw new RuleViolation("Ngày họp mới quá xa: ghi ngày trong vòng 31 ngày vừa qua hoặc 6 tháng tới.");
        }
        if (meetingAt.equals(visit.meetingAt())) {
            throw new RuleViolation("Ngày, giờ họp mới trùng ngày, giờ đã có: ghi ngày, giờ khác.");
        }
        String before = MOMENT.format(inVietnam(visit.meetingAt()));
        visit.move(meetingAt);
        log.record(visitId, actor, VisitEvent.Kind.MOVED, "Từ " + before + " sang " + MOMENT.format(inVietnam(meetingAt)) + "; lý do: " + why);
        visits.saveAndFlush(visit);
        process.moved(visitId);
    }

    /**
     * The visitor cannot or could not attend; somebody else decides whether that is excused.
     *
     * @param note Vietnamese, optional except for "Lý do khác"
     * @throws RuleViolation when the report has been sent, the visit is over, or the reason is missing
     */
    @Transactional
    public void reportAbsence(Long visitId, AbsenceReason reason, String note, String actor) {
        Visit visit = changeable(visitId);
        if (reason == null) {
            throw new RuleViolation("Đề nghị đồng chí chọn lý do không dự được.");
        }
        String said = note == null || note.isBlank() ? null : note.strip();
        if (reason == AbsenceReason.OTHER || said != null && said.length() > LONGEST_NOTE) {
            said = note(note, "Đề nghị đồng chí ghi rõ lý do, tối đa 500 ký tự.");
        }
        visit.reportAbsence(reason, said);
        closeReport(visitId);
        log.record(visitId, actor, VisitEvent.Kind.ABSENCE_REPORTED, reason.label());
        visits.saveAndFlush(visit);
        process.absent(visitId);
    }

    /**
     * Somebody else's decision about an absence.
     *
     * @throws RuleViolation when it is one's own, or nothing waits for a decision
     */
    @Transactional
    public void decideAbsence(Long visitId, boolean excused, String actor) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state() == VisitState.ABSENCE_PENDING)
                .orElseThrow(() -> new RuleViolation("Việc này không còn chờ xem xét: tải lại danh sách công việc."));
        if (actor != null && actor.equals(organization.person(visit.personId()).userId())) {
            throw new RuleViolation("Đồng chí không tự xem xét lý do của mình: bấm \"Trả lại\" để đồng chí khác xem xét.");
        }
        visit.absenceDecided(excused);
        log.record(visitId, actor, VisitEvent.Kind.ABSENCE_DECIDED, visit.state().label()
                + (actor == null ? ", không có ý kiến sau thời hạn" : ""));
        visits.saveAndFlush(visit);
    }

    /**
     * The visitor came and the cell did not meet: no report, no miss.
     *
     * @throws RuleViolation before the evening of the meeting, or when the report has been sent
     */
    @Transactional
    public void notHeld(Long visitId, String note, String actor) {
        Visit visit = changeable(visitId);
        if (visit.state() != VisitState.ATTENDED) {
            throw new RuleViolation("Chưa đến buổi họp: nếu chi bộ đổi ngày thì bấm Đổi lịch dự.");
        }
        visit.notHeld();
        closeReport(visitId);
        log.record(visitId, actor, VisitEvent.Kind.NOT_HELD, note(note, "Đề nghị đồng chí ghi vì sao chi bộ không họp."));
        visits.saveAndFlush(visit);
        process.notHeld(visitId);
    }

    /** Nothing is owed any more before the meeting: post left, exempt, suspended; shown without a reason (situation C18). */
    @Transactional
    public void end(Long visitId) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting()).orElseThrow();
        // On the evening itself the case is on its way to the report already: whoever attended reports.
        if (process.ended(visitId)) {
            visit.end();
            log.record(visitId, null, VisitEvent.Kind.ENDED, "Kết thúc do thay đổi nhiệm vụ, tổ chức");
            visits.saveAndFlush(visit);
        }
    }

    private Visit changeable(Long visitId) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting() || found.state() == VisitState.ATTENDED)
                .orElseThrow(() -> new RuleViolation("Lượt dự này đã kết thúc: tải lại danh sách để xem trạng thái mới nhất."));
        if (reports.findForChange(visitId).filter(report -> report.submittedAt() != null || !report.state().isOpen()).isPresent()) {
            throw new RuleViolation("Báo cáo của lượt này đã gửi: rút lại báo cáo rồi sửa, hoặc liên hệ nơi nhận báo cáo.");
        }
        return visit;
    }

    private void closeReport(Long visitId) {
        reports.findForChange(visitId).ifPresent(report -> {
            report.notApplicable();
            reports.saveAndFlush(report);
        });
    }

    private static String note(String text, String sentence) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new RuleViolation(sentence);
        }
        return text.strip();
    }

    private static ZonedDateTime inVietnam(Instant moment) {
        return moment.atZone(TimeZones.VIETNAM);
    }
}
