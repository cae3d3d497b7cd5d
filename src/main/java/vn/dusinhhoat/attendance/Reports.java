package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForm;
import vn.dusinhhoat.attendance.form.ReportProblem;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.platform.RuleViolation;

/** The report of a visit: draft, submission, reception. */
@Service
public class Reports {

    private static final int LONGEST_REMARK = 2_000;

    private final AttendanceRepositories.Reports reports;
    private final Visits visits;
    private final Deadlines deadlines;
    private final AppliedExtensions extensions;
    private final VisitLog log;
    private final ReportVersions versions;
    private final FormOfReport forms;
    private final VisitProcess process;
    private final Clock clock;

    Reports(AttendanceRepositories.Reports reports, Visits visits, Deadlines deadlines, AppliedExtensions extensions,
            VisitLog log, ReportVersions versions, FormOfReport forms, VisitProcess process, Clock clock) {
        this.reports = reports;
        this.visits = visits;
        this.deadlines = deadlines;
        this.extensions = extensions;
        this.log = log;
        this.versions = versions;
        this.forms = forms;
        this.process = process;
        this.clock = clock;
    }

    /** Limit of the report of a visit for a span as written on the diagram, with the documents that give it more time. */
    @Transactional(readOnly = true)
    public Limit limitOf(Long visitId, Period span) {
        return deadlines.after(visits.get(visitId).limitStart(), span, () -> extensions.of(visitId));
    }

    /** Limit of a step that begins now: today is not counted. */
    @Transactional(readOnly = true)
    public Limit limitFromNow(Period span) {
        return deadlines.afterBeginning(LocalDate.now(clock), span);
    }

    /** The report task is there: keeps the limit that the diagram has set. */
    @Transactional
    public Limit open(Long visitId, Period span) {
        Limit limit = limitOf(visitId, span);
        Report report = reports.findForChange(visitId).orElse(null);
        if (report == null) {
            report = new Report(visitId, limit, span, forms.toStart(visits.get(visitId)));
        } else {
            report.reopen(limit, span);
        }
        reports.saveAndFlush(report);
        log.record(visitId, null, VisitEvent.Kind.REPORT_OPENED, limit.explanation());
        return limit;
    }

    @Transactional(readOnly = true)
    public Optional<Report> find(Long visitId) {
        return reports.findById(visitId);
    }

    /**
     * Saves what was typed so far, complete or not.
     *
     * @param basedOn the version the typing started from
     * @throws StaleDraft    when another device saved meanwhile; nothing is stored
     * @throws RuleViolation when the report has been sent already, or an answer does not fit the form
     */
    @Transactional
    public Report saveDraft(Long visitId, int basedOn, ReportAnswers answers) {
        Report report = openReport(visitId);
        if (report.draftVersion() != basedOn) {
            throw new StaleDraft();
        }
        report.saveDraft(forms.of(report).accept(answers), clock.instant());
        return reports.saveAndFlush(report);
    }

    /**
     * Sends the saved draft. The first submission decides whether the report was on time.
     *
     * @throws RuleViolation when the draft is not complete or the report has been sent already
     */
    @Transactional
    public Report submit(Long visitId, String actor) {
        Report report = openReport(visitId);
        requireComplete(report);
        Instant now = clock.instant();
        report.submit(actor, forms.of(report).sendable(report.answers()), now);
        log.record(visitId, actor, VisitEvent.Kind.REPORT_SUBMITTED, report.state().label()
                + (report.draftedBy() == null ? "" : ", bản thảo do đồng chí giúp việc soạn"));
        Report sent = reports.saveAndFlush(report);
        versions.keep(visitId, report.answers(), now, actor);
        return sent;
    }

    /** What is on paper only, or written by somebody else of the delegation, has no answers of its own to be checked. */
    private void requireComplete(Report report) {
        if (report.isWithoutContent() || report.isJoint()) {
            return;
        }
        forms.of(report).problemsOf(report.answers()).stream().findFirst().ifPresent(problem -> {
            throw new RuleViolation(problem.message());
        });
    }

    /**
     * The content is on paper only: number and day are kept, what was typed goes (ruling B7).
     *
     * @param day    of the paper, in Vietnam
     * @param number as on the paper
     * @throws RuleViolation when number or day are none, or the report has been sent
     */
    @Transactional
    public void sentOnPaper(Long visitId, LocalDate day, String number) {
        Report report = openReport(visitId);
        PaperReports.requirePaper(day, number, visits.get(visitId).meetingDay(), LocalDate.now(clock));
        report.onPaperOnly(day, number.strip());
        reports.saveAndFlush(report);
    }

    /**
     * An assistant has typed the report; it waits for the visitor, who confirms and sends it (situation C12).
     *
     * @throws RuleViolation when it is not complete or has been sent
     */
    @Transactional
    public void handToVisitor(Long visitId, String assistant) {
        Report report = openReport(visitId);
        requireComplete(report);
        if (report.submittedAt() == null) {
            report.toConfirm(assistant);
        }
        log.record(visitId, assistant, VisitEvent.Kind.DRAFTED, "Đồng chí giúp việc đã soạn, chờ đồng chí xác nhận và gửi");
        reports.saveAndFlush(report);
    }

    /** A step that the system has taken because nothing happened (rulings A7, B5). */
    @Transactional
    public void stepTaken(Long visitId, LadderStep step) {
        log.record(visitId, null, step.kind(), step.label());
        if (step.reached() != null) {
            climb(visitId, step.reached());
        }
    }

    /**
     * Staff have urged the visitor (ruling B5).
     *
     * @param note how, in Vietnamese; null without one
     */
    @Transactional
    public void urged(Long visitId, String actor, String note) {
        log.record(visitId, actor, VisitEvent.Kind.URGED, "Đôn đốc gửi báo cáo" + (note == null ? "" : ": " + note));
        climb(visitId, LateStep.URGED);
    }

    private void climb(Long visitId, LateStep step) {
        Report report = reports.findForChange(visitId).orElseThrow();
        report.climb(step);
        reports.saveAndFlush(report);
    }

    /** End of the ladder: there is no report. */
    @Transactional
    public void closeUnreported(Long visitId) {
        Report report = openReport(visitId);
        report.closeUnreported();
        log.record(visitId, null, VisitEvent.Kind.CLOSED_UNREPORTED, "Chốt kỳ: ghi nhận không báo cáo");
        reports.saveAndFlush(report);
    }

    /**
     * Keeps what the receiver wants to have added until the decision.
     *
     * @param request Vietnamese; the visitor reads it
     * @throws RuleViolation when it is too long, or the report no longer waits for its reception
     */
    @Transactional
    public void saveSupplementRequest(Long visitId, String actor, String request) {
        Report report = waitingReport(visitId, actor);
        if (request != null && request.length() > LONGEST_REMARK) {
            throw new RuleViolation("Nội dung đề nghị bổ sung dài quá 2.000 ký tự: đề nghị đồng chí rút gọn.");
        }
        report.request(request == null || request.isBlank() ? null : request.strip());
        reports.saveAndFlush(report);
    }

    /**
     * The receiver asks for more instead of receiving.
     *
     * @throws RuleViolation when nothing is said, or the report no longer waits for its reception
     */
    @Transactional
    public void askMore(Long visitId, String actor) {
        Report report = waitingReport(visitId, actor);
        if (report.supplementRequest() == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi nội dung cần bổ sung.");
        }
        report.askMore();
        log.record(visitId, actor, VisitEvent.Kind.MORE_ASKED, null);
        reports.saveAndFlush(report);
    }

    /**
     * The visitor takes the report back to correct it (situation C16).
     *
     * @throws RuleViolation when it has been received already, or is not the caller's
     */
    @Transactional
    public void withdraw(Long visitId, String actor) {
        Report report = reports.findForChange(visitId).filter(found -> found.state().isWaiting())
                .filter(found -> actor.equals(found.submittedBy()))
                .orElseThrow(() -> new RuleViolation("Báo cáo đã được tiếp nhận hoặc không còn ở nơi nhận:"
                        + " đề nghị đồng chí liên hệ nơi nhận báo cáo để đính chính."));
        report.withdraw();
        log.record(visitId, actor, VisitEvent.Kind.WITHDRAWN, "Rút lại để sửa");
        reports.saveAndFlush(report);
        process.withdrawn(visitId);
    }

    /** Nothing was added in time: the receiver gets the version that was sent before. */
    @Transactional
    public void keepSent(Long visitId) {
        Report report = openReport(visitId);
        report.keepSent(versions.bringBack(visitId));
        log.record(visitId, null, VisitEvent.Kind.SENT_REPORT_KEPT, "Không bổ sung: chuyển lại bản đã gửi");
        reports.saveAndFlush(report);
    }

    /** Nobody had anything to say for the whole span: the report counts as received (ruling A7). */
    @Transactional
    public void receiveSilently(Long visitId) {
        Report report = reports.findForChange(visitId).orElseThrow();
        report.receive(null, clock.instant());
        log.record(visitId, null, VisitEvent.Kind.REPORT_RECEIVED, "Hết hạn, nơi nhận không có ý kiến");
        reports.saveAndFlush(report);
    }

    /**
     * Keeps the receiver's optional remark on the quality of participation (ruling A7) until the reception.
     *
     * @throws RuleViolation when the remark is too long or the report no longer waits for its reception
     */
    @Transactional
    public void saveRemark(Long visitId, String actor, String remark) {
        Report report = waitingReport(visitId, actor);
        if (remark != null && remark.length() > LONGEST_REMARK) {
            throw new RuleViolation("Nhận xét dài quá 2.000 ký tự: đề nghị đồng chí rút gọn.");
        }
        report.remark(remark == null || remark.isBlank() ? null : remark.strip());
        reports.saveAndFlush(report);
    }

    /**
     * Takes note of a sent report for the receiving body.
     *
     * @throws RuleViolation when the actor is the visitor (nobody receives their own report) or there is nothing to
     *                       receive
     */
    @Transactional
    public Report receive(Long visitId, String actor) {
        Report report = waitingReport(visitId, actor);
        report.receive(actor, clock.instant());
        log.record(visitId, actor, VisitEvent.Kind.REPORT_RECEIVED, null);
        return reports.saveAndFlush(report);
    }

    private Report waitingReport(Long visitId, String receiver) {
        Report report = reports.findForChange(visitId)
                .filter(found -> found.state().isWaiting())
                .orElseThrow(() -> new RuleViolation("Báo cáo này không còn chờ tiếp nhận: tải lại danh sách công việc."));
        if (receiver.equals(report.submittedBy())) {
            throw new RuleViolation("Đồng chí không tự tiếp nhận báo cáo của mình:"
                    + " bấm \"Trả lại\" để đồng chí khác trong Thường trực tiếp nhận.");
        }
        return report;
    }

    private Report openReport(Long visitId) {
        Report report = reports.findForChange(visitId).orElseThrow();
        if (!report.state().isOpen()) {
            throw new RuleViolation("Báo cáo này đã gửi: tải lại danh sách công việc để xem trạng thái mới nhất.");
        }
        return report;
    }
}
