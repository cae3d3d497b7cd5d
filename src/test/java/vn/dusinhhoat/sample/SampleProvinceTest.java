package vn.dusinhhoat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.dusinhhoat.attendance.ReportRoute;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.testing.ApplicationTest;

/** The sample is a whole province, in the organisation of today and in the one with districts. */
class SampleProvinceTest {

    private static final String FILLED = """
            select count(*) from body b where not exists (select 1 from body_member m where m.body_id = b.id)""";
    private static final String ENOUGH_VISITORS = """
            select count(*) from party_unit u where u.level = 'COMMUNE'
            and (select count(*) from post p where p.unit_id = u.id)
              < (select count(*) from party_unit c where c.parent_id = u.id)""";

    @Nested
    @ApplicationTest
    class TwoLevels {

        @Autowired
        private JdbcClient sql;

        @Test
        void isTheWholeProvinceOfToday() {
            assertThat(count(sql, "select count(*) from party_unit where level = 'COMMUNE'")).isEqualTo(130);
            assertThat(count(sql, "select count(*) from party_unit where level = 'CELL'")).isEqualTo(3_800);
            assertThat(count(sql, "select count(*) from party_unit where level = 'DISTRICT'")).isZero();
            assertThat(count(sql, "select count(*) from post where kind = 'COMMITTEE_MEMBER' and unit_id = 1")).isEqualTo(68);
            assertThat(count(sql, """
                    select count(*) from (select count(*) n from post p join party_unit u on u.id = p.unit_id
                    where u.level = 'COMMUNE' and p.kind = 'COMMITTEE_MEMBER' group by u.id) s
                    where n not between 27 and 33""")).isZero();
        }

        @Test
        void everyBodyIsFilledAndEveryCellCanBeVisitedEveryMonth() {
            assertThat(count(sql, FILLED)).isZero();
            assertThat(count(sql, ENOUGH_VISITORS)).isZero();
        }

        @Test
        void everybodyWithAPostHasAnAccountAndCellCommitteesNeedNone() {
            assertThat(count(sql, "select count(*) from person p where exists (select 1 from post where post.person_id = p.id)"
                    + " and not exists (select 1 from act_id_user u where u.id_ = p.user_id)")).isZero();
            assertThat(count(sql, "select count(*) from body_member m join body b on b.id = m.body_id"
                    + " join person p on p.id = m.person_id where b.kind = 'CELL_COMMITTEE' and p.user_id is null")).isEqualTo(7_600);
        }

        @Test
        void cellsHaveTheirMeetingAndTheProvinceItsAddressees() {
            assertThat(count(sql, "select count(*) from party_unit where level = 'CELL' and (meeting_day is null or meeting_time is null)"))
                    .isZero();
            assertThat(count(sql, "select count(distinct kind) from area_attribute")).isEqualTo(3);
            assertThat(count(sql, "select count(*) from addressee")).isEqualTo(2 * 131);
            assertThat(count(sql, "select count(distinct unit_id) from area_in_charge")).isEqualTo(130);
        }
    }

    @Nested
    @ApplicationTest
    @Import(VisitFixture.class)
    @TestPropertySource(properties = "dusinhhoat.sample.levels=THREE")
    class ThreeLevels {

        @Autowired
        private JdbcClient sql;
        @Autowired
        private VisitFixture fixture;
        @Autowired
        private Visits visits;

        @Test
        void isTheProvinceOfMarch2025() {
            assertThat(count(sql, "select count(*) from party_unit where level = 'DISTRICT'")).isEqualTo(20);
            assertThat(count(sql, "select count(*) from party_unit where level = 'COMMUNE'")).isEqualTo(412);
            assertThat(count(sql, "select count(*) from party_unit where level = 'CELL'")).isEqualTo(3_800);
            assertThat(count(sql, FILLED)).isZero();
            assertThat(count(sql, ENOUGH_VISITORS)).isZero();
        }

        @Test
        void districtMembersReportWithinThreeDaysToTheirDistrict() {
            Visit visit = fixture.visitOf("huyenuyvien", LocalDate.of(2025, 3, 3));
            ReportRoute route = visits.routeReport(visit.id());
            assertThat(route.path()).isEqualTo(ReportPath.THREE_DAYS);
            assertThat(route.receiver().name()).matches("Thường trực (Thành|Huyện|Thị) ủy .+");
            assertThat(route.receiver().unit().level().name()).isEqualTo("DISTRICT");
        }
    }

    private static int count(JdbcClient sql, String query) {
        return sql.sql(query).query(Integer.class).single();
    }
}
