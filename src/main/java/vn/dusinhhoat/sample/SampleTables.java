package vn.dusinhhoat.sample;

import java.sql.Date;
import java.sql.Time;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dusinhhoat.organization.AddresseeKind;
import vn.dusinhhoat.organization.AreaAttribute;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitKind;

/** Rows of the organisation for an empty database, with ids of their own, written in batches at the end. */
final class SampleTables {

    private static final String[] TABLES = {"party_unit", "body", "person"};

    private final List<Object[]> units = new ArrayList<>();
    private final List<Object[]> bodies = new ArrayList<>();
    private final List<Object[]> persons = new ArrayList<>();
    private final List<Object[]> posts = new ArrayList<>();
    private final List<Object[]> members = new ArrayList<>();
    private final List<Object[]> meetings = new ArrayList<>();
    private final List<Object[]> attributes = new ArrayList<>();
    private final List<Object[]> areas = new ArrayList<>();
    private final List<Object[]> addressees = new ArrayList<>();
    private final Date since;

    /** @param since day from which everything is valid */
    SampleTables(LocalDate since) {
        this.since = Date.valueOf(since);
    }

    long unit(String code, UnitKind kind, String name, Long parentId) {
        long id = units.size() + 1L;
        units.add(new Object[] {id, code, kind.level().name(), kind.name(), name, parentId, since});
        return id;
    }

    long body(long unitId, BodyKind kind, String name, String groupId) {
        long id = bodies.size() + 1L;
        bodies.add(new Object[] {id, unitId, kind.name(), name, groupId});
        return id;
    }

    /** @param userId null for who needs no account */
    long person(String code, String fullName, String userId, long homeCellId) {
        long id = persons.size() + 1L;
        persons.add(new Object[] {id, code, fullName, userId, homeCellId});
        return id;
    }

    void post(long personId, long unitId, PostKind kind, String title) {
        posts.add(new Object[] {personId, unitId, kind.name(), title, since});
    }

    void member(long bodyId, long personId, String role) {
        members.add(new Object[] {bodyId, personId, role, since});
    }

    /** @param time as hours and minutes */
    void meeting(long cellId, int day, String time) {
        meetings.add(new Object[] {day, Time.valueOf(time + ":00"), cellId});
    }

    void attribute(long unitId, AreaAttribute kind, int weight) {
        attributes.add(new Object[] {unitId, kind.name(), weight, since});
    }

    void inCharge(long personId, long unitId) {
        areas.add(new Object[] {personId, unitId, since});
    }

    void addressee(String code, String name, AddresseeKind kind, long unitId) {
        addressees.add(new Object[] {code, name, kind.name(), unitId});
    }

    int people() {
        return persons.size();
    }

    void writeTo(JdbcTemplate sql) {
        sql.batchUpdate("""
                insert into party_unit (id, code, level, kind, name, parent_id, valid_from, sample)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, true)""", units);
        sql.update("insert into unit_name (unit_id, valid_from, name) select id, valid_from, name from party_unit");
        sql.batchUpdate("""
                insert into body (id, unit_id, kind, name, group_id) overriding system value values (?, ?, ?, ?, ?)""", bodies);
        sql.batchUpdate("""
                insert into person (id, code, full_name, user_id, home_cell_id, sample)
                overriding system value values (?, ?, ?, ?, ?, true)""", persons);
        sql.batchUpdate("insert into post (person_id, unit_id, kind, title, valid_from) values (?, ?, ?, ?, ?)", posts);
        sql.batchUpdate("insert into body_member (body_id, person_id, role, valid_from) values (?, ?, ?, ?)", members);
        sql.batchUpdate("update party_unit set meeting_day = ?, meeting_time = ? where id = ?", meetings);
        sql.batchUpdate("insert into area_attribute (unit_id, kind, weight, valid_from) values (?, ?, ?, ?)", attributes);
        sql.batchUpdate("insert into area_in_charge (person_id, unit_id, valid_from) values (?, ?, ?)", areas);
        sql.batchUpdate("insert into addressee (code, name, kind, unit_id) values (?, ?, ?, ?)", addressees);
        for (String table : TABLES) {
            sql.execute("select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))");
        }
    }
}
