package vn.dusinhhoat.attendance;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.RuleViolation;

/** A report that was received is corrected; every version is kept (situation C16). */
@Service
public class Corrections {

    private final AttendanceRepositories.Reports reports;
    private final Visits visits;
    private final ReportVersions versions;
    private final ReportRouting routing;
    private final VisitLog log;
    private final VisitProcess process;

    Corrections(AttendanceRepositories.Reports reports, Visits visits, ReportVersions versions, ReportRouting routing, VisitLog log,
                VisitProcess process) {
        this.reports = reports;
        this.visits = visits;
        this.versions = versions;
        this.routing = routing;
        this.log = log;
        this.process = process;
    }

    /**
     * The visitor wants to correct the report; a task to do so appears.
     *
     * @param reason Vietnamese
     * @throws RuleViolation when it has not been received yet, was given on paper only, or no reason is given
     */
    @Transactional
    public void start(Long visitId, String reason, String actor) {
        String why = OpenVisits.note(reason, "Đề nghị đồng chí ghi lý do đính chính, tối đa 500 ký tự.");
        Report report = reports.findForChange(visitId)
                .filter(found -> found.state() == ReportState.RECEIVED && !found.isWithoutContent())
                .orElseThrow(() -> new RuleViolation("Báo cáo này chưa được tiếp nhận hoặc chỉ có bản giấy:"
                        + " khi chưa tiếp nhận thì bấm Rút lại để sửa."));
        report.correct();
        log.record(visitId, actor, VisitEvent.Kind.CORRECTION_STARTED, "Đính chính báo cáo; lý do: " + why);
        reports.saveAndFlush(report);
        process.correct(visitId, routing.ownerOf(visits.get(visitId)).code(), false);
    }

    /** No correction came in time: what was received stays. */
    @Transactional
    public void drop(Long visitId) {
        Report report = reports.findForChange(visitId).filter(found -> found.state() == ReportState.TO_CORRECT).orElseThrow();
        report.keepReceived(versions.bringBack(visitId));
        log.record(visitId, null, VisitEvent.Kind.CORRECTION_DROPPED, "Không gửi bản đính chính: giữ bản đã tiếp nhận");
        reports.saveAndFlush(report);
    }
}
