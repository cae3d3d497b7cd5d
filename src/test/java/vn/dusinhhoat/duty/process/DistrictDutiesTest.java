package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The organisation with districts: their members' quarterly duties (II.1a, ruling A1). */
@TestPropertySource(properties = "dusinhhoat.sample.levels=THREE")
class DistrictDutiesTest extends CycleTest {

    private static final String DISTRICT = "412";
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private Long district;

    @BeforeEach
    void onlyTheDistrict() {
        district = unit(DISTRICT);
        starts.set(district, NEW_YEAR, false, null);
        sql.sql("insert into duty_start (unit_id, starts_on, changed_at) select id, '2030-01-01', now() from party_unit where parent_id = ?")
                .param(district).update();
        at(LocalDateTime.of(2026, 12, 20, 5, 0));
    }

    @AfterEach
    void posts() {
        sql.sql("delete from post where valid_from = '2027-02-01'").update();
    }

    @Test
    void theQuarterOfADistrictsMembers() {
        run();
        int members = sql.sql("select count(distinct person_id) from post where unit_id = ? and kind = 'COMMITTEE_MEMBER'").param(district)
                .query(Integer.class).single();
        assertThat(members).isGreaterThan(30);
        assertThat(duties("QUARTERLY")).isEqualTo(members);
        assertThat(duties("MONTHLY") + duties("HALF_YEARLY")).isZero();
        assertThat(sql.sql("select first_day || ' ' || last_day from duty_period where cadence = 'QUARTERLY'").query(String.class).list())
                .containsExactly("2027-01-01 2027-03-31");
        assertThat(wrongVisits()).isZero();
        assertThat(sql.sql("select count(distinct v.cell_id) from duty d join visit v on v.id = d.visit_id").query(Integer.class).single()).isEqualTo(members);
        assertThat(sql.sql("select count(distinct extract(month from v.meeting_at)) from duty d join visit v on v.id = d.visit_id")
                .query(Integer.class).single()).as("spread over the quarter").isEqualTo(3);
        assertThat(sql.sql("""
                select count(*) from duty d join act_ru_execution e on e.business_key_ = d.visit_id::text
                where e.tenant_id_ = ? and e.parent_id_ is null""").param(DISTRICT).query(Integer.class).single()).isEqualTo(members);
    }

    /** Ruling A2: the more frequent cadence of two posts, and once only. */
    @Test
    void whoIsOnTheCommunesCommitteeToo() {
        Long commune = sql.sql("select min(id) from party_unit where parent_id = ?").param(district).query(Long.class).single();
        starts.set(commune, NEW_YEAR, false, null);
        Long both = sql.sql("select min(person_id) from post where unit_id = ? and kind = 'COMMITTEE_MEMBER'").param(district).query(Long.class).single();
        sql.sql("insert into post (person_id, unit_id, kind, title, valid_from) values (?, ?, 'COMMITTEE_MEMBER', 'Ủy viên', '2027-02-01')")
                .params(both, commune).update();
        run();
        assertThat(sql.sql("select count(*) from duty where person_id = ?").param(both).query(Integer.class).single())
                .as("the quarter belongs to the monthly post, which begins in February").isZero();
        at(LocalDateTime.of(2027, 1, 20, 5, 0));
        run();
        assertThat(sql.sql("select p.cadence || ' ' || p.first_day from duty d join duty_period p on p.id = d.period_id where d.person_id = ?")
                .param(both).query(String.class).list()).containsExactly("MONTHLY 2027-02-01");
    }
}
