package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.organization.OrganizationChanged;

/** A small district with two communes, whose members write their own plans: four visits a year each. */
@TestComponent
public class PlanFixture {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final AtomicLong NEXT = new AtomicLong(1);

    /**
     * A district of its own.
     *
     * @param members the first two are its Thường trực
     * @param board   of the organisation board, no member of the committee
     * @param hosts   one for each commune
     */
    public record District(String code, Long id, List<String> members, String board, String office, List<String> communes, List<String> hosts) {

        public String leader() {
            return members.get(0);
        }

        public String otherLeader() {
            return members.get(1);
        }
    }

    private final JdbcClient sql;
    private final DutyStarts starts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RuntimeService runtime;

    PlanFixture(JdbcClient sql, DutyStarts starts, ApplicationEventPublisher events, TransactionTemplate transaction, RuntimeService runtime) {
        this.sql = sql;
        this.starts = starts;
        this.events = events;
        this.transaction = transaction;
        this.runtime = runtime;
    }

    /** With accounts, groups and tenants for everybody in it; duties begin on the day. */
    public District district(int members, LocalDate dutiesBegin) {
        String code = "h" + NEXT.getAndIncrement();
        Long id = unit(code, "DISTRICT", "DISTRICT", "Huyện Kế Hoạch " + code, "40");
        for (String body : List.of("THUONG_TRUC", "ORGANISATION_BOARD", "OFFICE")) {
            body(id, code, body);
        }
        List<String> communes = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (int n = 1; n <= 2; n++) {
            String commune = code + "-x" + n;
            communes.add(commune);
            Long communeId = unit(commune, "COMMUNE", "COMMUNE", "Xã Đón Tiếp " + commune, code);
            body(communeId, commune, "HOST_COMMITTEE");
            for (int cell = 1; cell <= 3; cell++) {
                cell(commune + "-" + cell, "xóm Thử " + cell, commune, 3 + cell);
            }
            hosts.add(person(commune + "-dm", "Đầu Mối " + n));
            member(hosts.get(n - 1), "hostcommittee-" + commune);
        }
        List<String> people = new ArrayList<>();
        for (int n = 1; n <= members; n++) {
            people.add(person(code + "-uv" + n, "Nguyễn Văn Ủy Viên " + n));
            post(people.get(n - 1), code);
            if (n <= 2) {
                member(people.get(n - 1), "thuongtruc-" + code);
            }
        }
        String board = person(code + "-btc", "Trần Thị Tổ Chức");
        member(board, "organisationboard-" + code);
        String office = person(code + "-vp", "Lê Thị Văn Phòng");
        member(office, "office-" + code);
        starts.set(id, dutiesBegin, true, null);
        changed();
        return new District(code, id, people, board, office, communes, hosts);
    }

    public void changed() {
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganizationChanged(0)));
    }

    /** Nothing of it is in the way of other tests any more. */
    public void close(District district) {
        List<String> tenants = new ArrayList<>(district.communes());
        tenants.add(district.code());
        runtime.createProcessInstanceQuery().tenantIdIn(tenants.toArray(String[]::new)).list()
                .forEach(each -> runtime.deleteProcessInstanceIfExists(each.getId(), "test", true, false, false, false));
        sql.sql("delete from duty_start where unit_id = ?").param(district.id()).update();
        sql.sql("update post set valid_from = least(valid_from, date '2025-07-01'), valid_to = date '2025-12-31' where unit_id = ?").param(district.id()).update();
        sql.sql("update visit set state = 'ENDED' where id in (select visit_id from duty where unit_id = ?)").param(district.id()).update();
        sql.sql("delete from duty where unit_id = ?").param(district.id()).update();
        sql.sql("update plan_campaign set state = 'ENDED' where unit_id = ?").param(district.id()).update();
        sql.sql("update party_unit set valid_to = date '2025-12-31' where code like ?").param(district.code() + "%").update();
    }

    public String newMember(District district) {
        String user = person(district.code() + "-moi" + NEXT.getAndIncrement(), "Phạm Văn Mới");
        post(user, district.code());
        return user;
    }

    public Long personId(String userId) {
        return sql.sql("select id from person where user_id = ?").param(userId).query(Long.class).single();
    }

    public Long cellId(String code) {
        return sql.sql("select id from party_unit where code = ?").param(code).query(Long.class).single();
    }

    private Long unit(String code, String level, String kind, String name, String parent) {
        return sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select ?, ?, ?, ?, id, ? from party_unit where code = ? returning id""").params(code, level, kind, name, SINCE, parent)
                .query(Long.class).single();
    }

    private void cell(String code, String name, String commune, int day) {
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from, meeting_day, meeting_time)
                select ?, 'CELL', 'XOM', ?, id, ?, ?, time '19:30' from party_unit where code = ?""").params(code, name, SINCE, day, commune).update();
    }

    private void body(Long unitId, String code, String kind) {
        sql.sql("insert into body (unit_id, kind, name, group_id) values (?, ?, ?, ?)")
                .params(unitId, kind, kind + " " + code, kind.toLowerCase().replace("_", "") + "-" + code).update();
    }

    private String person(String userId, String name) {
        sql.sql("""
                insert into person (code, full_name, user_id, home_cell_id)
                select ?, ?, ?, id from party_unit where code = '17971-1'""").params(userId, name, userId).update();
        return userId;
    }

    private void post(String userId, String unitCode) {
        sql.sql("""
                insert into post (person_id, unit_id, kind, title, valid_from)
                select p.id, u.id, 'COMMITTEE_MEMBER', 'Ủy viên Ban Chấp hành Đảng bộ huyện', ?
                from person p, party_unit u where p.user_id = ? and u.code = ?""").params(SINCE, userId, unitCode).update();
    }

    public void member(String userId, String groupId) {
        sql.sql("""
                insert into body_member (body_id, person_id, role, valid_from)
                select b.id, p.id, 'Ủy viên', ? from body b, person p where b.group_id = ? and p.user_id = ?""").params(SINCE, groupId, userId).update();
    }
}
