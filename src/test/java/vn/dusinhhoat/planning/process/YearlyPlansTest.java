package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.planning.Amendments;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.platform.ModelsDeployed;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** The first of December: missed and caught up (rows T7, T8), and in the whole sample province with its 68 members. */
@ApplicationTest
@Import({PlanFixture.class, PlanRoad.class})
class YearlyPlansTest {

    private static final int MEMBERS = 68;
    private static final int VISITS = 2;
    private static final String BOARD = "dv-40-5";
    private static final String COMMUNE = "16702";
    private static final String COMMUNE_BOARD = "dv-16702-4";

    @Autowired
    private PlanFixture fixture;
    @Autowired
    private PlanRoad road;
    @Autowired
    private YearlyCatchUp catchUp;
    @Autowired
    private Amendments amendments;
    @Autowired
    private CampaignOpening opening;
    @Autowired
    private DutyStarts starts;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void aMissedFirstOfDecemberIsCaughtUpWithinAMonth() {
        at(2026, 11, 30);
        District district = fixture.district(3, LocalDate.of(2026, 12, 1));
        try {
            catchUp.run();
            assertThat(campaigns(district)).as("the day has not come").isEmpty();
            at(2026, 12, 4);
            catchUp.run();
            assertThat(campaigns(district)).as("the year that comes").containsExactly(2027);
            Long campaign = sql.sql("select id from plan_campaign where unit_id = ?").param(district.id()).query(Long.class).single();
            road.job(PlanCases.CAMPAIGN, campaign, "service_preparePlans");
            assertThat(road.task(road.planOf(campaign, district.leader()), "task_writePlan")).isNotNull();
            catchUp.run();
            events.publishEvent(new ModelsDeployed());
            assertThat(campaigns(district)).as("once").hasSize(1);
        } finally {
            fixture.close(district);
        }
    }

    /** A new version of the diagram loses the overdue timer without any start of the application. */
    @Test
    void aDeploymentCatchesUpToo() {
        at(2026, 12, 30);
        catchUp.run();
        District district = fixture.district(3, LocalDate.of(2026, 12, 1));
        try {
            events.publishEvent(new ModelsDeployed());
            assertThat(campaigns(district)).containsExactly(2027);
        } finally {
            fixture.close(district);
        }
    }

    @Test
    void laterThanAMonthTheBoardBeginsByHand() {
        at(2027, 1, 2);
        District district = fixture.district(3, LocalDate.of(2026, 12, 1));
        try {
            catchUp.run();
            assertThat(campaigns(district)).isEmpty();
            assertThat(road.open(district, 2027)).isNotNull();
        } finally {
            fixture.close(district);
        }
    }

    @Test
    void theProvinceFromTheTimerToItsHosts() {
        at(2026, 12, 1);
        Long province = sql.sql("select id from party_unit where code = '40'").query(Long.class).single();
        starts.set(province, LocalDate.of(2027, 1, 1), true, null);
        road.yearlyDay();
        Long campaign = sql.sql("select id from plan_campaign where unit_id = ? and state <> 'ENDED'").param(province).query(Long.class).single();
        try {
            whoIsAssignedWritesNoPlan();
            road.job(PlanCases.CAMPAIGN, campaign, "service_preparePlans");
            List<String> members = sql.sql("select p.user_id from member_plan m join person p on p.id = m.person_id where m.campaign_id = ?").param(campaign)
                    .query(String.class).list();
            assertThat(members).hasSize(MEMBERS).doesNotContainNull();
            assertThat(lines(campaign, "true")).isEqualTo(MEMBERS * VISITS);
            assertThat(lines(campaign, "l.cell_id is null or l.meeting_at is null")).as("everything has a proposal").isZero();
            assertThat(lines(campaign, "l.cell_id = (select home_cell_id from person where id = m.person_id)")).as("nobody at their own cell").isZero();
            assertThat(lines(campaign, "extract(year from l.meeting_at at time zone 'Asia/Ho_Chi_Minh') <> 2027")).isZero();
            specialAreasFirstAndMoreOften(campaign);
            members.forEach(user -> road.complete(road.planOf(campaign, user), "task_writePlan", user));
            road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
            road.complete(campaign, "task_checkPlans", BOARD);
            road.askHosts(campaign);
            hostsOfTheProvince(campaign);
        } finally {
            road.as(BOARD, () -> {
                amendments.giveUp(campaign, "Kết thúc thử", BOARD);
                return null;
            });
            starts.clear(province);
        }
    }

    /** There are more special cells than visits, and the others are visited all the same (II.1a, ruling A12). */
    private void specialAreasFirstAndMoreOften(Long campaign) {
        String special = "exists (select 1 from area_attribute w join party_unit c on w.unit_id in (c.id, c.parent_id) where c.id = l.cell_id)";
        String firstHalf = " and l.first_day = date '2027-01-01'";
        int ofSpecial = lines(campaign, special);
        int specialCells = sql.sql("select count(*) from party_unit c where c.level = 'CELL' and exists (select 1 from area_attribute where unit_id in (c.id, c.parent_id))")
                .query(Integer.class).single();
        int cells = sql.sql("select count(*) from party_unit where level = 'CELL'").query(Integer.class).single();
        assertThat(specialCells).isGreaterThan(MEMBERS * VISITS);
        assertThat(ofSpecial).isBetween(MEMBERS * VISITS / 4, MEMBERS * VISITS * 3 / 4);
        assertThat((double) ofSpecial / specialCells).as("visits of a cell").isGreaterThan(2.0 * lines(campaign, "not " + special) / (cells - specialCells));
        assertThat(lines(campaign, special + firstHalf)).as("first").isGreaterThan(ofSpecial * 4 / 5);
        assertThat(lines(campaign, "not " + special + firstHalf)).as("nobody waits for the second half altogether").isPositive();
    }

    /** By the table "Ai có nhiệm vụ gì" (III.2c, ruling A1): committees of communes owe visits every month, and are assigned them. */
    private void whoIsAssignedWritesNoPlan() {
        assertThat(sql.sql("select count(*) from plan_campaign c join party_unit u on u.id = c.unit_id where u.level = 'COMMUNE'").query(Integer.class).single())
                .isZero();
        assertThatThrownBy(() -> road.as(COMMUNE_BOARD, () -> opening.open(COMMUNE, 2027, COMMUNE_BOARD)))
                .hasMessageContaining("không đồng chí nào của").hasMessageContaining("có nhiệm vụ tự xây dựng kế hoạch");
    }

    /** One request for each commune with lines, with its lines and nobody else's, whose task is in its own tenant. */
    private void hostsOfTheProvince(Long campaign) {
        List<Long> communes = sql.sql("""
                select distinct c.parent_id from plan_line l join member_plan m on m.id = l.plan_id join party_unit c on c.id = l.cell_id
                where m.campaign_id = ?""").param(campaign).query(Long.class).list();
        assertThat(communes).as("over many communes").hasSizeGreaterThan(40);
        assertThat(sql.sql("select unit_id from host_request where campaign_id = ? and state = 'ASKED'").param(campaign).query(Long.class).list())
                .containsExactlyInAnyOrderElementsOf(communes);
        assertThat(lines(campaign, "l.state = 'SENT' and exists (select 1 from host_request r join party_unit c on c.parent_id = r.unit_id"
                + " where r.id = l.host_request_id and c.id = l.cell_id)")).isEqualTo(MEMBERS * VISITS);
        road.requests(campaign).forEach(request -> assertThat(road.task(request, "task_giveHostOpinion").getTenantId())
                .isEqualTo(sql.sql("select u.code from host_request r join party_unit u on u.id = r.unit_id where r.id = ?").param(request)
                        .query(String.class).single()));
    }

    private int lines(Long campaign, String condition) {
        return sql.sql("select count(*) from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ? and (" + condition + ")")
                .param(campaign).query(Integer.class).single();
    }

    private List<Integer> campaigns(District district) {
        return sql.sql("select year from plan_campaign where unit_id = ?").param(district.id()).query(Integer.class).list();
    }

    private void at(int year, int month, int day) {
        clock.moveTo(LocalDateTime.of(year, month, day, 9, 0).atZone(TimeZones.VIETNAM).toInstant());
    }
}
