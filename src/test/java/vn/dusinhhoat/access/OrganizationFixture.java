package vn.dusinhhoat.access;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.OrganizationChanged;

/** People and units of one test alone, written as an import would and told to everybody. */
@TestComponent
public class OrganizationFixture {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    OrganizationFixture(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** A login name and code that nothing else has. */
    public static String newId(String prefix) {
        return prefix + NEXT.getAndIncrement();
    }

    /** A person at home in the first cell of xã Kim Liên, with an account once {@link #changed} is called. */
    public String person(String userId, String fullName) {
        sql.sql("""
                insert into person (code, full_name, user_id, home_cell_id)
                select ?, ?, ?, id from party_unit where code like '%-1' and level = 'CELL' order by code = '17971-1' desc limit 1""")
                .params(userId.length() > 20 ? userId.substring(0, 20) : userId, fullName, userId).update();
        return userId;
    }

    public void post(String userId, String unitCode) {
        sql.sql("""
                insert into post (person_id, unit_id, kind, title, valid_from)
                select p.id, u.id, 'COMMUNE_WORKER', 'Đảng viên công tác tại ' || u.name, ?
                from person p, party_unit u where p.user_id = ? and u.code = ?""").params(SINCE, userId, unitCode).update();
    }

    public void endPost(String userId, LocalDate lastDay) {
        sql.sql("update post set valid_to = ? where person_id = (select id from person where user_id = ?)")
                .params(lastDay, userId).update();
    }

    public void member(String userId, String groupId) {
        sql.sql("""
                insert into body_member (body_id, person_id, role, valid_from)
                select b.id, p.id, 'Ủy viên', ? from body b, person p where b.group_id = ? and p.user_id = ?""")
                .params(SINCE, groupId, userId).update();
    }

    public void endPerson(String userId, LocalDate lastDay) {
        sql.sql("update person set ended_on = ? where user_id = ?").params(lastDay, userId).update();
    }

    /** A commune with a Thường trực. */
    public String commune(String parentCode) {
        String code = newId("9900");
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select ?, 'COMMUNE', 'COMMUNE', 'Xã Thử ' || ?, id, ? from party_unit where code = ?""")
                .params(code, code, SINCE, parentCode).update();
        sql.sql("""
                insert into body (unit_id, kind, name, group_id)
                select id, 'THUONG_TRUC', 'Thường trực Đảng ủy xã Thử ' || code, 'thuongtruc-' || code from party_unit where code = ?""")
                .param(code).update();
        return code;
    }

    public void endUnit(String code, String successor, LocalDate lastDay) {
        sql.sql("update party_unit set valid_to = ?, successor_id = (select id from party_unit where code = ?) where code = ?")
                .params(lastDay, successor, code).update();
    }

    @Transactional
    public void changed() {
        events.publishEvent(new OrganizationChanged(0));
    }
}
