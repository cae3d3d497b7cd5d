package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.planning.Amendments;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.StalePlan;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Two at once on one plan: one clear result (ADR 0012). */
@ApplicationTest
@Import({PlanFixture.class, PlanRoad.class})
class SimultaneousPlansTest {

    @Autowired
    private PlanFixture fixture;
    @Autowired
    private PlanRoad road;
    @Autowired
    private CampaignOpening opening;
    @Autowired
    private BoardSteps board;
    @Autowired
    private Amendments amendments;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private District district;

    @BeforeEach
    void begin() {
        clock.moveTo(LocalDateTime.of(2026, 12, 1, 9, 0).atZone(TimeZones.VIETNAM).toInstant());
        district = fixture.district(3, LocalDate.of(2026, 12, 1));
    }

    @AfterEach
    void end() {
        people.shutdownNow();
        fixture.close(district);
        clock.reset();
    }

    @RepeatedTest(3)
    void twoOfTheBoardBeginTheSamePlan() throws Exception {
        Runnable open = () -> road.as(district.board(), () -> opening.open(district.code(), 2027, district.board()));
        assertThat(atOnce(open, open)).singleElement().isInstanceOf(RuleViolation.class);
        assertThat(sql.sql("select count(*) from plan_campaign where unit_id = ? and kind = 'ANNUAL'").param(district.id()).query(Integer.class).single()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void twoOfTheBoardCommentOnOnePlan() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, district.members().get(2));
        long version = sql.sql("select row_version from member_plan where id = ?").param(plan).query(Long.class).single();
        List<Throwable> refused = atOnce(() -> road.as(district.board(), () -> board.comment(plan, version, "Một", List.of())),
                () -> road.as(district.office(), () -> board.comment(plan, version, "Hai", List.of())));
        assertThat(refused).singleElement().isInstanceOf(StalePlan.class);
    }

    /** Whoever is last must not be the one that nobody notices: the campaign goes on once, whichever of the two was last. */
    @RepeatedTest(5)
    void theLastTwoMembersSend() throws Exception {
        Long campaign = road.open(district, 2027);
        road.complete(road.planOf(campaign, district.leader()), "task_writePlan", district.leader());
        List<Throwable> refused = atOnce(() -> send(campaign, district.members().get(1)), () -> send(campaign, district.members().get(2)));
        assertThat(refused).isEmpty();
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "rule_routeBoard")).hasSize(1);
    }

    @RepeatedTest(5)
    void aMemberSendsWhileTheStepIsClosed() throws Exception {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, district.members().get(2));
        road.due(PlanCases.MEMBER, plan, "timer_writingLate");
        road.due(PlanCases.MEMBER, plan, "timer_urge");
        road.due(PlanCases.MEMBER, plan, "timer_urgeSkipped");
        String close = road.jobOf(PlanCases.MEMBER, plan, "timer_close").getId();
        atOnce(() -> send(campaign, district.members().get(2)), () -> management.executeJob(close));
        String state = sql.sql("select state from member_plan where id = ?").param(plan).query(String.class).single();
        assertThat(state).isIn("SENT", "NOT_SENT");
        assertThat(road.isEnded(PlanCases.MEMBER, plan)).as("closed or waiting, as the table says").isEqualTo(state.equals("NOT_SENT"));
        assertThat(road.task(plan, "task_writePlan")).isNull();
    }

    @RepeatedTest(5)
    void twoHostsAnswerLast() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        List<Long> requests = road.requests(campaign);
        assertThat(requests).hasSize(2);
        List<Throwable> refused = atOnce(() -> agree(requests.get(0)), () -> agree(requests.get(1)));
        assertThat(refused).isEmpty();
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_returnChanges")).hasSize(1);
    }

    @RepeatedTest(5)
    void aHostAnswersWhileTheCampaignIsGivenUp() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        Long request = road.requests(campaign).get(0);
        atOnce(() -> agree(request), () -> road.as(district.board(), () -> {
            amendments.giveUp(campaign, "Mở nhầm", district.board());
            return null;
        }));
        boolean ended = sql.sql("select state = 'ENDED' from plan_campaign where id = ?").param(campaign).query(Boolean.class).single();
        String answer = sql.sql("select state from host_request where id = ?").param(request).query(String.class).single();
        assertThat(answer).isIn(ended ? List.of("ENDED", "ANSWERED") : List.of("ANSWERED"));
        assertThat(road.isEnded(PlanCases.HOST, request)).isTrue();
        assertThat(road.isEnded(PlanCases.CAMPAIGN, campaign)).isEqualTo(ended);
    }

    private void send(Long campaign, String user) {
        road.complete(road.planOf(campaign, user), "task_writePlan", user);
    }

    private void agree(Long request) {
        road.complete(request, "task_giveHostOpinion", road.hostOf(request, district), Map.of("hostDecision", "AGREE_ALL"));
    }

    /** What was thrown; both begin in the same moment. */
    private List<Throwable> atOnce(Runnable one, Runnable two) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable each : List.of(one, two)) {
            running.add(people.submit(() -> {
                together.await();
                each.run();
                return null;
            }));
        }
        List<Throwable> thrown = new ArrayList<>();
        for (Future<?> each : running) {
            try {
                each.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                thrown.add(e.getCause());
            }
        }
        return thrown;
    }
}
