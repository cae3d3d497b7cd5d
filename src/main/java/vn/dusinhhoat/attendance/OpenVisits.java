package vn.dusinhhoat.attendance;

import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.RuleViolation;

/** What every change of a visit begins with: the visit, locked, if it may still be changed. */
@Component
class OpenVisits {

    private static final int LONGEST_NOTE = 500;

    private final AttendanceRepositories.Visits visits;
    private final AttendanceRepositories.Reports reports;

    OpenVisits(AttendanceRepositories.Visits visits, AttendanceRepositories.Reports reports) {
        this.visits = visits;
        this.reports = reports;
    }

    /**
     * The visit while nothing has been reported.
     *
     * @throws RuleViolation when the report has been sent or the visit is over
     */
    Visit changeable(Long visitId) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting() || found.state() == VisitState.ATTENDED)
                .orElseThrow(() -> new RuleViolation("Lượt dự này đã kết thúc: tải lại danh sách để xem trạng thái mới nhất."));
        if (reports.findForChange(visitId).filter(report -> report.submittedAt() != null || !report.state().isOpen()).isPresent()) {
            throw new RuleViolation("Báo cáo của lượt này đã gửi: rút lại báo cáo rồi sửa, hoặc liên hệ nơi nhận báo cáo.");
        }
        return visit;
    }

    /** No report is owed any more; what was typed stays. */
    void closeReport(Long visitId) {
        reports.findForChange(visitId).filter(report -> report.state().isOpen()).ifPresent(report -> {
            report.notApplicable();
            reports.saveAndFlush(report);
        });
    }

    /**
     * A short text that has to be there.
     *
     * @param sentence what is said when it is missing or longer than 500 characters
     */
    static String note(String text, String sentence) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new RuleViolation(sentence);
        }
        return text.strip();
    }

    /** A short text that may be missing. */
    static String optionalNote(String text, String sentence) {
        return text == null || text.isBlank() ? null : note(text, sentence);
    }
}
