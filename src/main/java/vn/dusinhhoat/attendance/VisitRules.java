package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.Person;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Where and when a visit may be. */
@Component
class VisitRules {

    private static final Duration FARTHEST = Duration.ofDays(190);
    private static final Duration LONGEST_AGO = Duration.ofDays(31);

    private final Organization organization;
    private final Clock clock;

    VisitRules(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * A cell that the person may visit.
     *
     * @throws RuleViolation when it is the person's own (II.2d), has ended, or is no cell at all
     */
    PartyUnit visitable(Long personId, Long cellId, Instant meetingAt) {
        PartyUnit cell = organization.unit(cellId);
        requireVisitable(organization.person(personId), cell, meetingAt);
        return cell;
    }

    /** The same for what has been looked up already. */
    void requireVisitable(Person person, PartyUnit cell, Instant meetingAt) {
        if (cell.level() != UnitLevel.CELL) {
            throw new RuleViolation(cell.name() + " không phải là chi bộ: chọn một chi bộ khu dân cư.");
        }
        if (person.homeCell().id().equals(cell.id())) {
            throw new RuleViolation(cell.name() + " là chi bộ nơi đồng chí sinh hoạt: chọn một chi bộ khác.");
        }
        if (!cell.existsOn(meetingAt.atZone(TimeZones.VIETNAM).toLocalDate())) {
            throw new RuleViolation(cell.name() + " không còn hoạt động vào ngày họp: chọn chi bộ đã tiếp nhận.");
        }
    }

    /**
     * Neither long ago nor far ahead.
     *
     * @throws RuleViolation when it is
     */
    void requireNear(Instant meetingAt) {
        Instant now = clock.instant();
        if (meetingAt.isBefore(now.minus(LONGEST_AGO)) || meetingAt.isAfter(now.plus(FARTHEST))) {
            throw new RuleViolation("Ngày họp quá xa: ghi ngày trong vòng 31 ngày vừa qua hoặc 6 tháng tới.");
        }
    }
}
