package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** The visitor asks the committee of the cell whether the time suits (III.2a); cells have no accounts (ruling B3). */
@Service
public class VisitAgreements {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(TimeZones.VIETNAM);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(TimeZones.VIETNAM);
    private static final String CONTACTS = """
            select m.role || ': đồng chí ' || p.full_name from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
            where b.unit_id = :cell and b.kind = 'CELL_COMMITTEE' and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
              and (p.ended_on is null or p.ended_on >= :day) order by m.id limit 5""";

    private final AttendanceRepositories.Visits visits;
    private final OpenVisits open;
    private final VisitRules rules;
    private final Visits evenings;
    private final Organization organization;
    private final Deadlines deadlines;
    private final VisitLog log;
    private final JdbcClient sql;
    private final Clock clock;

    VisitAgreements(AttendanceRepositories.Visits visits, OpenVisits open, VisitRules rules, Visits evenings, Organization organization,
                    Deadlines deadlines, VisitLog log, JdbcClient sql, Clock clock) {
        this.visits = visits;
        this.open = open;
        this.rules = rules;
        this.evenings = evenings;
        this.organization = organization;
        this.deadlines = deadlines;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether somebody has to ask: not when the commune has confirmed the day, the meeting is over, or the visitor has no account. */
    @Transactional(readOnly = true)
    public boolean isToBeAsked(Long visitId) {
        Visit visit = evenings.get(visitId);
        return visit.state() != VisitState.AGREED && evenings.eveningOf(visit).isAfter(clock.instant())
                && organization.person(visit.personId()).userId() != null;
    }

    /** "Thống nhất thời gian với chi ủy chi bộ xóm 2, xã Kim Liên, họp 03/12/2026". */
    @Transactional(readOnly = true)
    public String titleOf(Long visitId) {
        Visit visit = evenings.get(visitId);
        PartyUnit cell = organization.unit(visit.cellId());
        return "Thống nhất thời gian với chi ủy " + cell.kind().inText(cell.name()) + ", " + cell.parent().kind().inText(cell.parent().name())
                + ", họp " + DAY.format(visit.meetingAt());
    }

    /**
     * What there is to agree on.
     *
     * @param contacts whom to call, secretary first: "Bí thư: đồng chí …"; empty where nobody is known
     */
    public record Question(String cell, String commune, Instant meetingAt, List<String> contacts) {
    }

    @Transactional(readOnly = true)
    public Question questionOf(Long visitId) {
        Visit visit = evenings.get(visitId);
        PartyUnit cell = organization.unit(visit.cellId());
        List<String> contacts = sql.sql(CONTACTS).param("cell", cell.id()).param("day", LocalDate.now(clock)).query(String.class).list();
        return new Question(cell.name(), cell.parent().name(), visit.meetingAt(), contacts);
    }

    /**
     * The cell has agreed, as the visitor was told on the phone.
     *
     * @param meetingAt time that was agreed on
     * @return whether it is another one than planned
     * @throws RuleViolation when the meeting is no longer to come, or the time is past or far away
     */
    @Transactional
    public boolean agree(Long visitId, Instant meetingAt, String actor) {
        deadlines.waitForChange();
        Visit visit = open.changeable(visitId);
        if (!visit.state().isWaiting()) {
            throw new RuleViolation("Buổi họp đã diễn ra: không cần thống nhất lịch nữa.");
        }
        boolean other = !meetingAt.equals(visit.meetingAt());
        if (other) {
            if (!meetingAt.isAfter(clock.instant())) {
                throw new RuleViolation("Ngày, giờ họp đã qua: đề nghị đồng chí ghi ngày, giờ sắp tới.");
            }
            rules.requireNear(meetingAt);
            rules.visitable(visit.personId(), visit.cellId(), meetingAt);
        }
        String before = MOMENT.format(visit.meetingAt());
        visit.agree(meetingAt);
        log.record(visitId, actor, VisitEvent.Kind.AGREED, "Đã thống nhất qua điện thoại với chi ủy"
                + (other ? ": từ " + before + " sang " + MOMENT.format(meetingAt) : ""));
        visits.saveAndFlush(visit);
        return other;
    }
}
