package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.NotFound;

/** Who sees a plan: its member, and today's members of the bodies that deal with it. For others there is none. */
@Component
class PlanAccess {

    private static final String NONE = "Không có kế hoạch này trong phạm vi của đồng chí: quay lại danh sách và mở từ đó.";
    private static final String[] STAFF = {BodyKind.ORGANISATION_BOARD.name(), BodyKind.OFFICE.name()};
    private static final String[] LEADERS_AND_STAFF = {BodyKind.ORGANISATION_BOARD.name(), BodyKind.OFFICE.name(), BodyKind.THUONG_TRUC.name()};

    private final JdbcClient sql;
    private final Caller caller;
    private final Clock clock;

    PlanAccess(JdbcClient sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    String callerId() {
        return caller.userId();
    }

    /** Whether the caller belongs to organisation board or office of the unit today. */
    boolean isStaffOf(Long unitId) {
        return belongs(unitId, STAFF);
    }

    /** @throws NotFound for whoever is neither the member nor of the unit's board, office or Thường trực */
    void requireSight(Plans.Plan plan) {
        if (!isMember(plan) && !belongs(plan.unitId(), LEADERS_AND_STAFF)) {
            throw new NotFound(NONE);
        }
    }

    /** @throws NotFound for everybody but the plan's member */
    void requireMember(Plans.Plan plan) {
        if (!isMember(plan)) {
            throw new NotFound(NONE);
        }
    }

    boolean isMember(Plans.Plan plan) {
        return caller.userId().equals(plan.userId());
    }

    /** @throws NotFound for whoever is not of the unit's board, office or Thường trực */
    void requireOffice(Long unitId) {
        if (!belongs(unitId, LEADERS_AND_STAFF)) {
            throw new NotFound(NONE);
        }
    }

    /** @throws NotFound for whoever is not of the unit's board or office */
    void requireStaff(Long unitId) {
        if (!isStaffOf(unitId)) {
            throw new NotFound(NONE);
        }
    }

    private boolean belongs(Long unitId, String[] kinds) {
        return sql.sql("""
                select exists (select 1 from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                               where b.unit_id = :unit and b.kind = any(:kinds) and p.user_id = :user
                                 and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                                 and (p.ended_on is null or p.ended_on >= :day))""")
                .param("unit", unitId).param("kinds", kinds).param("user", caller.userId()).param("day", LocalDate.now(clock))
                .query(Boolean.class).single();
    }
}
