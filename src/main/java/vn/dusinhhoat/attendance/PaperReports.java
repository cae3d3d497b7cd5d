package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;

/** Reports that came on paper and are entered by the clerk of the receiver, also after the ladder's end (situation C24). */
@Service
public class PaperReports {

    private static final int LONGEST_NUMBER = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AttendanceRepositories.Reports reports;
    private final Visits visits;
    private final ReportVersions versions;
    private final FormOfReport forms;
    private final ReportRouting routing;
    private final Organization organization;
    private final VisitLog log;
    private final VisitProcess process;
    private final Clock clock;

    PaperReports(AttendanceRepositories.Reports reports, Visits visits, ReportVersions versions, FormOfReport forms,
                 ReportRouting routing, Organization organization, VisitLog log, VisitProcess process, Clock clock) {
        this.reports = reports;
        this.visits = visits;
        this.versions = versions;
        this.forms = forms;
        this.routing = routing;
        this.organization = organization;
        this.log = log;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Enters a report on paper.
     *
     * @param answers what stands on the paper; {@link ReportAnswers#EMPTY} keeps number and day only (ruling B7)
     * @param arrival day on which the paper came, in Vietnam: it decides whether the report was on time
     * @param number  of the paper; optional when the answers are there
     * @throws RuleViolation when a report has been sent or is being written by the visitor, the answers are not complete,
     *                       or the day is none
     */
    @Transactional
    public void enter(Long visitId, ReportAnswers answers, LocalDate arrival, String number, String clerk) {
        Report report = reports.findForChange(visitId)
                .filter(found -> found.submittedAt() == null && found.state() != ReportState.NOT_APPLICABLE)
                .orElseThrow(() -> new RuleViolation("Lượt dự này không còn chờ báo cáo: tải lại danh sách."));
        if (report.savedAt() != null && report.state() != ReportState.NOT_REPORTED) {
            throw new RuleViolation("Báo cáo này đang được soạn trên hệ thống: đề nghị liên hệ đồng chí đó trước khi nhập bản giấy.");
        }
        Visit visit = visits.get(visitId);
        boolean numberOnly = answers.equals(ReportAnswers.EMPTY);
        requirePaper(arrival, numberOnly || number != null && !number.isBlank() ? number : "-", visit.meetingDay(), LocalDate.now(clock));
        ReportAnswers content = numberOnly ? answers : forms.of(report).sendable(forms.of(report).accept(answers));
        if (!numberOnly) {
            forms.of(report).problemsOf(content).stream().findFirst().ifPresent(problem -> {
                throw new RuleViolation(problem.message());
            });
        }
        Instant now = clock.instant();
        boolean caseIsOver = report.state() == ReportState.NOT_REPORTED;
        report.saveDraft(content, now);
        String visitor = organization.person(visit.personId()).userId();
        String sender = visitor == null ? clerk : visitor;
        report.enterFromPaper(sender, clerk, arrival, number == null || number.isBlank() ? null : number.strip(), now);
        log.record(visitId, clerk, VisitEvent.Kind.PAPER_ENTERED,
                "Nhập báo cáo giấy đến ngày " + DAY.format(arrival) + (report.onTime() ? ", đúng hạn" : ", quá hạn"));
        reports.saveAndFlush(report);
        versions.keep(visitId, content, now, sender);
        if (caseIsOver) {
            process.correct(visitId, routing.ownerOf(visit).code(), true);
        } else {
            process.paperReported(visitId);
        }
    }

    /** A paper has a number and a day between the meeting and today. */
    static void requirePaper(LocalDate day, String number, LocalDate meeting, LocalDate today) {
        if (number == null || number.isBlank() || number.strip().length() > LONGEST_NUMBER) {
            throw new RuleViolation("Đề nghị đồng chí ghi số của bản giấy, tối đa 50 ký tự.");
        }
        if (day == null || day.isBefore(meeting) || day.isAfter(today)) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày của bản giấy: từ ngày họp đến hôm nay.");
        }
    }
}
