package vn.dusinhhoat.attendance;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;

/** The host committee wants a visit to be looked at again, and what is decided about that (III.3b, ruling A6). */
@Service
public class HostObjections {

    private final AttendanceRepositories.Visits visits;
    private final OpenVisits open;
    private final Organization organization;
    private final VisitLog log;
    private final VisitProcess process;

    HostObjections(AttendanceRepositories.Visits visits, OpenVisits open, Organization organization, VisitLog log, VisitProcess process) {
        this.visits = visits;
        this.open = open;
        this.organization = organization;
        this.log = log;
        this.process = process;
    }

    /**
     * The clerk of the host committee says why the visit is not as it is written down.
     *
     * @param why Vietnamese; the staff of the visitor's unit read it
     * @throws RuleViolation when there is no reason, the meeting is still to come, the time has passed, or it was said already
     */
    @Transactional
    public void object(Long visitId, String why, String actor) {
        String reason = OpenVisits.note(why, "Đề nghị đồng chí ghi nội dung cần xem lại, tối đa 500 ký tự.");
        Visit visit = visits.findForChange(visitId)
                .filter(found -> found.state() == VisitState.ATTENDED && found.hostOpinion() == null)
                .orElseThrow(() -> new RuleViolation("Lượt dự này không còn chờ ý kiến: tải lại danh sách để xem trạng thái mới nhất."));
        visit.hostObjected(reason);
        log.record(visitId, actor, VisitEvent.Kind.HOST_OBJECTED, "Nơi có chi bộ đề nghị xem lại: " + reason);
        visits.saveAndFlush(visit);
        process.hostObjected(visitId);
    }

    /** Nobody said anything in time: agreed. */
    @Transactional
    public void agreeSilently(Long visitId) {
        Visit visit = visits.findForChange(visitId).orElseThrow();
        visit.hostSilent();
        log.record(visitId, null, VisitEvent.Kind.HOST_SILENT, HostOpinion.SILENT.label());
        visits.saveAndFlush(visit);
    }

    /**
     * What the staff of the visitor's unit decide.
     *
     * @param stands whether the visit counts nevertheless
     * @param actor  null when nobody decided in time
     * @throws RuleViolation when it is one's own visit, or nothing waits for a decision
     */
    @Transactional
    public void decide(Long visitId, boolean stands, String actor) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.hostOpinion() == HostOpinion.OBJECTED)
                .orElseThrow(() -> new RuleViolation("Việc này không còn chờ xem xét: tải lại danh sách công việc."));
        if (actor != null && actor.equals(organization.person(visit.personId()).userId())) {
            throw new RuleViolation("Đồng chí không tự xem xét lượt dự của mình: bấm \"Trả lại\" để đồng chí khác xem xét.");
        }
        visit.objectionDecided(stands);
        log.record(visitId, actor, VisitEvent.Kind.OBJECTION_DECIDED, visit.hostOpinion().label()
                + (actor == null ? ", không có ý kiến sau thời hạn" : ""));
        visits.saveAndFlush(visit);
    }

    /** The visit does not count: no report is owed any more; one that was sent stays with its receiver. */
    @Transactional
    public void closeReport(Long visitId) {
        open.closeReport(visitId);
    }
}
