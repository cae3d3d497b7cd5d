package vn.dusinhhoat.attendance.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.LookupScope;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * For which communes somebody may extend: members today of a unit's organisation board or office for the unit and all
 * below it; administrators for all communes, in the name of the unit on top.
 */
@Component
class ExtensionScope {

    /** Whose communes, and which. */
    private static final String REACH = """
            with recursive staffed (id) as (
                select b.unit_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :user
                  and (p.ended_on is null or p.ended_on >= :day)
                  and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                union select id from party_unit where :everything and parent_id is null and level <> 'CELL'),
            reach (scope_id, id) as (
                select id, id from staffed
                union select r.scope_id, u.id from party_unit u join reach r on u.parent_id = r.id where u.level <> 'CELL'),
            commune (scope_id, id, code) as (
                select r.scope_id, u.id, u.code from reach r join party_unit u on u.id = r.id
                where u.level = 'COMMUNE' and u.valid_from <= :day and (u.valid_to is null or u.valid_to >= :day))
            """;

    /** The unit in whose name somebody extends. */
    record Scope(Long id, String code, String name) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    ExtensionScope(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What may be chosen; without a unit code somebody may extend nothing. */
    LookupScope communesOf(String userId, boolean administrator) {
        return new LookupScope(false, Set.copyOf(query("select distinct code from commune", userId, administrator)
                .query(String.class).list()));
    }

    /** Units in whose name somebody extends, and all below them. */
    boolean reaches(String userId, boolean administrator, Long unitId) {
        return query("select exists (select 1 from reach where id = :unit)", userId, administrator).param("unit", unitId)
                .query(Boolean.class).single();
    }

    /** Ids of these units. */
    List<Long> unitsOf(String userId, boolean administrator) {
        return query("select distinct id from reach", userId, administrator).query(Long.class).list();
    }

    /**
     * The highest unit of somebody that has all these communes.
     *
     * @throws RuleViolation when there is none
     */
    Scope requireFor(String userId, boolean administrator, Collection<String> communes) {
        return query("""
                select s.id, s.code, s.name from commune c join party_unit s on s.id = c.scope_id where c.code = any(:codes)
                group by s.id, s.code, s.name, s.level having count(distinct c.code) = :count
                order by array_position(array['PROVINCE', 'DISTRICT', 'COMMUNE'], s.level::text) limit 1""", userId, administrator)
                .param("codes", communes.toArray(String[]::new)).param("count", communes.size()).query(Scope.class).optional()
                .orElseThrow(() -> new NotFound("Có xã, phường ngoài phạm vi của đồng chí hoặc đã kết thúc:"
                        + " chọn lại trong danh sách tìm được."));
    }

    private JdbcClient.StatementSpec query(String rest, String userId, boolean administrator) {
        return sql.sql(REACH + rest).param("user", userId).param("everything", administrator).param("day", LocalDate.now(clock));
    }
}
