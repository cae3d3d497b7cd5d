package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.duty.Cycle;

/** Who owes a visit in December, and for which days: situations C8, C18, ruling A2, the start of a pilot. */
class OwedDutiesTest extends CycleTest {

    private static final String COMMUNE = "17110";
    private static final String OTHER_COMMUNE = "17125";

    @Autowired
    private Cycle cycle;
    @Autowired
    private VisitFixture fixture;

    private Long person;

    @BeforeEach
    void somebody() {
        person = fixture.personId(fixture.newPerson());
        starts.set(unit(COMMUNE), LocalDate.of(2026, 12, 1), false, null);
    }

    @AfterEach
    void posts() {
        sql.sql("delete from post where person_id = ?").param(person).update();
    }

    /** Fifteen days are enough, fourteen owe nothing. */
    @ParameterizedTest(name = "post from {0} to {1}")
    @CsvSource({
        "2025-07-01, ,           '{[2026-12-01,2027-01-01)}'",
        "2026-12-10, ,           '{[2026-12-10,2027-01-01)}'",
        "2026-12-17, ,           '{[2026-12-17,2027-01-01)}'",
        "2026-12-18, ,           ",
        "2025-07-01, 2026-12-15, '{[2026-12-01,2026-12-16)}'",
        "2025-07-01, 2026-12-14, ",
        "2025-07-01, 2026-11-30, ",
        "2027-01-01, ,           ",
    })
    void joiningAndLeaving(LocalDate from, LocalDate to, String days) {
        post(COMMUNE, "COMMITTEE_MEMBER", from, to);
        cycle.listDuties();
        assertThat(owed()).isEqualTo(days == null ? List.of() : List.of(days));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource({
        "EXEMPT,    2026-12-05, 2026-12-20, '{[2026-12-01,2026-12-05),[2026-12-21,2027-01-01)}'",
        "EXEMPT,    2026-12-05, 2026-12-21, ",
        "SUSPENDED, 2026-12-16, ,           '{[2026-12-01,2026-12-16)}'",
        "SUSPENDED, 2026-12-15, ,           ",
        "SUSPENDED, 2026-01-01, 2026-11-30, '{[2026-12-01,2027-01-01)}'",
    })
    void exemptAndSuspended(String kind, LocalDate from, LocalDate to, String days) {
        post(COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2025, 7, 1), null);
        sql.sql("insert into person_exemption (person_id, kind, valid_from, valid_to) values (?, ?, ?, ?)").params(person, kind, from, to).update();
        cycle.listDuties();
        assertThat(owed()).isEqualTo(days == null ? List.of() : List.of(days));
    }

    @Test
    void whoIsGone() {
        post(COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2025, 7, 1), null);
        sql.sql("update person set ended_on = '2026-12-20' where id = ?").param(person).update();
        cycle.listDuties();
        assertThat(owed()).containsExactly("{[2026-12-01,2026-12-21)}");
        sql.sql("update person set ended_on = '2026-12-02' where id = ?").param(person).update();
        cycle.listDuties();
        assertThat(owed()).as("it has no visit yet, so it goes").isEmpty();
    }

    @Test
    void severalPostsOweOnce() {
        starts.set(unit(OTHER_COMMUNE), LocalDate.of(2026, 12, 1), false, null);
        post(COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2025, 7, 1), LocalDate.of(2026, 12, 10));
        post(COMMUNE, "COMMUNE_WORKER", LocalDate.of(2026, 12, 20), null);
        post(OTHER_COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 12));
        cycle.listDuties();
        assertThat(owed()).containsExactly("{[2026-12-01,2026-12-13),[2026-12-20,2027-01-01)}");
    }

    /** What is said of the commune goes before what is said of the province; a start in the month leaves the rest of it. */
    @Test
    void theNearestStartCounts() {
        starts.set(unit("40"), LocalDate.of(2026, 12, 1), false, null);
        starts.set(unit(COMMUNE), LocalDate.of(2026, 12, 12), false, null);
        post(COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2025, 7, 1), null);
        cycle.listDuties();
        assertThat(owed()).containsExactly("{[2026-12-12,2027-01-01)}");
    }

    /** Situation C8: the period is open and has its visits already. */
    @Test
    void whoJoinsAnOpenPeriod() {
        run();
        at(LocalDateTime.of(2026, 12, 5, 9, 0));
        post(COMMUNE, "COMMITTEE_MEMBER", LocalDate.of(2026, 12, 5), null);
        int before = duties("MONTHLY");
        run();
        assertThat(owed()).containsExactly("{[2026-12-05,2027-01-01)}");
        assertThat(duties("MONTHLY")).isEqualTo(before + 1);
        assertThat(sql.sql("select count(*) from duty d join visit v on v.id = d.visit_id where d.person_id = ? and v.meeting_at > '2026-12-05'")
                .param(person).query(Integer.class).single()).isOne();
    }

    private void post(String unitCode, String kind, LocalDate from, LocalDate to) {
        sql.sql("insert into post (person_id, unit_id, kind, title, valid_from, valid_to) values (?, ?, ?, 'Chức vụ thử', ?, ?)")
                .params(person, unit(unitCode), kind, from, to).update();
    }

    private List<String> owed() {
        return sql.sql("select d.days::text from duty d join duty_period p on p.id = d.period_id where d.person_id = ? and p.first_day = '2026-12-01'")
                .param(person).query(String.class).list();
    }
}
