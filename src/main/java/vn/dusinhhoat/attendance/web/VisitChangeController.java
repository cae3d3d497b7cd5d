package vn.dusinhhoat.attendance.web;

import java.time.LocalDateTime;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Corrections;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitableCells;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.platform.Typed;

/** What the visitor does with one visit of their own. Another's visit does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/visits/{id}")
class VisitChangeController {

    /**
     * Another time or cell of the meeting, as typed.
     *
     * @param cellId    null leaves the cell
     * @param meetingAt date and time in Vietnam
     */
    record Move(Long cellId, LocalDateTime meetingAt, @Typed("lý do đổi lịch") String reason) {
    }

    record Absence(AbsenceReason reason, @Typed("lý do không dự") String note, boolean makeUp) {
    }

    record NotHeld(@Typed("vì sao chi bộ không họp") String note) {
    }

    record Correction(@Typed("lý do đính chính") String reason) {
    }

    private final VisitChanges changes;
    private final Absences absences;
    private final Reports reports;
    private final Corrections corrections;
    private final VisitableCells cells;
    private final OwnVisits own;
    private final Caller caller;

    VisitChangeController(VisitChanges changes, Absences absences, Reports reports, Corrections corrections, VisitableCells cells,
                          OwnVisits own, Caller caller) {
        this.changes = changes;
        this.absences = absences;
        this.reports = reports;
        this.corrections = corrections;
        this.cells = cells;
        this.own = own;
        this.caller = caller;
    }

    @PostMapping("/agree")
    VisitLine agree(@PathVariable Long id) {
        changes.agree(own.require(id).id(), caller.userId());
        return line(id);
    }

    @PostMapping("/move")
    VisitLine move(@PathVariable Long id, @RequestBody Move move) {
        own.require(id);
        if (move.meetingAt() == null) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày, giờ họp mới.");
        }
        if (move.cellId() != null) {
            cells.require(own.personId(), move.cellId());
        }
        changes.move(id, move.cellId(), move.meetingAt().atZone(TimeZones.VIETNAM).toInstant(), move.reason(), caller.userId());
        return line(id);
    }

    @PostMapping("/absence")
    VisitLine reportAbsence(@PathVariable Long id, @RequestBody Absence absence) {
        absences.report(own.require(id).id(), absence.reason(), absence.note(), absence.makeUp(), caller.userId());
        return line(id);
    }

    @PostMapping("/not-held")
    VisitLine notHeld(@PathVariable Long id, @RequestBody NotHeld notHeld) {
        changes.notHeld(own.require(id).id(), notHeld.note(), caller.userId());
        return line(id);
    }

    @PostMapping("/withdraw")
    VisitLine withdraw(@PathVariable Long id) {
        reports.withdraw(own.require(id).id(), caller.userId());
        return line(id);
    }

    @PostMapping("/correct")
    VisitLine correct(@PathVariable Long id, @RequestBody Correction correction) {
        corrections.start(own.require(id).id(), correction.reason(), caller.userId());
        return line(id);
    }

    private VisitLine line(Long id) {
        return VisitLine.of(own.require(id));
    }
}
