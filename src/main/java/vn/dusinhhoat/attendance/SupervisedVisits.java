package vn.dusinhhoat.attendance;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;

/** What staff do about the visits of others that are late (III.3a, III.4b, ruling B5). Who may do it is for the caller to say. */
@Service
public class SupervisedVisits {

    private static final String NOTE_TOO_LONG = "Đề nghị đồng chí ghi lý do, tối đa 500 ký tự.";

    private final Visits visits;
    private final Reports reports;
    private final Absences absences;
    private final Organization organization;
    private final VisitLog log;
    private final VisitProcess process;

    SupervisedVisits(Visits visits, Reports reports, Absences absences, Organization organization, VisitLog log, VisitProcess process) {
        this.visits = visits;
        this.reports = reports;
        this.absences = absences;
        this.organization = organization;
        this.log = log;
        this.process = process;
    }

    /**
     * Urges the visitor: an open task to do so is done with it, and the ladder goes on as the diagram says; without one it
     * is written down all the same.
     *
     * @param note how, in Vietnamese; null without one
     * @throws RuleViolation when it is one's own report, or nothing is left to be sent
     */
    @Transactional
    public void urge(Long visitId, String note, String actor) {
        requireAnother(visitId, actor, "Đồng chí không tự đôn đốc mình.");
        String said = OpenVisits.optionalNote(note, NOTE_TOO_LONG);
        if (reports.find(visitId).filter(report -> report.state().isOpen()).isEmpty()) {
            throw new RuleViolation("Báo cáo này đã gửi hoặc không còn phải gửi: tải lại danh sách.");
        }
        if (!process.urged(visitId, actor, said)) {
            reports.urged(visitId, actor, said);
        }
    }

    /**
     * "Ghi nhận có lý do": decides about an absence that was reported, or writes one down for the visitor and excuses it.
     *
     * @param reason why the visitor did not attend; of no effect when they have said it themselves
     * @param note   Vietnamese
     * @throws RuleViolation when it is one's own visit, the report has been sent, or something is missing
     */
    @Transactional
    public void excuse(Long visitId, AbsenceReason reason, String note, String actor) {
        requireAnother(visitId, actor, "Đồng chí không tự xem xét lý do của mình: đề nghị đồng chí khác ghi nhận.");
        String said = OpenVisits.note(note, NOTE_TOO_LONG);
        if (visits.get(visitId).state() != VisitState.ABSENCE_PENDING) {
            absences.report(visitId, reason, said, false, actor);
        }
        process.excused(visitId, actor);
        log.record(visitId, actor, VisitEvent.Kind.ABSENCE_DECIDED, "Lý do ghi nhận: " + said);
    }

    /**
     * Keeps that a task about the visit has gone to somebody else.
     *
     * @param detail which task, to whom and why, in Vietnamese
     */
    @Transactional
    public void handedOver(Long visitId, String detail, String actor) {
        log.record(visitId, actor, VisitEvent.Kind.HANDED_OVER, detail);
    }

    private void requireAnother(Long visitId, String actor, String sentence) {
        if (actor.equals(organization.person(visits.get(visitId).personId()).userId())) {
            throw new RuleViolation(sentence);
        }
    }
}
