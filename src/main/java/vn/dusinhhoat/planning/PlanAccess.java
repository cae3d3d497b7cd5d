package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    private static final String[] LEADERS = {BodyKind.THUONG_TRUC.name()};
    private static final String[] LEADERS_AND_STAFF = {BodyKind.ORGANISATION_BOARD.name(), BodyKind.OFFICE.name(), BodyKind.THUONG_TRUC.name()};
    private static final String[] HOSTS = {BodyKind.HOST_COMMITTEE.name(), BodyKind.ORGANISATION_BOARD.name(), BodyKind.OFFICE.name(),
        BodyKind.THUONG_TRUC.name()};
    private static final String UNITS = """
            select distinct b.unit_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
            where b.kind = any(:kinds) and p.user_id = :user and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
              and (p.ended_on is null or p.ended_on >= :day)""";

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

    /** @throws NotFound for whoever is neither the member, nor administrator, nor of the unit's board, office or Thường trực */
    void requireSight(Plans.Plan plan) {
        if (!isMember(plan) && !sees(plan.unitId())) {
            throw new NotFound(NONE);
        }
    }

    /** @throws NotFound for everybody but the plan's member, and the staff who type for a member without a login */
    void requireMember(Plans.Plan plan) {
        if (!isMember(plan)) {
            throw new NotFound(NONE);
        }
    }

    /** Whether the caller writes the plan: its member, or staff for a member without a login (situation C24). */
    boolean isMember(Plans.Plan plan) {
        return plan.userId() == null ? isStaffOf(plan.unitId()) : caller.userId().equals(plan.userId());
    }

    /** Whether the caller is administrator, or belongs to board, office or Thường trực of the unit. */
    boolean sees(Long unitId) {
        return caller.isAdministrator() || belongs(unitId, LEADERS_AND_STAFF);
    }

    /** @throws NotFound for whoever is neither administrator nor of the unit's board, office or Thường trực */
    void requireOffice(Long unitId) {
        if (!sees(unitId)) {
            throw new NotFound(NONE);
        }
    }

    /**
     * Who reads the consolidated plan: the unit's bodies, and its members once it is in force.
     *
     * @return whether the caller is one of the planners
     * @throws NotFound for everybody else
     */
    boolean requireReader(Long unitId, Long campaignId, CampaignState state) {
        if (sees(unitId)) {
            return true;
        }
        boolean member = state == CampaignState.IN_FORCE && sql.sql("""
                select exists (select 1 from member_plan m join person p on p.id = m.person_id
                               where m.campaign_id = ? and p.user_id = ? and m.state <> 'ENDED')""")
                .params(campaignId, caller.userId()).query(Boolean.class).single();
        if (!member) {
            throw new NotFound(NONE);
        }
        return false;
    }

    /** @throws NotFound for whoever is not of the unit's Thường trực */
    void requireLeader(Long unitId) {
        if (!belongs(unitId, LEADERS)) {
            throw new NotFound(NONE);
        }
    }

    /** @throws NotFound for whoever is of no body of the commune that looks after visits */
    void requireHost(Long unitId) {
        if (!belongs(unitId, HOSTS)) {
            throw HostRequests.gone();
        }
    }

    /** @throws NotFound for whoever is neither administrator nor of the unit's board or office */
    void requireStaffOrAdministrator(Long unitId) {
        if (!caller.isAdministrator() && !isStaffOf(unitId)) {
            throw new NotFound(NONE);
        }
    }

    boolean isAdministrator() {
        return caller.isAdministrator();
    }

    /** Units to whose board or office the caller belongs. */
    List<Long> unitsAsStaff() {
        return units(STAFF);
    }

    List<Long> unitsAsLeader() {
        return units(LEADERS);
    }

    List<Long> unitsAsLeaderOrStaff() {
        return units(LEADERS_AND_STAFF);
    }

    List<Long> unitsAsHost() {
        return units(HOSTS);
    }

    private List<Long> units(String[] kinds) {
        return sql.sql(UNITS).param("kinds", kinds).param("user", caller.userId()).param("day", LocalDate.now(clock)).query(Long.class).list();
    }

    /** @throws NotFound for whoever is not of the unit's board or office */
    void requireStaff(Long unitId) {
        if (!isStaffOf(unitId)) {
            throw new NotFound(NONE);
        }
    }

    private boolean belongs(Long unitId, String[] kinds) {
        return units(kinds).contains(unitId);
    }
}
