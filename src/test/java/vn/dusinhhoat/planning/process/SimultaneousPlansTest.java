package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.planning.HostAnswer;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.planning.PlanViews.RequestView;
import vn.dusinhhoat.planning.StalePlan;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.AtOnce;

/** Two at once on one plan: one clear result (ADR 0012). */
class SimultaneousPlansTest extends PlanTest {

    @Autowired
    private CampaignOpening opening;
    @Autowired
    private ManagementService management;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private District district;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
    }

    @AfterEach
    void end() {
        people.shutdownNow();
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
        long version = version(plan);
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

    /** What hosts are asked about stands still: the member cannot change it under their hands, whoever comes first. */
    @RepeatedTest(3)
    void aHostAnswersWhileTheMemberChangesTheSameLine() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        Long request = road.requests(campaign).get(0);
        RequestView asked = road.as(road.hostOf(request, district), () -> agreements.read(request));
        RequestLine line = asked.lines().get(0);
        Long plan = sql.sql("select plan_id from plan_line where id = ?").param(line.id()).query(Long.class).single();
        String member = sql.sql("select p.user_id from member_plan m join person p on p.id = m.person_id where m.id = ?").param(plan).query(String.class).single();
        PlanView view = road.as(member, () -> plans.read(plan));
        LineView own = view.lines().stream().filter(each -> each.id().equals(line.id())).findFirst().orElseThrow();
        List<Throwable> refused = atOnce(() -> agree(request), () -> road.as(member, () -> plans.save(plan, view.version(),
                List.of(new MemberPlans.Typed(own.id(), own.cellId(), own.meetingAt().plusDays(1), null, false)))));
        assertThat(refused).singleElement().isInstanceOf(RuleViolation.class).asString().contains("chưa sửa được");
        assertThat(sql.sql("select state from plan_line where id = ? and meeting_at = ?")
                .params(line.id(), line.meetingAt().atZone(TimeZones.VIETNAM).toOffsetDateTime()).query(String.class).single()).isEqualTo("AGREED");
    }

    @RepeatedTest(3)
    void theMemberAndTheBoardAmendTheSameLine() throws Exception {
        String member = district.members().get(2);
        Long plan = road.planOf(road.inForce(district, 2027), member);
        Long line = sql.sql("select max(id) from plan_line where plan_id = ?").param(plan).query(Long.class).single();
        List<Throwable> refused = atOnce(() -> road.as(member, () -> amendments.amend(plan, List.of(line), "Đi công tác", member)),
                () -> road.as(district.board(), () -> amendments.amend(plan, List.of(line), "Chi bộ ghép họp", district.board())));
        assertThat(refused).singleElement().isInstanceOf(RuleViolation.class).asString().contains("đang được điều chỉnh");
        assertThat(sql.sql("select count(*) from plan_line where replaces_line_id = ?").param(line).query(Integer.class).single()).isOne();
    }

    @RepeatedTest(8)
    void aHostAnswersInTheMomentItsSilenceCounts() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        List<Long> requests = road.requests(campaign);
        agree(requests.get(1));
        String silence = road.jobOf(PlanCases.HOST, requests.get(0), "timer_hostSilent").getId();
        List<Throwable> refused = atOnce(() -> agree(requests.get(0)), () -> management.executeJob(silence));
        assertThat(refused).hasSizeLessThan(2);
        String answer = sql.sql("select state from host_request where id = ?").param(requests.get(0)).query(String.class).single();
        assertThat(answer).isIn("ANSWERED", "SILENT");
        assertThat(sql.sql("select distinct state from plan_line where host_request_id = ?").param(requests.get(0)).query(String.class).list())
                .containsExactly(answer.equals("SILENT") ? "SILENT_AGREED" : "AGREED");
        assertThat(road.isEnded(PlanCases.HOST, requests.get(0))).isTrue();
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_returnChanges")).as("goes on once").hasSize(1);
    }

    @RepeatedTest(3)
    void twoOfTheHostSaveAnAnswer() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        Long request = road.requests(campaign).get(0);
        String host = road.hostOf(request, district);
        RequestView asked = road.as(host, () -> agreements.read(request));
        Runnable save = () -> road.as(host, () -> agreements.save(request, asked.version(), List.of(new HostAgreements.TypedAnswer(
                asked.lines().get(0).id(), HostAnswer.AGREE, null, "Nhất trí"))));
        assertThat(atOnce(save, save)).singleElement().isInstanceOf(StalePlan.class);
    }

    /** Either the supplement is waited for, or it has come too late to be asked for. */
    @RepeatedTest(5)
    void oneAsksForMoreWhileTheOtherHasLookedEverythingOver() throws Exception {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, district.members().get(2));
        road.as(district.board(), () -> board.comment(plan, version(plan), "Bổ sung nội dung", List.of()));
        long version = version(plan);
        List<Throwable> refused = atOnce(() -> road.as(district.board(), () -> board.askForMore(plan, version, district.board())),
                () -> road.complete(campaign, "task_checkPlans", district.office()));
        assertThat(refused).hasSize(1);
        boolean asked = road.task(plan, "task_supplementPlan") != null;
        assertThat(sql.sql("select state from member_plan where id = ?").param(plan).query(String.class).single()).isEqualTo(asked ? "TO_SUPPLEMENT" : "SENT");
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_askHosts")).hasSize(asked ? 0 : 1);
        assertThat(sql.sql("select state from plan_campaign where id = ?").param(campaign).query(String.class).single())
                .isEqualTo(asked ? "CHECKING" : "COORDINATING");
    }

    private void send(Long campaign, String user) {
        road.complete(road.planOf(campaign, user), "task_writePlan", user);
    }

    private void agree(Long request) {
        road.complete(request, "task_giveHostOpinion", road.hostOf(request, district), Map.of("hostDecision", "AGREE_ALL"));
    }

    /** What was thrown; both begin in the same moment. */
    private List<Throwable> atOnce(Runnable one, Runnable two) throws Exception {
        return AtOnce.run(people, one, two);
    }
}
