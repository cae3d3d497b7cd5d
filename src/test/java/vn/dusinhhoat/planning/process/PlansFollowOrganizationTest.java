package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.platform.TimeZones;

/** Members leave and join, cells end and meet on other days: the plan follows, for the lines concerned only (C8, C13, C18, C19, C23). */
class PlansFollowOrganizationTest extends PlanTest {

    private District district;
    private String third;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        third = district.members().get(2);
    }

    @Test
    void whoLeavesWhileTheOthersHaveSentIsWaitedForNoLonger() {
        Long campaign = road.open(district, 2027);
        road.complete(road.planOf(campaign, district.leader()), "task_writePlan", district.leader());
        road.complete(road.planOf(campaign, district.otherLeader()), "task_writePlan", district.otherLeader());
        leave(third, LocalDate.of(2026, 12, 15));
        Long plan = road.planOf(campaign, third);
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("end_memberEnded");
        assertThat(lineStates(plan)).containsOnly("ENDED");
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        assertThat(road.task(campaign, "task_checkPlans")).as("the campaign goes on").isNotNull();
    }

    @Test
    void whoLeavesInMidYearKeepsWhatComesBefore() {
        Long campaign = road.inForce(district, 2027);
        leave(third, LocalDate.of(2027, 6, 30));
        assertThat(lineStates(road.planOf(campaign, third))).containsExactly("IN_FORCE", "IN_FORCE", "ENDED", "ENDED");
        assertThat(lineStates(road.planOf(campaign, district.leader()))).as("nobody else's").containsOnly("IN_FORCE");
    }

    @Test
    void whoLeavesWhileHostsAreAskedIsAskedAboutNoMore() {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        district.members().forEach(member -> leaveSilently(member, LocalDate.of(2026, 12, 15)));
        List<Long> requests = road.requests(campaign);
        fixture.changed();
        assertThat(road.requests(campaign)).isEmpty();
        assertThat(road.passed(PlanCases.HOST, requests.get(0))).contains("end_requestEnded");
    }

    @Test
    void whoJoinsWhilePlansAreWrittenWritesOneToo() {
        Long campaign = road.open(district, 2027);
        String joined = fixture.newMember(district);
        fixture.changed();
        assertThat(road.task(road.planOf(campaign, joined), "task_writePlan").getAssignee()).isEqualTo(joined);
        fixture.changed();
        assertThat(sql.sql("select count(*) from member_plan where campaign_id = ?").param(campaign).query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    void whoJoinsInMidYearTakesTheSameRoadAlone() {
        road.inForce(district, 2027);
        clock.moveTo(LocalDateTime.of(2027, 4, 10, 9, 0).atZone(TimeZones.VIETNAM).toInstant());
        String joined = fixture.newMember(district);
        sql.sql("update post set valid_from = date '2027-04-05' where person_id = ?").param(fixture.personId(joined)).update();
        fixture.changed();
        Long amendment = amendment();
        road.job(PlanCases.CAMPAIGN, amendment, "service_preparePlans");
        Long plan = road.planOf(amendment, joined);
        assertThat(road.task(plan, "task_writePlan").getAssignee()).isEqualTo(joined);
        assertThat(lineStates(plan)).as("the quarters that are left").hasSize(3);
        fixture.changed();
        assertThat(amendment()).as("once").isEqualTo(amendment);
    }

    @Test
    void aCellThatEndsIsReplacedByWhoeverTookItOver() {
        Long campaign = road.inForce(district, 2027);
        Long line = sql.sql("""
                select l.id from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ? and l.meeting_at > timestamptz '2027-04-01 00:00Z'
                order by l.id limit 1""").param(campaign).query(Long.class).single();
        String cell = sql.sql("select c.code from plan_line l join party_unit c on c.id = l.cell_id where l.id = ?").param(line).query(String.class).single();
        String successor = cell.substring(0, cell.length() - 1) + (cell.endsWith("1") ? "2" : "1");
        sql.sql("update party_unit set valid_to = date '2027-02-01', successor_id = ? where code = ?").params(fixture.cellId(successor), cell).update();
        fixture.changed();
        assertThat(sql.sql("select cell_id from plan_line where replaces_line_id = ?").param(line).query(Long.class).single())
                .isEqualTo(fixture.cellId(successor));
        assertThat(sql.sql("select state from plan_line where id = ?").param(line).query(String.class).single())
                .as("until the amendment is in force").isEqualTo("IN_FORCE");
        assertThat(sql.sql("select reason from plan_campaign where id = ?").param(amendment()).query(String.class).single()).contains("sáp nhập");
    }

    @Test
    void aCellThatMeetsOnAnotherDayTakesItsVisitsAlong() {
        Long campaign = road.inForce(district, 2027);
        Long line = sql.sql("select min(l.id) from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ?").param(campaign)
                .query(Long.class).single();
        Long cell = sql.sql("select cell_id from plan_line where id = ?").param(line).query(Long.class).single();
        sql.sql("update party_unit set meeting_day = 21 where id = ?").param(cell).update();
        fixture.changed();
        assertThat(sql.sql("""
                select extract(day from n.meeting_at at time zone 'Asia/Ho_Chi_Minh') = 21
                       and date_trunc('month', n.meeting_at at time zone 'Asia/Ho_Chi_Minh') = date_trunc('month', o.meeting_at at time zone 'Asia/Ho_Chi_Minh')
                from plan_line n join plan_line o on o.id = n.replaces_line_id where o.id = ?""").param(line).query(Boolean.class).single()).isTrue();
        assertThat(sql.sql("select count(*) from plan_line where replaces_line_id is not null and cell_id <> ? and plan_id in (select id from member_plan where campaign_id = ?)")
                .params(cell, amendment()).query(Integer.class).single()).as("only that cell's").isZero();
    }

    @Test
    void aCellThatBecomesOnesOwnIsChosenAnew() {
        Long campaign = road.inForce(district, 2027);
        Long plan = road.planOf(campaign, third);
        Long cell = sql.sql("select cell_id from plan_line where plan_id = ? order by first_day limit 1").param(plan).query(Long.class).single();
        sql.sql("update person set home_cell_id = ? where user_id = ?").params(cell, third).update();
        fixture.changed();
        assertThat(sql.sql("select count(*) from plan_line n join plan_line o on o.id = n.replaces_line_id where o.plan_id = ? and o.cell_id = ? and n.cell_id is null")
                .params(plan, cell).query(Integer.class).single()).isPositive();
    }

    private Long amendment() {
        return sql.sql("select max(id) from plan_campaign where unit_id = ? and kind = 'AMENDMENT'").param(district.id()).query(Long.class).single();
    }

    private List<String> lineStates(Long plan) {
        return sql.sql("select state from plan_line where plan_id = ? order by first_day").param(plan).query(String.class).list();
    }

    private void leave(String user, LocalDate lastDay) {
        leaveSilently(user, lastDay);
        fixture.changed();
    }

    private void leaveSilently(String user, LocalDate lastDay) {
        sql.sql("update post set valid_to = ? where person_id = ?").params(lastDay, fixture.personId(user)).update();
    }
}
