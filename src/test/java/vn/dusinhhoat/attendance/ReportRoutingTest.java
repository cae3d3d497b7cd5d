package vn.dusinhhoat.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Level by post by receiver, with and without districts, and every case in which the table alone has no answer (design §5). */
@ApplicationTest
@Import(VisitFixture.class)
@Transactional
class ReportRoutingTest {

    private static final Instant EVENING = Instant.parse("2026-04-03T12:30:00Z");

    @Autowired
    private ReportRouting routing;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private EntityManager entities;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void atTheMeeting() {
        clock.moveTo(EVENING);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0} {1}, {2} levels: {3} to {4}")
    @CsvSource({
        "PROVINCE, COMMITTEE_MEMBER, 2, THREE_DAYS, tinh",
        "PROVINCE, COMMITTEE_MEMBER, 3, THREE_DAYS, tinh",
        "DISTRICT, COMMITTEE_MEMBER, 3, THREE_DAYS, huyen",
        "COMMUNE,  COMMITTEE_MEMBER, 2, ONE_DAY,    xa",
        "COMMUNE,  COMMITTEE_MEMBER, 3, ONE_DAY,    xa",
        "COMMUNE,  COMMUNE_WORKER,   2, ONE_DAY,    xa",
        "COMMUNE,  COMMUNE_WORKER,   3, ONE_DAY,    xa",
    })
    void everyRowOfTheTable(String level, String post, int levels, ReportPath path, String receiver) {
        province(levels);
        String person = person();
        fixture.post(person, level.equals("PROVINCE") ? "R-tinh" : level.equals("DISTRICT") ? "R-huyen" : "R-xa", post);
        ReportRoute route = routing.routeOf(visit(person));
        assertThat(route.path()).isEqualTo(path);
        assertThat(route.receiver().groupId()).isEqualTo("thuongtruc-R-" + receiver);
        assertThat(route.above()).isEqualTo(!receiver.equals("tinh"));
        assertThat(route.leader()).isFalse();
    }

    /** Ruling A2: the strictest limit, whatever the order of the posts. */
    @Test
    void ofSeveralPostsTheStrictestLimitCounts() {
        province(3);
        String person = person();
        fixture.post(person, "R-tinh", "COMMITTEE_MEMBER");
        fixture.post(person, "R-xa", "COMMITTEE_MEMBER");
        fixture.post(person, "R-huyen", "COMMITTEE_MEMBER");
        assertThat(routing.routeOf(visit(person)).receiver().groupId()).isEqualTo("thuongtruc-R-xa");
        assertThat(routing.routeOf(visit(person)).path()).isEqualTo(ReportPath.ONE_DAY);
    }

    @Test
    void aVacantOrMissingBodyIsAnIncidentWithAClearText() {
        province(2);
        String person = person();
        fixture.post(person, "R-xa", "COMMUNE_WORKER");
        sql.sql("delete from body_member where body_id = (select id from body where group_id = 'thuongtruc-R-xa')").update();
        assertThatThrownBy(() -> routing.routeOf(visit(person))).isInstanceOf(RoutingImpossible.class)
                .hasMessageContaining("chưa có đồng chí nào khác người báo cáo").hasMessageContaining("Xã Thử");
        sql.sql("delete from body where group_id = 'thuongtruc-R-xa'").update();
        assertThatThrownBy(() -> routing.routeOf(visit(person))).isInstanceOf(RoutingImpossible.class)
                .hasMessageContaining("chưa có Thường trực của đơn vị").hasMessageContaining("bổ sung vào dữ liệu tổ chức");
    }

    /** C13: the post was not moved yet when its commune merged. */
    @Test
    void afterTheEndOfAUnitItsSuccessorReceives() {
        province(2);
        unit("R-moi", "COMMUNE", "Xã Mới", "R-tinh");
        String person = person();
        fixture.post(person, "R-xa", "COMMUNE_WORKER");
        sql.sql("update party_unit set valid_to = date '2026-03-31', successor_id = (select id from party_unit where code = 'R-moi') where code = 'R-xa'").update();
        assertThat(routing.routeOf(visit(person)).receiver().groupId()).isEqualTo("thuongtruc-R-moi");
    }

    /** C15: the reporter is of the receiving body: another member receives; alone in it, nobody does. */
    @Test
    void nobodyReceivesTheirOwnReport() {
        province(2);
        String secretary = person();
        fixture.post(secretary, "R-xa", "COMMITTEE_MEMBER");
        member(secretary, "thuongtruc-R-xa");
        assertThat(routing.routeOf(visit(secretary)).leader()).isTrue();
        sql.sql("delete from body_member where body_id = (select id from body where group_id = 'thuongtruc-R-xa') and person_id <> ?")
                .param(fixture.personId(secretary)).update();
        assertThatThrownBy(() -> routing.routeOf(visit(secretary))).isInstanceOf(RoutingImpossible.class)
                .hasMessageContaining("khác người báo cáo");
    }

    @Test
    void whoHoldsNoPostOnTheDayHasNoReceiver() {
        province(2);
        String person = person();
        fixture.post(person, "R-xa", "COMMUNE_WORKER");
        sql.sql("update post set valid_to = date '2026-04-02' where person_id = ?").param(fixture.personId(person)).update();
        assertThatThrownBy(() -> routing.routeOf(visit(person))).isInstanceOf(RoutingImpossible.class).hasMessageContaining("không giữ chức vụ nào");
        assertThat(routing.ownerOf(visit(person)).code()).as("somebody sees the case").isEqualTo(VisitFixture.COMMUNE);
    }

    private Visit visit(String person) {
        // What a test changes by SQL is to be read from the database.
        entities.clear();
        return new Visit(fixture.personId(person), fixture.cell(2), EVENING);
    }

    private String person() {
        return fixture.newPerson();
    }

    /** A small province of its own, with the Thường trực of each unit filled. */
    private void province(int levels) {
        unit("R-tinh", "PROVINCE", "Tỉnh Thử", null);
        if (levels == 3) {
            unit("R-huyen", "DISTRICT", "Huyện Thử", "R-tinh");
        }
        unit("R-xa", "COMMUNE", "Xã Thử", levels == 3 ? "R-huyen" : "R-tinh");
    }

    private void unit(String code, String level, String name, String parent) {
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                values (?, ?, ?, ?, (select id from party_unit where code = ?), date '2025-07-01')""")
                .params(code, level, level, name, parent).update();
        sql.sql("insert into body (unit_id, kind, name, group_id) select id, 'THUONG_TRUC', 'Thường trực ' || name, 'thuongtruc-' || code from party_unit where code = ?")
                .param(code).update();
        member(person(), "thuongtruc-" + code);
    }

    private void member(String person, String group) {
        sql.sql("insert into body_member (body_id, person_id, role, valid_from) select id, ?, 'Phó bí thư', ? from body where group_id = ?")
                .params(fixture.personId(person), LocalDate.of(2025, 7, 1), group).update();
    }
}
