package vn.dusinhhoat.sample;

import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of the organisation for the sample; a real installation imports them from a workbook. */
@Component
class SampleTables {

    /** Day on which the two-level organisation began. */
    static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private final JdbcClient sql;

    SampleTables(JdbcClient sql) {
        this.sql = sql;
    }

    long unit(String code, String level, String kind, String name, Long parentId) {
        return sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from, sample)
                values (?, ?, ?, ?, ?, ?, true) returning id""")
                .params(code, level, kind, name, parentId, Date.valueOf(SINCE)).query(Long.class).single();
    }

    long body(long unitId, String kind, String name, String groupId) {
        return sql.sql("insert into body (unit_id, kind, name, group_id) values (?, ?, ?, ?) returning id")
                .params(unitId, kind, name, groupId).query(Long.class).single();
    }

    long person(String code, String fullName, String userId, long homeCellId) {
        return sql.sql("""
                insert into person (code, full_name, user_id, home_cell_id, sample)
                values (?, ?, ?, ?, true) returning id""")
                .params(code, fullName, userId, homeCellId).query(Long.class).single();
    }

    void post(long personId, long unitId, String kind, String title) {
        sql.sql("insert into post (person_id, unit_id, kind, title, valid_from) values (?, ?, ?, ?, ?)")
                .params(personId, unitId, kind, title, Date.valueOf(SINCE)).update();
    }

    void member(long bodyId, long personId, String role) {
        sql.sql("insert into body_member (body_id, person_id, role, valid_from) values (?, ?, ?, ?)")
                .params(bodyId, personId, role, Date.valueOf(SINCE)).update();
    }
}
