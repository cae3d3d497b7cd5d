package vn.dusinhhoat.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole organisation as it is on a day, as sets: for whoever keeps something in step with it. */
@Service
@Transactional(readOnly = true)
public class OrganizationFacts {

    /** A person who may log in. */
    public record Login(String userId, Long personId, String fullName, String email) {
    }

    /** A group that may get work: everybody of a unit, or one of its bodies. */
    public record Group(String groupId, String name) {
    }

    /** Somebody belongs to a group. */
    public record Membership(String userId, String groupId) {
    }

    /** A unit above the cells, ended ones too: what belongs to it is still to be seen. */
    public record Owner(String unitCode, String name) {
    }

    /** A group that sees what belongs to a unit. */
    public record Sight(String unitCode, String groupId) {
    }

    /** A cell and the unit directly above it. */
    public record Cell(Long id, String name, String unitCode, String unitName) {
    }

    /** Somebody of a body, with the role as the organisation calls it: "Phó Bí thư". */
    public record Member(String fullName, String role) {
    }

    private static final String LOGINS = """
            select user_id, id as person_id, full_name, email from person
            where user_id is not null and (ended_on is null or ended_on >= :day)""";

    private static final String GROUPS = """
            select 'dangbo-' || u.code as group_id, 'Đảng bộ ' || lower(left(n.name, 1) collate vietnamese) || substr(n.name, 2) as name
            from party_unit u join lateral (%s) n on true where u.level <> 'CELL'
            union all
            select b.group_id, b.name from body b join party_unit u on u.id = b.unit_id
            where u.level <> 'CELL' and b.kind <> 'CELL_COMMITTEE'""";
    private static final String NAME = """
            select coalesce((select h.name from unit_name h where h.unit_id = u.id and h.valid_from <= :day
                             order by h.valid_from desc limit 1), u.name) as name""";

    private static final String MEMBERSHIPS = """
            select p.user_id, 'dangbo-' || u.code as group_id
            from post join person p on p.id = post.person_id join party_unit u on u.id = post.unit_id
            where u.level <> 'CELL' and post.valid_from <= :day and (post.valid_to is null or post.valid_to >= :day)
              and p.user_id is not null and (p.ended_on is null or p.ended_on >= :day)
            union
            select p.user_id, b.group_id
            from body_member m join person p on p.id = m.person_id join body b on b.id = m.body_id
            join party_unit u on u.id = b.unit_id
            where u.level <> 'CELL' and b.kind <> 'CELL_COMMITTEE'
              and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
              and p.user_id is not null and (p.ended_on is null or p.ended_on >= :day)""";

    private static final String STAFF = """
            select distinct p.user_id
            from body_member m join person p on p.id = m.person_id join body b on b.id = m.body_id
            where b.kind in ('ORGANISATION_BOARD', 'OFFICE')
              and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
              and p.user_id is not null and (p.ended_on is null or p.ended_on >= :day)""";

    private static final String CELL_COMMITTEE = """
            select p.full_name, m.role from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
            where b.unit_id = :cell and b.kind = 'CELL_COMMITTEE' and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
              and (p.ended_on is null or p.ended_on >= :day)
            order by case when m.role ilike 'bí thư%' then 0 when m.role ilike 'phó bí thư%' then 1 else 2 end, m.id limit 5""";

    private static final String OWNERS = """
            select u.code as unit_code, n.name from party_unit u join lateral (%s) n on true where u.level <> 'CELL'""";

    /** Own groups, leading bodies of everything above, and after the unit's end whoever sees its successor. */
    private static final String SIGHTS = """
            with recursive above (unit_id, above_id) as (
                select id, id from party_unit where level <> 'CELL'
                union select a.unit_id, u.parent_id from above a join party_unit u on u.id = a.above_id
                where u.parent_id is not null),
            follower (unit_id, follower_id) as (
                select id, id from party_unit where level <> 'CELL'
                union select f.unit_id, u.successor_id from follower f join party_unit u on u.id = f.follower_id
                where u.successor_id is not null and u.valid_to < :day),
            seen (unit_id, group_id) as (
                select id, 'dangbo-' || code from party_unit where level <> 'CELL'
                union select a.unit_id, b.group_id from above a join body b on b.unit_id = a.above_id
                where b.kind <> 'CELL_COMMITTEE' and (a.unit_id = a.above_id or b.kind in (%s)))
            select distinct u.code as unit_code, s.group_id
            from follower f join seen s on s.unit_id = f.follower_id join party_unit u on u.id = f.unit_id"""
            .formatted("'THUONG_TRUC', 'ORGANISATION_BOARD', 'OFFICE'");

    // Rows are taken by position: finding names in each of tens of thousands of rows takes longer than the statements.
    private final JdbcClient sql;

    OrganizationFacts(JdbcClient sql) {
        this.sql = sql;
    }

    /** People with a login name; somebody's last day still counts. */
    public List<Login> logins(LocalDate day) {
        return query(LOGINS, day)
                .query((row, n) -> new Login(row.getString(1), row.getLong(2), row.getString(3), row.getString(4))).list();
    }

    /** Groups of all units above the cells, ended ones too. */
    public List<Group> groups(LocalDate day) {
        return query(GROUPS.formatted(NAME), day).query((row, n) -> new Group(row.getString(1), row.getString(2))).list();
    }

    /** Who belongs to which group through a post or a body, first and last day included. */
    public List<Membership> memberships(LocalDate day) {
        return query(MEMBERSHIPS, day).query((row, n) -> new Membership(row.getString(1), row.getString(2))).list();
    }

    /** User ids of the members of organisation boards and offices, first and last day included. */
    public List<String> staff(LocalDate day) {
        return query(STAFF, day).query(String.class).list();
    }

    /** Units that own cases. */
    public List<Owner> owners(LocalDate day) {
        return query(OWNERS.formatted(NAME), day).query((row, n) -> new Owner(row.getString(1), row.getString(2))).list();
    }

    /** All cells, ended ones too, under the unit above and with the names of today. */
    public List<Cell> cells() {
        return sql.sql("select c.id, c.name, u.code, u.name from party_unit c join party_unit u on u.id = c.parent_id where c.level = 'CELL'")
                .query((row, n) -> new Cell(row.getLong(1), row.getString(2), row.getString(3), row.getString(4))).list();
    }

    /** Who leads a cell on a day, the secretary first, deputies next; empty where nobody is known. */
    public List<Member> committeeOfCell(Long cellId, LocalDate day) {
        return query(CELL_COMMITTEE, day).param("cell", cellId).query((row, n) -> new Member(row.getString(1), row.getString(2))).list();
    }

    /** Which groups see what belongs to which unit (ADR 0005). */
    public List<Sight> sights(LocalDate day) {
        return query(SIGHTS, day).query((row, n) -> new Sight(row.getString(1), row.getString(2))).list();
    }

    private JdbcClient.StatementSpec query(String statement, LocalDate day) {
        return sql.sql(statement).param("day", day);
    }
}
