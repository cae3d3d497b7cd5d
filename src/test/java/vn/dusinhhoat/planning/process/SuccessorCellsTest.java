package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.planning.PlanViews.RequestView;

/** A cell is merged into another one after its committee has been asked: whoever receives the visit now is asked, once (situation C13). */
class SuccessorCellsTest extends PlanTest {

    private District district;
    private Long campaign;
    private Long line;
    private String cell;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        campaign = road.open(district, 2027);
    }

    @Test
    void theOtherCommitteeIsAskedAndThePlanWaitsForIt() {
        road.toHosts(campaign, district);
        chooseLine();
        Long before = request();
        List<Long> asked = road.requests(campaign);
        mergeInto(inOtherCommune());
        Long now = request();
        assertThat(now).isNotIn(asked);
        road.job(PlanCases.HOST, now, "rule_routeHost");
        RequestView view = asked(now, district);
        assertThat(view.lines()).extracting(RequestLine::id).containsExactly(line);
        assertThat(asked(before, district).lines()).as("no host sees another's lines").extracting(RequestLine::id).doesNotContain(line);
        asked.forEach(request -> road.complete(request, "task_giveHostOpinion", road.hostOf(request, district), Map.of("hostDecision", "AGREE_ALL")));
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_returnChanges")).as("one has not answered").isEmpty();
        road.complete(now, "task_giveHostOpinion", road.hostOf(now, district), Map.of("hostDecision", "AGREE_ALL"));
        road.job(PlanCases.CAMPAIGN, campaign, "service_returnChanges");
        assertThat(lineState(line)).isEqualTo("AGREED");
        fixture.changed();
        assertThat(request()).as("once").isEqualTo(now);
    }

    @Test
    void afterTheStepOfTheHostsItIsAskedBesideTheRoadAndItsDateIsTaken() {
        road.toOpinion(campaign, district);
        chooseLine();
        mergeInto(inOtherCommune());
        assertThat(lineState(line)).isEqualTo("SENT");
        Long now = request();
        road.job(PlanCases.HOST, now, "rule_routeHost");
        RequestLine wanted = asked(now, district).lines().get(0);
        proposeNextDay(now, wanted, district);
        assertThat(lineState(line)).isEqualTo("AGREED");
        assertThat(meeting(line)).isEqualTo(wanted.meetingAt().plusDays(1));
        road.agree(campaign, district);
        assertThat(lineState(line)).isEqualTo("IN_FORCE");
    }

    @Test
    void aDateThatComesWhenThePlanIsInForceIsAnAmendment() {
        road.toOpinion(campaign, district);
        chooseLine();
        mergeInto(inOtherCommune());
        Long now = request();
        road.job(PlanCases.HOST, now, "rule_routeHost");
        road.agree(campaign, district);
        fixture.changed();
        assertThat(road.requests(campaign)).as("still asked").containsExactly(now);
        RequestLine wanted = asked(now, district).lines().get(0);
        proposeNextDay(now, wanted, district);
        assertThat(lineState(line)).isEqualTo("IN_FORCE");
        Long amended = sql.sql("select id from plan_line where replaces_line_id = ?").param(line).query(Long.class).single();
        assertThat(meeting(amended)).isEqualTo(wanted.meetingAt().plusDays(1));
    }

    @Test
    void silenceAfterThePlanIsInForceChangesNothing() {
        road.toOpinion(campaign, district);
        chooseLine();
        mergeInto(inOtherCommune());
        Long now = request();
        road.job(PlanCases.HOST, now, "rule_routeHost");
        road.agree(campaign, district);
        road.due(PlanCases.HOST, now, "timer_hostSilent");
        assertThat(lineState(line)).isEqualTo("IN_FORCE");
        assertThat(road.requests(campaign)).isEmpty();
    }

    @Test
    void theSameCommitteeOnTheSameDayHasAgreedAlreadyAndIsTold() {
        road.toOpinion(campaign, district);
        chooseLine();
        Long before = request();
        String successor = inSameCommune();
        sql.sql("update party_unit set meeting_day = (select meeting_day from party_unit where code = ?) where code = ?").params(cell, successor).update();
        LocalDateTime day = meeting(line);
        mergeInto(successor);
        assertThat(lineState(line)).isEqualTo("AGREED");
        assertThat(request()).isEqualTo(before);
        assertThat(meeting(line)).isEqualTo(day);
        assertThat(sql.sql("select cell_id from plan_line where id = ?").param(line).query(Long.class).single()).isEqualTo(fixture.cellId(successor));
        assertThat(road.requests(campaign)).isEmpty();
        assertThat(sql.sql("select detail from plan_event where campaign_id = ? and kind = 'CELL_TAKEN_OVER' and plan_id = ?").params(campaign, planOf(line))
                .query(String.class).list()).allSatisfy(detail -> assertThat(detail).endsWith("lấy ý kiến lại 0"));
    }

    @Test
    void theSameCommitteeOnAnotherDayIsAskedAgain() {
        road.toOpinion(campaign, district);
        chooseLine();
        String successor = inSameCommune();
        sql.sql("update party_unit set meeting_day = 24 where code = ?").param(successor).update();
        LocalDateTime day = meeting(line);
        mergeInto(successor);
        assertThat(meeting(line)).as("the same month").isEqualTo(day.withDayOfMonth(24));
        assertThat(lineState(line)).isEqualTo("SENT");
        assertThat(road.requests(campaign)).hasSize(1);
    }

    /** The board looks the plans over once more: its step comes before the hosts'. */
    @Test
    void whileTheBoardHasThePlansHostsAreAskedWithTheNextRound() {
        road.toOpinion(campaign, district);
        chooseLine();
        note(campaign, district, "Ưu tiên xóm mới sáp nhập.");
        road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST);
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        mergeInto(inOtherCommune());
        assertThat(road.requests(campaign)).isEmpty();
        assertThat(lineState(line)).isEqualTo("SENT");
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        assertThat(road.requests(campaign)).containsExactly(request());
    }

    /** A second round of the hosts' step while one of them is still being asked beside the road: the plan waits for that one, too. */
    @Test
    void whoIsAskedBesideTheRoadIsNotAskedTwice() {
        road.toOpinion(campaign, district);
        chooseLine();
        mergeInto(inOtherCommune());
        Long now = request();
        road.job(PlanCases.HOST, now, "rule_routeHost");
        note(campaign, district, "Xem lại quý III.");
        road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST);
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        road.complete(campaign, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, campaign, "service_askHosts");
        assertThat(road.requests(campaign)).containsExactly(now);
        road.complete(now, "task_giveHostOpinion", road.hostOf(now, district), Map.of("hostDecision", "AGREE_ALL"));
        road.job(PlanCases.CAMPAIGN, campaign, "service_returnChanges");
        assertThat(road.task(campaign, "task_consolidatePlan")).isNotNull();
    }

    /** A line of the fourth quarter, whose cell ends before; nobody else goes there. */
    private void chooseLine() {
        line = sql.sql("select max(l.id) from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ?").param(campaign)
                .query(Long.class).single();
        cell = sql.sql("select c.code from plan_line l join party_unit c on c.id = l.cell_id where l.id = ?").param(line).query(String.class).single();
        sql.sql("""
                update plan_line set state = 'ENDED' where cell_id = ? and id <> ? and meeting_at >= timestamptz '2027-09-01 00:00Z'""")
                .params(fixture.cellId(cell), line).update();
    }

    private String inOtherCommune() {
        String commune = cell.substring(0, cell.lastIndexOf('-'));
        String other = district.communes().get(commune.equals(district.communes().get(0)) ? 1 : 0);
        return other + cell.substring(cell.lastIndexOf('-'));
    }

    private String inSameCommune() {
        return cell.substring(0, cell.length() - 1) + (cell.endsWith("1") ? "2" : "1");
    }

    private void mergeInto(String successor) {
        sql.sql("update party_unit set valid_to = date '2027-08-31', successor_id = ? where code = ?").params(fixture.cellId(successor), cell).update();
        fixture.changed();
    }

    private Long request() {
        return sql.sql("select host_request_id from plan_line where id = ?").param(line).query(Long.class).single();
    }

    private LocalDateTime meeting(Long id) {
        return sql.sql("select meeting_at at time zone 'Asia/Ho_Chi_Minh' from plan_line where id = ?").param(id).query(LocalDateTime.class).single();
    }
}
