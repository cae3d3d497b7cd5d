package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.FormOfReport;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.attendance.files.ReportFiles;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForm;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.attendance.process.VisitTasks.Work;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.TimeZones;

/** Puts a report together for the forms. */
@Component
class ReportViews {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm, 'ngày' dd/MM/yyyy").withZone(TimeZones.VIETNAM);

    private final Visits visits;
    private final Reports reports;
    private final FormOfReport forms;
    private final ReportFiles files;
    private final VisitLog log;
    private final Organization organization;
    private final Clock clock;

    ReportViews(Visits visits, Reports reports, FormOfReport forms, ReportFiles files, VisitLog log, Organization organization,
                Clock clock) {
        this.visits = visits;
        this.reports = reports;
        this.forms = forms;
        this.files = files;
        this.log = log;
        this.organization = organization;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReportView of(VisitTask task) {
        Long visitId = task.visitId();
        Visit visit = visits.get(visitId);
        Report report = reports.find(visitId).orElseThrow();
        PartyUnit cell = organization.unit(visit.cellId());
        boolean reads = task.work() == Work.WRITE || task.work() == Work.RECEIVE;
        return new ReportView(task.userId(), task.mine(), organization.person(visit.personId()).fullName(),
                cell.name(), cell.parent().name(), time(visit.meetingAt()), report.limitReason(),
                isLateNow(report), organization.body(visit.receiverId()).name(),
                report.state().label(), time(report.submittedAt()), time(report.savedAt()), report.draftVersion(),
                reads ? formOf(report, visit) : null, reads ? report.answers() : ReportAnswers.EMPTY, report.remark(), report.supplementRequest(),
                storyOf(visitId));
    }

    private ReportView.FormView formOf(Report report, Visit visit) {
        ReportForm form = forms.of(report);
        return new ReportView.FormView(form.definition(), form.rubric().sheets(), forms.prefilled(report, visit),
                form.scoresOf(report.answers()), files.of(visit.id()));
    }

    /** What has happened, oldest first, in plain words. */
    List<ReportView.Fact> storyOf(Long visitId) {
        return log.storyOf(visitId).stream().map(ReportViews::fact).toList();
    }

    /** Whether sending it now is late; what is added to a report that was sent is not. */
    boolean isLateNow(Report report) {
        return report.submittedAt() == null && report.isLateAt(clock.instant());
    }

    private static ReportView.Fact fact(VisitEvent event) {
        String detail = event.detail() == null ? "" : ": " + event.detail();
        String text = switch (event.kind()) {
            case SCHEDULED -> "Đã có lịch dự" + detail;
            case REPORT_ROUTED -> "Nơi nhận báo cáo" + detail;
            case REPORT_OPENED -> "Giao việc gửi báo cáo. " + event.detail();
            case REPORT_SUBMITTED -> "Gửi báo cáo" + detail;
            case MORE_ASKED -> "Nơi nhận đề nghị bổ sung";
            case REPORT_RECEIVED -> "Đã tiếp nhận báo cáo" + detail;
            default -> event.detail();
        };
        return new ReportView.Fact(time(event.at()), text);
    }

    static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment);
    }
}
