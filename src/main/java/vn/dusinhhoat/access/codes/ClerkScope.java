package vn.dusinhhoat.access.codes;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.NotFound;

/**
 * For whom somebody may issue codes: clerks (members today of a unit's organisation board or office) for people whose
 * posts and bodies all lie in the unit's subtree; without any, the home cell counts. Administrators for everybody of
 * the organisation. Nobody but an administrator touches the account of an administrator.
 */
@Component
class ClerkScope {

    /**
     * Accounts within a clerk's reach, as a condition on {@code account a}. The organisation's tables are read here
     * directly: a page of accounts in the order of names, with state and scope, has to be one statement.
     */
    static final String CONDITION = """
            a.ended_at is null and (:everybody or a.person_id in (select person_id from reached)
              and a.user_id not in (select user_id_ from act_id_membership where group_id_ = 'camunda-admin'))""";

    /**
     * Units in reach, the units that people belong to, and the people who belong nowhere else. Written with
     * {@code in}, which reads each part once whatever the tables' statistics say.
     */
    static final String REACH = """
            with recursive reach (id) as (
                select b.unit_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :clerk
                  and (p.ended_on is null or p.ended_on >= :day)
                  and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                union select u.id from party_unit u join reach r on u.parent_id = r.id),
            post_place (person_id, unit_id) as (
                select person_id, unit_id from post where valid_from <= :day and (valid_to is null or valid_to >= :day)
                union
                select m.person_id, b.unit_id from body_member m join body b on b.id = m.body_id
                where m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)),
            place (person_id, unit_id) as (
                select person_id, unit_id from post_place
                union all
                select id, home_cell_id from person p
                where p.id not in (select person_id from post_place)),
            reached (person_id) as (
                select person_id from place group by person_id having bool_and(unit_id in (select id from reach)))
            """;

    private final JdbcClient sql;
    private final Caller caller;
    private final Clock clock;

    ClerkScope(JdbcClient sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    boolean callerIsClerk() {
        return caller.isAdministrator()
                || sql.sql(REACH + "select exists (select 1 from reach)").param("clerk", caller.userId())
                        .param("day", today()).query(Boolean.class).single();
    }

    /** @throws NotFound when the caller is no clerk */
    void requireClerk() {
        if (!callerIsClerk()) {
            throw new NotFound("Trang này dành cho cán bộ Ban Tổ chức, Văn phòng cấp ủy: đề nghị đồng chí liên hệ"
                    + " văn phòng cấp ủy của đơn vị mình.");
        }
    }

    /** @throws NotFound when one of the accounts is beyond the caller's reach, or does not exist */
    void require(Collection<String> userIds) {
        requireClerk();
        List<String> reached = with(sql.sql(REACH + "select a.user_id from account a where a.user_id = any(:ids) and "
                + CONDITION)).param("ids", userIds.toArray(String[]::new)).query(String.class).list();
        long beyond = userIds.stream().filter(userId -> !reached.contains(userId)).count();
        if (beyond > 0) {
            throw new NotFound("Có " + beyond + " tài khoản ngoài phạm vi của đồng chí (đồng chí giữ chức vụ ở cấp trên"
                    + " hoặc thuộc đơn vị khác), chưa thực hiện cho ai: đề nghị văn phòng cấp ủy nơi đồng chí đó giữ chức vụ thực hiện.");
        }
    }

    /** Puts in what {@link #REACH} and {@link #CONDITION} ask for. */
    JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement) {
        return statement.param("clerk", caller.userId()).param("everybody", caller.isAdministrator()).param("day", today());
    }

    private Date today() {
        return Date.valueOf(LocalDate.now(clock));
    }
}
