package vn.dusinhhoat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.platform.InstallationProperties;
import vn.dusinhhoat.platform.TimeZones;

/** A small district with two communes, and its plan of next year: some of its people are watched, the others do what they are asked. */
abstract class DistrictPlanWalk extends WalkInTurns {

    static final String PLANS = "/camunda/plans/";
    private static final Map<String, Object> AGREED = Map.of("planOpinion", "AGREED");
    private static final int MEMBERS = 3;

    @Autowired
    PlanFixture fixture;
    @Autowired
    JdbcClient sql;
    @Autowired
    TaskService tasks;
    @Autowired
    private CampaignOpening opening;
    @Autowired
    private IdentityService identities;
    @Autowired
    private ManagementService management;
    final int year = LocalDate.now(TimeZones.VIETNAM).getYear() + 1;
    PlanJourneyFacts facts;
    District district;
    /** Of no leading body. */
    String third;

    @BeforeEach
    void district() {
        facts = new PlanJourneyFacts(sql, tasks, identities);
        district = fixture.district(MEMBERS, LocalDate.of(year, 1, 1));
        third = district.members().get(2);
        Stream.of(district.members(), district.hosts(), List.of(district.board())).flatMap(List::stream).forEach(this::mayLogIn);
    }

    @AfterEach
    void close() {
        fixture.close(district);
    }

    void mayLogIn(String userId) {
        sql.sql("update person set email = ? where user_id = ?").params(userId + "@dusinhhoat.example", userId).update();
        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword(InstallationProperties.SAMPLE_PASSWORD);
        identities.saveUser(user);
    }

    /** The board has opened the year; everybody has the task. */
    Long open() {
        facts.as(district.board(), () -> opening.open(district.code(), year, district.board()));
        Long campaign = newest("ANNUAL");
        district.members().forEach(member -> facts.task(planOf(campaign, member), "task_writePlan"));
        return campaign;
    }

    Long newest(String kind) {
        return sql.sql("select max(id) from plan_campaign where unit_id = ? and kind = ?").params(district.id(), kind).query(Long.class).single();
    }

    Long planOf(Long campaign, String user) {
        return Awaitility.await().until(() -> sql.sql("""
                select m.id from member_plan m join person p on p.id = m.person_id where m.campaign_id = ? and p.user_id = ?""").params(campaign, user)
                .query(Long.class).optional().orElse(null), found -> found != null);
    }

    void send(Long campaign, List<String> members) {
        members.forEach(member -> facts.complete(planOf(campaign, member), "task_writePlan", member, Map.of()));
    }

    void boardPasses(Long campaign) {
        facts.complete(campaign, "task_checkPlans", district.board(), Map.of());
    }

    /** Requests that wait for their hosts. */
    List<Long> requests(Long campaign) {
        return Awaitility.await().until(() -> sql.sql("select id from host_request where campaign_id = ? and state = 'ASKED' order by id").param(campaign)
                .query(Long.class).list(), found -> !found.isEmpty());
    }

    String hostOf(Long request) {
        String commune = sql.sql("select u.code from host_request r join party_unit u on u.id = r.unit_id where r.id = ?").param(request)
                .query(String.class).single();
        return district.hosts().get(district.communes().indexOf(commune));
    }

    void hostAgrees(Long request) {
        facts.complete(request, "task_giveHostOpinion", hostOf(request), Map.of("hostDecision", "AGREE_ALL"));
    }

    void boardConsolidates(Long campaign) {
        facts.complete(campaign, "task_consolidatePlan", district.board(), Map.of());
    }

    /** From the board's task to the plan in force. */
    void settle(Long campaign) {
        boardPasses(campaign);
        facts.awaitState(campaign, "COORDINATING");
        requests(campaign).forEach(this::hostAgrees);
        boardConsolidates(campaign);
        facts.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        if (sql.sql("select exists (select 1 from member_plan m where m.campaign_id = ? and m.person_id = ?)")
                .params(campaign, fixture.personId(district.leader())).query(Boolean.class).single()) {
            facts.complete(campaign, "task_giveOwnOpinion", district.otherLeader(), AGREED);
        }
        facts.awaitState(campaign, "IN_FORCE");
    }

    Long inForce() {
        Long campaign = open();
        send(campaign, district.members());
        settle(campaign);
        return campaign;
    }

    /** Runs the timer of the case as if its time had come. */
    void fire(Long key, String element) {
        String job = Awaitility.await().until(() -> sql.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join act_ru_jobdef d on d.id_ = j.job_def_id_
                where e.business_key_ = ? and d.act_id_ = ?""").params(String.valueOf(key), element).query(String.class).optional().orElse(null),
                found -> found != null);
        management.executeJob(job);
    }

    /** How many of the district's people have been told it in the campaign. */
    int told(Long campaign, String topic) {
        return sql.sql("select count(*) from notice where campaign_id = ? and topic = ?").params(campaign, topic).query(Integer.class).single();
    }

    boolean isAsked(String userId, String titlePart) {
        return tasks.createTaskQuery().taskAssignee(userId).taskNameLike("%" + titlePart + "%").count() > 0;
    }

    /** The campaign on the page of plans. */
    static Locator campaignOn(Page page, Long campaign) {
        return page.locator("[data-campaign='" + campaign + "']");
    }

    static void press(Locator part, String button) {
        part.getByText(button, EXACTLY).first().click();
    }

    static void see(Locator part, String... sentences) {
        for (String sentence : sentences) {
            assertThat(part).containsText(sentence);
        }
    }
}
