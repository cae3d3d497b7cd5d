package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.planning.Amendments;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.planning.HostAnswer;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.planning.PlanViews.RequestView;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Districts of a test's own on the first of December 2026, when the next year is planned, and what is done with their plans. */
@ApplicationTest
@Import({PlanFixture.class, PlanRoad.class})
abstract class PlanTest {

    static final Map<String, Object> AGREED = Map.of("planOpinion", "AGREED");
    static final Map<String, Object> TO_ADJUST = Map.of("planOpinion", "TO_ADJUST");

    @Autowired
    PlanFixture fixture;
    @Autowired
    PlanRoad road;
    @Autowired
    MemberPlans plans;
    @Autowired
    BoardSteps board;
    @Autowired
    HostAgreements agreements;
    @Autowired
    Opinions opinions;
    @Autowired
    Amendments amendments;
    @Autowired
    Cycle cycle;
    @Autowired
    JdbcClient sql;
    @Autowired
    MovableClock clock;

    final List<District> districts = new ArrayList<>();

    @AfterEach
    void closeDistricts() {
        districts.forEach(fixture::close);
        clock.reset();
    }

    District nextDistrict(int members) {
        at(LocalDateTime.of(2026, 12, 1, 9, 0));
        District district = fixture.district(members, LocalDate.of(2026, 12, 1));
        districts.add(district);
        return district;
    }

    void at(LocalDateTime vietnam) {
        clock.moveTo(vietnam.atZone(TimeZones.VIETNAM).toInstant());
    }

    void openPeriods() {
        cycle.listDuties();
        assertThat(cycle.createBatch()).as("all in one batch").isFalse();
    }

    PlanView read(Long plan, String user) {
        return road.as(user, () -> plans.read(plan));
    }

    void comment(Long plan, District district, String text) {
        road.as(district.board(), () -> board.comment(plan, version(plan), text, List.of()));
    }

    void ask(Long plan, District district) {
        road.as(district.board(), () -> board.askForMore(plan, version(plan), district.board()));
    }

    void note(Long campaign, District district, String text) {
        road.as(district.leader(), () -> {
            opinions.note(campaign, text);
            return null;
        });
    }

    void giveUp(Long campaign, District district) {
        road.as(district.board(), () -> {
            amendments.giveUp(campaign, "Mở nhầm năm", district.board());
            return null;
        });
    }

    /** An amendment of these lines whose member has the task to write it. */
    Long amend(Long plan, String member, List<Long> lines, String reason) {
        Long amended = road.as(member, () -> amendments.amend(plan, lines, reason, member)).campaign();
        road.job(PlanCases.CAMPAIGN, amended, "service_preparePlans");
        return amended;
    }

    /** From the member's task of an amendment to the tasks of the hosts. */
    void amendmentToHosts(Long amended, String member, District district) {
        road.complete(road.planOf(amended, member), "task_writePlan", member);
        road.job(PlanCases.CAMPAIGN, amended, "rule_routeBoard");
        road.complete(amended, "task_checkPlans", district.board());
        road.askHosts(amended);
    }

    /** From the task of the board to the amendment in force. */
    void amendmentToForce(Long amended, District district) {
        road.consolidate(amended, district);
        road.complete(amended, "task_giveOpinion", district.leader(), AGREED);
        road.job(PlanCases.CAMPAIGN, amended, "service_putInForce");
    }

    /** The host proposes the next day for the line, and agrees to the others. */
    void proposeNextDay(Long request, RequestLine line, District district) {
        String host = road.hostOf(request, district);
        long version = asked(request, district).version();
        road.as(host, () -> agreements.save(request, version, List.of(new HostAgreements.TypedAnswer(line.id(),
                HostAnswer.OTHER_DATE, line.meetingAt().plusDays(1), "Chi bộ bận thu hoạch"))));
        road.complete(request, "task_giveHostOpinion", host, Map.of("hostDecision", "AS_MARKED"));
    }

    RequestView asked(Long request, District district) {
        return road.as(road.hostOf(request, district), () -> agreements.read(request));
    }

    Long planOf(Long line) {
        return sql.sql("select plan_id from plan_line where id = ?").param(line).query(Long.class).single();
    }

    long version(Long plan) {
        return sql.sql("select row_version from member_plan where id = ?").param(plan).query(Long.class).single();
    }

    String state(Long plan) {
        return sql.sql("select state from member_plan where id = ?").param(plan).query(String.class).single();
    }

    String lineState(Long line) {
        return sql.sql("select state from plan_line where id = ?").param(line).query(String.class).single();
    }

    int lines(Long campaign, String state) {
        return sql.sql("select count(*) from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ? and l.state = ?")
                .params(campaign, state).query(Integer.class).single();
    }
}
