package vn.dusinhhoat.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.notification.UrgingNotices;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.process.PlanRoad;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.ActionResult.Outcome;
import vn.dusinhhoat.supervision.BoardActions.MoreTime;
import vn.dusinhhoat.supervision.system.LimitTimerCheck;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Tasks of annual plans on the board: what they are about, urging, more time for task and timers together, hand-over, the story. */
@ApplicationTest
@Import({PlanFixture.class, PlanRoad.class})
class BoardPlansTest {

    private static final String MEMBER = "annual-plan-member";
    private static final String CAMPAIGN = "annual-plan";
    private static final String HOST = "host-agreement";
    private static final String PROVINCE = "bantochuctinh";
    /** Two weeks after the first of December, a Tuesday. */
    private static final LocalDate LIMIT = LocalDate.of(2026, 12, 15);

    @Autowired
    private BoardActions actions;
    @Autowired
    private Board board;
    @Autowired
    private CaseStory stories;
    @Autowired
    private HandOver handOver;
    @Autowired
    private Sights sights;
    @Autowired
    private LimitTimerCheck check;
    @Autowired
    private PlanFixture fixture;
    @Autowired
    private PlanRoad road;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private District district;
    private Long campaign;
    private Long plan;

    @BeforeEach
    void begin() {
        at(LocalDateTime.of(2026, 12, 1, 9, 0));
        district = fixture.district(3, LocalDate.of(2026, 12, 1));
        campaign = road.open(district, 2027);
        plan = road.planOf(campaign, district.members().get(2));
    }

    @AfterEach
    void end() {
        fixture.close(district);
        clock.reset();
    }

    @Test
    void aRowSaysWhosePlanItIs() {
        at(LocalDateTime.of(2026, 12, 14, 9, 0));
        BoardView.RowView row = row(district.board(), plan, "task_writePlan");
        assertThat(row.kindLabel()).isEqualTo("Gửi kế hoạch cá nhân");
        assertThat(row.subject()).isEqualTo("Kế hoạch năm 2027 của Huyện ủy Kế Hoạch " + district.code() + ", đồng chí Nguyễn Văn Ủy Viên 3");
        assertThat(row.who()).isEqualTo("Nguyễn Văn Ủy Viên 3");
        assertThat(row.actions()).as("not late yet").containsExactly(BoardAction.EXTEND);
        assertThat(row("giamsat", plan, "task_writePlan").actions()).isEmpty();
    }

    @Test
    void urgingDoesTheOpenTaskAndTheLadderGoesOn() {
        late();
        assertThat(row(district.office(), plan, "task_writePlan").step()).isEqualTo("LATE");
        assertThat(story("giamsat", plan, "task_writePlan").orElseThrow().coming()).extracting(ComingSteps.Step::text)
                .containsExactly("Đôn đốc gửi kế hoạch", "Báo cáo Thường trực cấp ủy", "Chốt: không gửi kế hoạch");
        road.due(MEMBER, plan, "timer_urge");
        assertThat(road.task(plan, "task_urgePlan")).isNotNull();
        ActionResult result = as(district.office(), sight -> actions.urge(sight, List.of(task(plan, "task_writePlan")), "Đã điện thoại"));
        assertThat(result.rows()).singleElement().satisfies(row -> {
            assertThat(row.outcome()).as(row.message()).isEqualTo(Outcome.DONE);
            assertThat(row.message()).isEqualTo(UrgingNotices.Outcome.NOBODY_REACHABLE.sentence());
        });
        assertThat(road.task(plan, "task_urgePlan")).isNull();
        assertThat(events(plan)).contains("URGED by " + district.office() + ": Đã điện thoại");
        assertThat(row(district.office(), plan, "task_writePlan")).satisfies(row -> {
            assertThat(row.step()).isEqualTo("LEADERS");
            assertThat(row.urged()).isEqualTo(1);
        });
        assertThat(road.jobs(MEMBER, plan, "timer_close")).hasSize(1);
        CaseStory.Story story = story("giamsat", plan, "task_writePlan").orElseThrow();
        assertThat(story.title()).contains("đồng chí Nguyễn Văn Ủy Viên 3");
        assertThat(story.taken()).extracting(CaseStory.Fact::kind).containsSequence("REMINDED", "URGED", "LISTED_FOR_LEADERS");
        assertThat(story.coming()).extracting(ComingSteps.Step::text).containsExactly("Chốt: không gửi kế hoạch");
    }

    @Test
    void urgingWithoutATaskToUrgeIsWrittenDownAndOneMailADayIsWritten() {
        late();
        sql.sql("update person set email = 'uy-vien@huyen.example.vn' where user_id = ?").param(district.members().get(2)).update();
        List<String> task = List.of(task(plan, "task_writePlan"));
        for (int n = 0; n < 2; n++) {
            assertThat(as(district.board(), sight -> actions.urge(sight, task, null)).rows().get(0).message())
                    .isEqualTo(UrgingNotices.Outcome.NOT_SENT.sentence());
        }
        assertThat(sql.sql("select count(*) from notice where task_id = ?").param(task.get(0)).query(Integer.class).single()).isEqualTo(1);
        assertThat(row(district.board(), plan, "task_writePlan").urged()).isEqualTo(2);
        assertThat(road.jobs(MEMBER, plan, "timer_urge")).as("the ladder waits all the same").hasSize(1);
    }

    @Test
    void moreTimeMovesTaskAndTimersTogetherAndTheDayIsExplained() {
        at(LocalDateTime.of(2026, 12, 9, 9, 0));
        MoreTime five = new MoreTime(5, null);
        List<String> task = List.of(task(plan, "task_writePlan"));
        BoardActions.Preview preview = as(district.board(), sight -> actions.previewExtension(sight, task, five)).get(0);
        // Five days after the 15th is a Sunday.
        LocalDate monday = LocalDate.of(2026, 12, 21);
        assertThat(preview.moved().from()).isEqualTo(LIMIT);
        assertThat(preview.moved().to()).isEqualTo(monday);
        assertThat(preview.moved().explanation()).contains("Từ thứ Ba, 01/12/2026; hạn 14 ngày", "gia hạn đến hết ngày thứ Hai, 21/12/2026 theo ý kiến của ");
        assertThat(due(plan, "task_writePlan")).as("nothing stored").isEqualTo(end(LIMIT));

        assertDone(as(district.board(), sight -> actions.extend(sight, task, five, "Đi học tập trung")));
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(monday));
        assertThat(moment(road.jobOf(MEMBER, plan, "timer_writingLate"))).isEqualTo(end(monday));
        assertThat(moment(road.jobOf(MEMBER, plan, "timer_remindWriting"))).as("from Friday the 11th").isEqualTo(end(LocalDate.of(2026, 12, 17)));
        assertThat(sql.sql("select limit_at from member_plan where id = ?").param(plan).query(java.sql.Timestamp.class).single().toInstant()).isEqualTo(end(monday));
        assertThat(events(plan)).anyMatch(event -> event.startsWith("LIMIT_EXTENDED by " + district.board()) && event.endsWith("lý do: Đi học tập trung"));
        assertThat(story("giamsat", plan, "task_writePlan").orElseThrow().limits()).singleElement()
                .satisfies(limit -> assertThat(limit.reason()).isEqualTo(preview.moved().explanation()));
        check.run();
        assertThat(sql.sql("select detail from consistency_report where about = 'LIMITS' order by id desc limit 1").query(String.class).single())
                .doesNotContain(task.get(0));
        ActionResult same = as(district.board(), sight -> actions.extend(sight, task, five, "Lần nữa"));
        assertThat(same.rows().get(0).message()).contains("không sau hạn hiện nay (hết ngày thứ Hai, 21/12/2026)");
    }

    @Test
    void lateAlreadyTheRestOfTheLadderMovesToo() {
        late();
        Instant urge = moment(road.jobOf(MEMBER, plan, "timer_urge"));
        assertDone(as(district.board(), sight -> actions.extend(sight, List.of(task(plan, "task_writePlan")), new MoreTime(null, LocalDate.of(2026, 12, 22)),
                "Mất mạng")));
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(LocalDate.of(2026, 12, 22)));
        assertThat(rows(district.board())).as("neither late nor soon").extracting(BoardView.RowView::taskId).doesNotContain(task(plan, "task_writePlan"));
        assertThat(moment(road.jobOf(MEMBER, plan, "timer_urge"))).as("not before the new limit").isAfter(end(LocalDate.of(2026, 12, 22))).isAfter(urge);
        road.complete(plan, "task_writePlan", district.members().get(2));
    }

    @Test
    void nobodyGivesTheirOwnBodyTimeButTheOneAboveDoes() {
        road.toCheck(campaign, district);
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        assertThat(row(district.board(), campaign, "task_checkPlans").actions()).containsExactly(BoardAction.HAND_OVER);
        assertThat(row(PROVINCE, campaign, "task_checkPlans").actions())
                .containsExactlyInAnyOrder(BoardAction.URGE, BoardAction.EXTEND, BoardAction.HAND_OVER);
        List<String> task = List.of(task(campaign, "task_checkPlans"));
        assertThat(as(district.board(), sight -> actions.extend(sight, task, new MoreTime(9, null), "Bận")).rows().get(0).outcome()).isEqualTo(Outcome.REFUSED);
        Instant closed = moment(road.jobOf(CAMPAIGN, campaign, "timer_checkClosed"));
        assertDone(as(PROVINCE, sight -> actions.urge(sight, task, null)));
        assertDone(as(PROVINCE, sight -> actions.extend(sight, task, new MoreTime(null, LocalDate.of(2026, 12, 24)), "Nhiều kế hoạch")));
        assertThat(due(campaign, "task_checkPlans")).isEqualTo(end(LocalDate.of(2026, 12, 24)));
        assertThat(moment(road.jobOf(CAMPAIGN, campaign, "timer_checkClosed"))).isAfter(closed);
        assertThat(story("giamsat", campaign, "task_checkPlans").orElseThrow()).satisfies(story -> {
            assertThat(story.title()).isEqualTo("Kế hoạch năm 2027 của Huyện ủy Kế Hoạch " + district.code());
            assertThat(story.taken()).extracting(CaseStory.Fact::kind).contains("URGED", "LIMIT_EXTENDED");
        });
    }

    @Test
    void aHostGetsMoreTimeBeforeItsSilenceCounts() {
        road.toHosts(campaign, district);
        Long request = road.requests(campaign).get(0);
        LocalDate before = Limit.dayOf(due(request, "task_giveHostOpinion"));
        assertDone(as(district.office(), sight -> actions.extend(sight, List.of(task(request, "task_giveHostOpinion")), new MoreTime(7, null), "Xã đang có bão")));
        Instant after = due(request, "task_giveHostOpinion");
        assertThat(Limit.dayOf(after)).isAfterOrEqualTo(before.plusDays(7));
        assertThat(moment(road.jobOf(HOST, request, "timer_hostSilent"))).isEqualTo(after);
        assertThat(sql.sql("select limit_at from host_request where id = ?").param(request).query(java.sql.Timestamp.class).single().toInstant()).isEqualTo(after);
        assertThat(story(PROVINCE, request, "task_giveHostOpinion").orElseThrow()).satisfies(story -> {
            assertThat(story.title()).contains("lịch dự tại xã Đón Tiếp");
            assertThat(story.taken()).extracting(CaseStory.Fact::kind).contains("HOSTS_ASKED", "LIMIT_EXTENDED");
        });
    }

    @Test
    void thuongTrucIsUrgedByNobodyAndItsMembersPlansAreTheirsToSee() {
        Long leaders = road.planOf(campaign, district.leader());
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        for (String other : List.of(district.board(), PROVINCE, "giamsat", "quantri")) {
            assertThat(rows(other)).extracting(BoardView.RowView::taskId).doesNotContain(task(leaders, "task_writePlan"));
            assertThat(story(other, leaders, "task_writePlan")).isEmpty();
        }
        assertThat(rows(district.leader())).extracting(BoardView.RowView::taskId).contains(task(leaders, "task_writePlan"));
        road.toOpinion(campaign, district);
        clock.moveTo(due(campaign, "task_giveOpinion").plusSeconds(60));
        assertThat(row(PROVINCE, campaign, "task_giveOpinion").actions()).containsExactly(BoardAction.HAND_OVER);
    }

    @Test
    void aBodysTaskGoesToAnotherOfItsMembers() {
        road.toCheck(campaign, district);
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        String task = task(campaign, "task_checkPlans");
        List<HandOver.Successor> successors = as(district.board(), sight -> handOver.successors(sight, task));
        assertThat(successors).extracting(HandOver.Successor::userId)
                .containsExactlyInAnyOrder(district.board(), district.office());
        assertDone(as(district.board(), sight -> actions.handOver(sight, List.of(task), district.office(), "Nghỉ phép")));
        assertThat(road.task(campaign, "task_checkPlans").getAssignee()).isEqualTo(district.office());
        assertThat(sql.sql("select detail from plan_event where campaign_id = ? and kind = 'HANDED_OVER'").param(campaign).query(String.class).single())
                .contains("Rà soát kế hoạch", "Lê Thị Văn Phòng", "Nghỉ phép");
    }

    /** The limit of writing has passed and its first step is taken. */
    private void late() {
        road.due(MEMBER, plan, "timer_remindWriting");
        road.due(MEMBER, plan, "timer_writingLate");
        clock.moveTo(clock.instant().plusSeconds(2));
    }

    private void at(LocalDateTime vietnam) {
        clock.moveTo(vietnam.atZone(TimeZones.VIETNAM).toInstant());
    }

    private static void assertDone(ActionResult result) {
        assertThat(result.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.outcome()).as(row.message()).isEqualTo(Outcome.DONE));
    }

    private String task(Long key, String element) {
        return sql.sql("""
                select t.id_ from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_ where c.business_key_ = ? and t.task_def_key_ = ?""")
                .params(String.valueOf(key), element).query(String.class).single();
    }

    private BoardView.RowView row(String user, Long key, String element) {
        String task = task(key, element);
        return rows(user).stream().filter(row -> row.taskId().equals(task)).findFirst().orElseThrow();
    }

    private List<BoardView.RowView> rows(String user) {
        return as(user, sight -> board.all(sight, BoardQuery.ALL, 5_000));
    }

    private Optional<CaseStory.Story> story(String user, Long key, String element) {
        Task task = tasks.createTaskQuery().taskId(task(key, element)).singleResult();
        return as(user, sight -> stories.of(sight, task.getProcessInstanceId()));
    }

    private Instant due(Long key, String element) {
        return tasks.createTaskQuery().taskId(task(key, element)).singleResult().getDueDate().toInstant();
    }

    private static Instant moment(Job job) {
        return job.getDuedate().toInstant();
    }

    private static Instant end(LocalDate day) {
        return Date.from(new Limit(day, "").at()).toInstant();
    }

    private List<String> events(Long planId) {
        return sql.sql("select kind || ' by ' || coalesce(actor, 'system') || ': ' || coalesce(detail, 'null') from plan_event where plan_id = ? order by id")
                .param(planId).query(String.class).list();
    }

    private <T> T as(String user, Function<Sight, T> work) {
        return road.as(user, () -> work.apply(sights.requireForCaller()));
    }
}
