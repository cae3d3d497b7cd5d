package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.RuleViolation;

/** Absences, of one visit or of all visits of a span of days, and the decision about them (situation C5). */
@Service
public class Absences {

    private static final String NOTE_TOO_LONG = "Đề nghị đồng chí ghi rõ lý do, tối đa 500 ký tự.";
    private static final Set<AbsenceReason> OF_SPANS =
            Set.of(AbsenceReason.MISSION, AbsenceReason.SICK, AbsenceReason.STUDY, AbsenceReason.OTHER);
    private static final int LONGEST_SPAN_DAYS = 366;

    private final AttendanceRepositories.Visits visits;
    private final AbsenceEntries entries;
    private final OpenVisits open;
    private final Organization organization;
    private final VisitLog log;
    private final VisitProcess process;
    private final Clock clock;

    Absences(AttendanceRepositories.Visits visits, AbsenceEntries entries, OpenVisits open, Organization organization, VisitLog log,
             VisitProcess process, Clock clock) {
        this.visits = visits;
        this.entries = entries;
        this.open = open;
        this.organization = organization;
        this.log = log;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The visitor cannot or could not attend; somebody else decides whether that is excused.
     *
     * @param note     Vietnamese, optional except for "Lý do khác"
     * @param makeUp   whether the visitor offers to make up for it in the next period
     * @throws RuleViolation when the report has been sent, the visit is over, or the reason is missing
     */
    @Transactional
    public void report(Long visitId, AbsenceReason reason, String note, boolean makeUp, String actor) {
        Visit visit = open.changeable(visitId);
        absent(visit, reason, said(reason, note), makeUp, null, actor);
    }

    /**
     * The visitor is away for some days: every visit of these days that is still to come, and every one that is scheduled
     * into them later.
     *
     * @param from first day, in Vietnam
     * @param to   last day
     * @return how many visits it covers today
     * @throws RuleViolation when the span or the reason is none
     */
    @Transactional
    public int reportSpan(Long personId, LocalDate from, LocalDate to, AbsenceReason reason, String note, boolean makeUp, String actor) {
        if (reason == null || !OF_SPANS.contains(reason)) {
            throw new RuleViolation("Đề nghị đồng chí chọn lý do: đi công tác, ốm đau, đi học hoặc lý do khác.");
        }
        LocalDate today = LocalDate.now(clock);
        if (from == null || to == null || to.isBefore(from) || to.isBefore(today) || to.isAfter(from.plusDays(LONGEST_SPAN_DAYS))
                || from.isBefore(today.minusDays(31)) || from.isAfter(today.plusDays(LONGEST_SPAN_DAYS))) {
            throw new RuleViolation("Đề nghị đồng chí ghi từ ngày, đến ngày: đến ngày không trước từ ngày và chưa qua, tối đa một năm.");
        }
        String said = said(reason, note);
        AbsenceEntries.Entry entry = entries.store(personId, from, to, reason, said, makeUp, clock.instant());
        List<Long> covered = entries.waitingVisits(personId, from, to);
        covered.forEach(visitId -> absent(open.changeable(visitId), reason, said, makeUp, entry.id(), actor));
        return covered.size();
    }

    /** Planned visits that what was said beforehand covers: {@link #applyEntries} holds for each of them. */
    @Transactional(readOnly = true)
    public List<Long> plannedDuringAbsences() {
        return entries.plannedVisits(LocalDate.now(clock));
    }

    /** A visit was scheduled: if its visitor is away on that day, nothing more has to be said. */
    @Transactional
    public void applyEntries(Long visitId) {
        Visit visit = visits.findForChange(visitId).orElseThrow();
        entries.covering(visit.personId(), visit.meetingDay()).ifPresent(entry -> {
            absent(visit, entry.reason(), entry.note(), entry.carryOver(), entry.id(), null);
            if (entry.decision() != null) {
                decided(visit, entry.decision() == VisitState.EXCUSED, null);
                process.absenceDecided(visitId, entry.decision() == VisitState.EXCUSED, visit.carryOver());
            }
        });
    }

    /**
     * Somebody else's decision about an absence; it holds for all visits of the same span of days.
     *
     * @param actor null when nobody decided in time (ruling A6)
     * @return whether an excused visit is to be made up for in the next period
     * @throws RuleViolation when it is one's own, or nothing waits for a decision
     */
    @Transactional
    public boolean decide(Long visitId, boolean excused, String actor) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state() == VisitState.ABSENCE_PENDING)
                .orElseThrow(() -> new RuleViolation("Việc này không còn chờ xem xét: tải lại danh sách công việc."));
        if (actor != null && actor.equals(organization.person(visit.personId()).userId())) {
            throw new RuleViolation("Đồng chí không tự xem xét lý do của mình: bấm \"Trả lại\" để đồng chí khác xem xét.");
        }
        decided(visit, excused, actor);
        if (visit.absenceEntry() != null) {
            entries.decide(visit.absenceEntry(), excused);
            entries.pendingOf(visit.absenceEntry()).forEach(other -> {
                Visit same = visits.findForChange(other).orElseThrow();
                decided(same, excused, actor);
                process.absenceDecided(other, excused, same.carryOver());
            });
        }
        return visit.carryOver();
    }

    /** How many visits the same decision is about. */
    @Transactional(readOnly = true)
    public int decidedTogether(Visit visit) {
        return visit.absenceEntry() == null ? 1 : entries.pendingOf(visit.absenceEntry()).size();
    }

    private void absent(Visit visit, AbsenceReason reason, String note, boolean makeUp, Long entry, String actor) {
        visit.reportAbsence(reason, note, makeUp, entry);
        open.closeReport(visit.id());
        log.record(visit.id(), actor, VisitEvent.Kind.ABSENCE_REPORTED, reason.label() + (makeUp ? ", đề nghị dự bù kỳ sau" : ""));
        visits.saveAndFlush(visit);
        process.absent(visit.id());
    }

    private void decided(Visit visit, boolean excused, String actor) {
        visit.absenceDecided(excused);
        log.record(visit.id(), actor, VisitEvent.Kind.ABSENCE_DECIDED, visit.state().label()
                + (actor == null ? ", không có ý kiến sau thời hạn" : ""));
        visits.saveAndFlush(visit);
    }

    private static String said(AbsenceReason reason, String note) {
        if (reason == null) {
            throw new RuleViolation("Đề nghị đồng chí chọn lý do không dự được.");
        }
        return reason == AbsenceReason.OTHER ? OpenVisits.note(note, NOTE_TOO_LONG) : OpenVisits.optionalNote(note, NOTE_TOO_LONG);
    }
}
