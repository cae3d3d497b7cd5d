package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.FormOfReport;
import vn.dusinhhoat.attendance.JointReports;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.ReportState;
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
import vn.dusinhhoat.organization.Person;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.TimeZones;

/** Puts a report together for the forms. */
@Component
class ReportViews {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm, 'ngày' dd/MM/yyyy").withZone(TimeZones.VIETNAM);

    private final Visits visits;
    private final JointReports joint;
    private final Reports reports;
    private final FormOfReport forms;
    private final ReportFiles files;
    private final VisitLog log;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;

    ReportViews(Visits visits, JointReports joint, Reports reports, FormOfReport forms, ReportFiles files, VisitLog log, Organization organization,
                Audit audit, Clock clock) {
        this.visits = visits;
        this.joint = joint;
        this.reports = reports;
        this.forms = forms;
        this.files = files;
        this.log = log;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /** The report as whoever has a task of it may see it. */
    @Transactional(readOnly = true)
    public ReportView of(VisitTask task) {
        boolean reads = task.work().writes() || task.work().receives();
        boolean correction = task.work() == Work.CORRECT || task.work() == Work.RECEIVE_CORRECTION;
        Report report = reports.find(task.visitId()).orElseThrow();
        return of(report, task.userId(), task.mine(), reads, correction, report.answers());
    }

    /** The report as whoever types it for the visitor may see it: from a draft, or empty for a paper. */
    @Transactional(readOnly = true)
    public ReportView forTyping(Long visitId, String userId, boolean fromDraft) {
        Report report = reports.find(visitId).orElseThrow();
        return of(report, userId, true, true, false, fromDraft ? report.answers() : ReportAnswers.EMPTY);
    }

    private ReportView of(Report report, String userId, boolean mine, boolean reads, boolean correction, ReportAnswers answers) {
        Visit visit = visits.get(report.visitId());
        audit.reading("visit", visit.id(), reads ? "report" : "report without its text");
        PartyUnit cell = organization.unit(visit.cellId());
        boolean toConfirm = report.state() == ReportState.TO_CONFIRM;
        boolean mayShare = reads && report.submittedAt() == null;
        return new ReportView(userId, mine, organization.person(visit.personId()).fullName(),
                organization.nameOf(cell.id(), visit.meetingDay()), cell.parent().name(), time(visit.meetingAt()), report.limitReason(),
                isLateNow(report), organization.body(visit.receiverId()).name(),
                report.state().label(), time(report.submittedAt()), time(report.savedAt()), report.draftVersion(),
                reads ? formOf(report, visit) : null, reads ? answers : ReportAnswers.EMPTY, report.remark(), report.supplementRequest(),
                mayShare ? joint.othersOf(visit.id()) : List.of(), toConfirm ? nameOf(report.draftedBy()) : null, paper(report),
                report.isJoint(), correction, correction ? "Gửi bản đính chính" : toConfirm ? "Xác nhận và gửi" : "Gửi báo cáo",
                storyOf(visit.id()));
    }

    private String nameOf(String userId) {
        return organization.personOfUser(userId).map(Person::fullName).orElse(userId);
    }

    private static String paper(Report report) {
        return report.paperDay() == null ? null
                : (report.paperNumber() == null ? "" : "số " + report.paperNumber() + ", ") + "ngày " + DAY.format(report.paperDay());
    }

    private ReportView.FormView formOf(Report report, Visit visit) {
        ReportForm form = forms.of(report);
        return new ReportView.FormView(form.definition(), form.rubric().sheets(), forms.prefilled(report, visit),
                form.scoresOf(report.answers()), files.of(visit.id()));
    }

    /** The same for whoever reads nothing else of it. */
    List<ReportView.Fact> readStory(Long visitId) {
        audit.reading("visit", visitId, "story");
        return storyOf(visitId);
    }

    /** What has happened, oldest first, in plain words. */
    List<ReportView.Fact> storyOf(Long visitId) {
        List<VisitEvent> events = log.storyOf(visitId);
        Map<String, String> names = organization.namesOfUsers(events.stream().map(VisitEvent::actor).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return events.stream().map(event -> fact(event, event.actor() == null ? "Hệ thống"
                : names.containsKey(event.actor()) ? "Đồng chí " + names.get(event.actor()) : "Quản trị hệ thống")).toList();
    }

    /** Whether sending it now is late; what is added to a report that was sent is not. */
    boolean isLateNow(Report report) {
        return report.submittedAt() == null && report.isLateAt(clock.instant());
    }

    private static ReportView.Fact fact(VisitEvent event, String who) {
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
        return new ReportView.Fact(time(event.at()), who, text);
    }

    static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment);
    }
}
