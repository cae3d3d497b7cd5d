package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** What happens to the date and place of a visit: agreed, moved, not held, ended (situations C1, C2, C8, C20). */
@Service
public class VisitChanges {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm, 'ngày' dd/MM/yyyy").withZone(TimeZones.VIETNAM);

    private final AttendanceRepositories.Visits visits;
    private final OpenVisits open;
    private final VisitRules rules;
    private final Organization organization;
    private final Deadlines deadlines;
    private final VisitLog log;
    private final VisitProcess process;
    private final Clock clock;

    VisitChanges(AttendanceRepositories.Visits visits, OpenVisits open, VisitRules rules, Organization organization,
                 Deadlines deadlines, VisitLog log, VisitProcess process, Clock clock) {
        this.visits = visits;
        this.open = open;
        this.rules = rules;
        this.organization = organization;
        this.deadlines = deadlines;
        this.log = log;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The meeting takes place at another time or the visit goes to another cell. Until the report is sent; then task and
     * limit follow the new day.
     *
     * @param cellId    null leaves the cell as it is
     * @param meetingAt new start of the meeting
     * @param reason    Vietnamese
     * @throws RuleViolation when the report has been sent, the visit is over, nothing changes, the time is far away, the
     *                       cell is no cell to visit, or no reason is given
     */
    @Transactional
    public void move(Long visitId, Long cellId, Instant meetingAt, String reason, String actor) {
        deadlines.waitForChange();
        Visit visit = open.changeable(visitId);
        String why = OpenVisits.note(reason, "Đề nghị đồng chí ghi lý do đổi lịch, tối đa 500 ký tự.");
        rules.requireNear(meetingAt);
        Long newCell = Objects.requireNonNullElse(cellId, visit.cellId());
        boolean sameCell = newCell.equals(visit.cellId());
        if (sameCell && meetingAt.equals(visit.meetingAt())) {
            throw new RuleViolation("Ngày, giờ họp mới trùng ngày, giờ đã có: ghi ngày, giờ khác.");
        }
        PartyUnit cell = rules.visitable(visit.personId(), newCell, meetingAt);
        String what = "Từ " + MOMENT.format(visit.meetingAt()) + " sang " + MOMENT.format(meetingAt)
                + (sameCell ? "" : ", " + cell.name()) + "; lý do: " + why;
        visit.move(newCell, meetingAt);
        log.record(visitId, actor, VisitEvent.Kind.MOVED, what);
        visits.saveAndFlush(visit);
        process.moved(visitId);
    }

    /**
     * The cell has agreed to the date, as the visitor was told on the phone (rulings B3).
     *
     * @throws RuleViolation when the meeting is no longer to come
     */
    @Transactional
    public void agree(Long visitId, String actor) {
        Visit visit = open.changeable(visitId);
        if (!visit.state().isWaiting()) {
            throw new RuleViolation("Buổi họp đã diễn ra: không cần thống nhất lịch nữa.");
        }
        agree(visit, visit.meetingAt(), actor);
        process.agreed(visitId);
    }

    /**
     * The same in the task to agree on the date, where another date may have come out. The case is left to go on by itself.
     *
     * @param meetingAt as agreed, to the minute; null for the date as it stands
     * @return whether the meeting takes place at another time now
     * @throws RuleViolation when the date is not open any more, or the time is past, far away or after the cell's end
     */
    @Transactional
    public boolean settleDate(Long visitId, Instant meetingAt, String actor) {
        deadlines.waitForChange();
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isDateOpen()).orElseThrow(() -> new RuleViolation(
                "Thời gian buổi họp này đã được thống nhất hoặc lượt dự đã kết thúc: xem ở trang Lượt dự của tôi."));
        if (meetingAt == null || meetingAt.equals(visit.meetingAt().truncatedTo(ChronoUnit.MINUTES))) {
            agree(visit, visit.meetingAt(), actor);
            return false;
        }
        if (meetingAt.isBefore(clock.instant())) {
            throw new RuleViolation("Ngày, giờ họp mới đã qua: ghi ngày, giờ sắp tới.");
        }
        rules.requireNear(meetingAt);
        rules.visitable(visit.personId(), visit.cellId(), meetingAt);
        agree(visit, meetingAt, actor);
        return true;
    }

    private void agree(Visit visit, Instant meetingAt, String actor) {
        String moved = meetingAt.equals(visit.meetingAt()) ? ""
                : ": từ " + MOMENT.format(visit.meetingAt()) + " sang " + MOMENT.format(meetingAt);
        visit.agree(meetingAt);
        log.record(visit.id(), actor, VisitEvent.Kind.AGREED, "Đã thống nhất qua điện thoại với chi ủy" + moved);
        visits.saveAndFlush(visit);
    }

    /**
     * The commune has confirmed when the cell meets (rulings B3, situations C20 and C23): the visit follows.
     *
     * @return whether the time of the visit changed
     */
    @Transactional
    public boolean followCell(Long visitId, Instant meetingAt, String actor) {
        deadlines.waitForChange();
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting()).orElseThrow();
        boolean moved = !meetingAt.equals(visit.meetingAt());
        String before = MOMENT.format(visit.meetingAt());
        visit.agree(meetingAt);
        log.record(visitId, actor, VisitEvent.Kind.AGREED, "Đảng ủy nơi có chi bộ xác nhận lịch họp: "
                + (moved ? "từ " + before + " sang " : "") + MOMENT.format(meetingAt));
        visits.saveAndFlush(visit);
        if (moved) {
            process.moved(visitId);
        } else {
            process.agreed(visitId);
        }
        return moved;
    }

    /**
     * The visitor came and the cell did not meet: no report, no miss.
     *
     * @throws RuleViolation before the evening of the meeting, or when the report has been sent
     */
    @Transactional
    public void notHeld(Long visitId, String note, String actor) {
        Visit visit = open.changeable(visitId);
        if (visit.state() != VisitState.ATTENDED) {
            throw new RuleViolation("Chưa đến buổi họp: nếu chi bộ đổi ngày thì bấm Đổi lịch dự.");
        }
        visit.notHeld();
        open.closeReport(visitId);
        log.record(visitId, actor, VisitEvent.Kind.NOT_HELD,
                OpenVisits.note(note, "Đề nghị đồng chí ghi vì sao chi bộ không họp, tối đa 500 ký tự."));
        visits.saveAndFlush(visit);
        process.notHeld(visitId);
    }

    /**
     * Nothing is owed any more, neither visit nor report: post left, exempt, suspended, deceased; shown without a reason
     * (situation C18).
     */
    @Transactional
    public void end(Long visitId) {
        end(visitId, "Kết thúc do thay đổi nhiệm vụ, tổ chức");
    }

    /** The cell has become the visitor's own before the meeting (II.2d, situations C13 and C19). */
    @Transactional
    public void endAtOwnCell(Long visitId) {
        end(visitId, "Chi bộ đến dự nay là chi bộ nơi đồng chí sinh hoạt: lượt dự kết thúc, cần phân công chi bộ khác");
    }

    private void end(Long visitId, String why) {
        Visit visit = open.changeable(visitId);
        if (process.ended(visitId)) {
            visit.end();
            open.closeReport(visitId);
            log.record(visitId, null, VisitEvent.Kind.ENDED, why);
            visits.saveAndFlush(visit);
        }
    }

    /** The cell ended before the meeting: the visit goes to whoever took it over, at the same time (situation C13). */
    @Transactional
    public void followSuccessor(Long visitId) {
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting()).orElseThrow();
        PartyUnit successor = organization.inForce(visit.cellId(), visit.meetingDay());
        log.record(visitId, null, VisitEvent.Kind.MOVED, "Chi bộ sáp nhập, chia tách: từ "
                + organization.nameOf(visit.cellId(), visit.meetingDay()) + " sang " + successor.name());
        visit.takeOver(successor.id());
        visits.saveAndFlush(visit);
        process.cellTakenOver(visitId);
    }

    /** A plan in force says where the visit goes (III.1a). A meeting that is over, or called off, stays as it is. */
    @Transactional
    public void followPlan(Long visitId, Long cellId, Instant meetingAt) {
        deadlines.waitForChange();
        Visit visit = visits.findForChange(visitId).filter(found -> found.state().isWaiting()).orElse(null);
        if (visit == null || visit.cellId().equals(cellId) && visit.meetingAt().equals(meetingAt)) {
            return;
        }
        PartyUnit cell = rules.visitable(visit.personId(), cellId, meetingAt);
        log.record(visitId, null, VisitEvent.Kind.MOVED, "Theo kế hoạch năm đã thống nhất: từ " + MOMENT.format(visit.meetingAt()) + " sang "
                + MOMENT.format(meetingAt) + ", " + cell.name());
        visit.followPlan(cellId, meetingAt);
        visits.saveAndFlush(visit);
        process.cellTakenOver(visitId);
    }

    /** A plan in force has taken the visit back. A meeting that is over, or called off, stays as it is. */
    @Transactional
    public void giveUp(Long visitId) {
        if (visits.findForChange(visitId).filter(found -> found.state().isWaiting()).isPresent()) {
            end(visitId, "Kế hoạch năm điều chỉnh: rút lượt dự này");
        }
    }
}
