package vn.dusinhhoat.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.testing.ApplicationTest;

/** Questions about the organisation as it was, is and will be on a day. */
@ApplicationTest
@Transactional
class OrganizationTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate NEXT_DAY = LAST_DAY.plusDays(1);

    @Autowired
    private Organization organization;
    @Autowired
    private PlanningFacts planning;
    @Autowired
    private JdbcClient sql;

    @Test
    void aUnitHasTheNameOfItsDay() {
        Long commune = idOf("17971");
        sql.sql("insert into unit_name (unit_id, valid_from, name) values (:id, :day, 'Xã Làng Sen')")
                .param("id", commune).param("day", NEXT_DAY).update();
        assertThat(organization.nameOf(commune, LAST_DAY)).isEqualTo("Xã Kim Liên");
        assertThat(organization.nameOf(commune, NEXT_DAY)).isEqualTo("Xã Làng Sen");
        assertThat(organization.nameOf(commune, LocalDate.of(1990, 1, 1))).as("before the first").isEqualTo("Xã Kim Liên");
    }

    @Test
    void afterItsEndWhoeverTookOverStandsForAUnit() {
        end("17971-4", "17971-5", LAST_DAY);
        end("17971-5", "17971-6", NEXT_DAY);
        Long ended = idOf("17971-4");
        assertThat(organization.inForce(ended, LAST_DAY).code()).isEqualTo("17971-4");
        assertThat(organization.inForce(ended, NEXT_DAY).code()).isEqualTo("17971-5");
        assertThat(organization.inForce(ended, NEXT_DAY.plusDays(1)).code()).isEqualTo("17971-6");
    }

    @Test
    void anEndedUnitWithoutSuccessorStandsForItself() {
        sql.sql("update party_unit set valid_to = :day where code = '17971-7'").param("day", LAST_DAY).update();
        assertThat(organization.inForce(idOf("17971-7"), NEXT_DAY).code()).isEqualTo("17971-7");
    }

    @Test
    void anExemptionHoldsFromItsFirstToItsLastDay() {
        Long person = organization.personOfUser("dv-17971-8").orElseThrow().id();
        sql.sql("insert into person_exemption (person_id, kind, valid_from, valid_to) values (:id, 'SUSPENDED', :from, :to)")
                .param("id", person).param("from", LAST_DAY).param("to", NEXT_DAY).update();
        assertThat(organization.isExempt(person, LAST_DAY.minusDays(1))).isFalse();
        assertThat(organization.isExempt(person, LAST_DAY)).isTrue();
        assertThat(organization.isExempt(person, NEXT_DAY)).isTrue();
        assertThat(organization.isExempt(person, NEXT_DAY.plusDays(1))).isFalse();
    }

    @Test
    void whoHasLeftHoldsNoPost() {
        Long person = organization.personOfUser("dv-17971-8").orElseThrow().id();
        sql.sql("update person set ended_on = :day where id = :id").param("day", LAST_DAY).param("id", person).update();
        assertThat(organization.postsOf(person, LAST_DAY)).isNotEmpty();
        assertThat(organization.postsOf(person, NEXT_DAY)).isEmpty();
    }

    @Test
    void cellsKnowTheirUsualMeeting() {
        PartyUnit cell = organization.unitByCode("17971-1").orElseThrow();
        assertThat(cell.kind().isResidential()).isTrue();
        assertThat(cell.meetingDay()).isPresent().get().satisfies(day -> assertThat(day).isBetween(1, 31));
        assertThat(cell.meetingTime()).isPresent();
        assertThat(organization.unitByCode("17971").orElseThrow().meetingTime()).isEqualTo(java.util.Optional.<LocalTime>empty());
    }

    @Test
    void plannersSeeAttributesAndAreasOfTheDay() {
        Long cell = idOf("17971-9");
        sql.sql("delete from area_attribute where unit_id = :id").param("id", cell).update();
        sql.sql("insert into area_attribute (unit_id, kind, weight, valid_from, valid_to) values (:id, 'BORDER', 4, :from, :from)")
                .param("id", cell).param("from", LAST_DAY).update();
        assertThat(planning.attributesOf(cell, LAST_DAY)).containsExactly(java.util.Map.entry(AreaAttribute.BORDER, 4));
        assertThat(planning.attributesOf(cell, NEXT_DAY)).isEmpty();
        Long person = sql.sql("select person_id from area_in_charge order by id limit 1").query(Long.class).single();
        assertThat(planning.areasOf(person, LAST_DAY)).isNotEmpty();
    }

    private void end(String code, String successor, LocalDate lastDay) {
        sql.sql("update party_unit set valid_to = :day, successor_id = :successor where code = :code")
                .param("day", lastDay).param("successor", idOf(successor)).param("code", code).update();
    }

    private Long idOf(String code) {
        return sql.sql("select id from party_unit where code = :code").param("code", code).query(Long.class).single();
    }
}
