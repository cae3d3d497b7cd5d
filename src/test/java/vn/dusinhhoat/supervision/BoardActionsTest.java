package vn.dusinhhoat.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.ActionResult.Outcome;
import vn.dusinhhoat.supervision.BoardActions.MoreTime;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** What staff do from the board: with the right to it, for many at once, kept with the case; and what they may not. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class BoardActionsTest {

    /** Thursday; the limit of a report in one day is Friday. */
    private static final LocalDate MEETING = LocalDate.of(2026, 5, 14);
    private static final LocalDate LIMIT = LocalDate.of(2026, 5, 15);
    private static final String OFFICE = "dv-17971-7";
    private static final String BOARD = "dv-17971-4";
    private static final String ELSEWHERE = "dv-16690-7";

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
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void beforeTheMeeting() {
        clock.moveTo(MEETING.minusDays(3).atTime(9, 0).atZone(TimeZones.VIETNAM).toInstant());
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void urgingDoesTheOpenTaskAndTheLadderGoesOn() {
        Visit visit = late(fixture.newWorker());
        engine.runDueJob(visit, "attendance-report", "timer_urge");
        Task urge = open(visit, "task_urgeReport");
        ActionResult result = as(OFFICE, sight -> actions.urge(sight, List.of(report(visit)), "Đã điện thoại"));
        assertThat(result.done()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskId(urge.getId()).count()).isZero();
        assertThat(engine.jobs(visit, "attendance-report", "timer_above")).hasSize(1);
        assertThat(events(visit, VisitEvent.Kind.URGED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(OFFICE);
            assertThat(event.detail()).isEqualTo("Đôn đốc gửi báo cáo: Đã điện thoại");
        });
        assertThat(row(visit)).satisfies(row -> {
            assertThat(row.step()).isEqualTo("LEADERS");
            assertThat(row.urged()).isEqualTo(1);
        });
        assertThat(sql.sql("select detail from audit_event where kind = 'SUPERVISION' and actor = ? order by id desc limit 1").param(OFFICE)
                .query(String.class).single()).isEqualTo("URGE task_writeReportOneDay");
        assertThat(sql.sql("select count(*) from act_hi_varinst where name_ = 'urgingNote'").query(Integer.class).single())
                .as("what was written stays out of the case").isZero();
    }

    @Test
    void urgingBeforeThereIsATaskIsWrittenDown() {
        Visit visit = late(fixture.newWorker());
        as(BOARD, sight -> actions.urge(sight, List.of(report(visit)), null));
        assertThat(events(visit, VisitEvent.Kind.URGED)).hasSize(1);
        assertThat(row(visit).step()).isEqualTo("URGED");
        assertThat(engine.jobs(visit, "attendance-report", "timer_urge")).hasSize(1);
    }

    @Test
    void eachOfManyGetsItsOwnAnswer() {
        Visit one = late(fixture.newWorker());
        Visit sent = late(fixture.newWorker());
        Visit other = late(fixture.newWorker());
        String sentTask = report(sent);
        fixture.fillIn(sent, VisitFixture.COMPLETE);
        engine.complete(open(sent, "task_writeReportOneDay"), userOf(sent));
        String reception = open(sent, "task_receiveReport").getId();
        ActionResult result = as(OFFICE, sight -> actions.urge(sight, List.of(report(one), sentTask, reception, report(other), "khong-co"), null));
        assertThat(result.done()).isEqualTo(2);
        assertThat(result.rows()).extracting(ActionResult.RowResult::outcome)
                .containsExactly(Outcome.DONE, Outcome.NOT_FOUND, Outcome.REFUSED, Outcome.DONE, Outcome.NOT_FOUND);
        assertThat(result.rows().get(2).message()).isEqualTo("Không áp dụng được cho việc này.");
    }

    @Test
    void whoMayNotDoesNothing() {
        Visit visit = late(fixture.newWorker());
        List<String> task = List.of(report(visit));
        assertThatThrownBy(() -> as(ELSEWHERE, sight -> actions.urge(sight, task, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("giamsat", sight -> actions.urge(sight, task, null))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(VisitFixture.COMMUNE_RECEIVER, sight -> actions.extend(sight, task, new MoreTime(2, null), "Lý do")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as("quantri", sight -> actions.excuse(sight, task, AbsenceReason.SICK, "Lý do"))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(fixture.newWorker(), sight -> actions.urge(sight, task, null))).isInstanceOf(NotFound.class);
        assertThat(events(visit, VisitEvent.Kind.URGED, VisitEvent.Kind.LIMIT_EXTENDED)).isEmpty();
    }

    @Test
    void nobodyActsOnTheirOwnWork() {
        Visit own = late(OFFICE);
        assertThat(as(OFFICE, sight -> actions.urge(sight, List.of(report(own)), null)).rows().get(0).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(as(OFFICE, sight -> actions.extend(sight, List.of(report(own)), new MoreTime(3, null), "Bận")).done()).isZero();
        assertThat(as(BOARD, sight -> actions.urge(sight, List.of(report(own)), null)).done()).isEqualTo(1);
    }

    @Test
    void moreTimeMovesTaskTimerAndLimitTogetherAndTheDayIsExplained() {
        Visit visit = opened(fixture.newWorker());
        MoreTime time = new MoreTime(2, null);
        BoardActions.Preview preview = as(OFFICE, sight -> actions.previewExtension(sight, List.of(report(visit)), time)).get(0);
        // Two days after Friday is Sunday.
        LocalDate monday = LocalDate.of(2026, 5, 18);
        assertThat(preview.moved().from()).isEqualTo(LIMIT);
        assertThat(preview.moved().to()).isEqualTo(monday);
        assertThat(preview.moved().explanation()).contains("Họp thứ Năm, 14/5/2026", "gia hạn đến hết ngày thứ Hai, 18/5/2026 theo ý kiến của Văn phòng");
        assertThat(events(visit, VisitEvent.Kind.LIMIT_EXTENDED)).isEmpty();
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(end(LIMIT));

        assertThat(as(OFFICE, sight -> actions.extend(sight, List.of(report(visit)), time, "Đi họp ở tỉnh")).done()).isEqualTo(1);
        assertLimit(visit, monday);
        assertThat(fixture.reportOf(visit).limitReason()).isEqualTo(preview.moved().explanation());
        assertThat(events(visit, VisitEvent.Kind.LIMIT_EXTENDED)).singleElement()
                .satisfies(event -> assertThat(event.detail()).contains("từ hết ngày thứ Sáu, 15/5/2026 đến hết ngày thứ Hai, 18/5/2026", "lý do: Đi họp ở tỉnh"));
        CaseStory.Story story = storyFor("giamsat", engine.instance(visit, "attendance-report").getId()).orElseThrow();
        assertThat(story.limits()).singleElement().satisfies(limit -> assertThat(limit.reason()).contains("gia hạn đến hết ngày"));
    }

    @Test
    void whatWasGrantedStaysWhenSomethingElseMovesTheLimit() {
        Visit visit = opened(fixture.newWorker());
        as(OFFICE, sight -> actions.extend(sight, List.of(report(visit)), new MoreTime(null, LocalDate.of(2026, 5, 20)), "Ốm"));
        ActionResult earlier = as(OFFICE, sight -> actions.extend(sight, List.of(report(visit)), new MoreTime(null, LocalDate.of(2026, 5, 18)), "Nhầm"));
        assertThat(earlier.rows().get(0).message()).contains("không sau hạn hiện nay (hết ngày thứ Tư, 20/5/2026)");
        as(OFFICE, sight -> actions.extend(sight, List.of(report(visit)), new MoreTime(null, LocalDate.of(2026, 5, 22)), "Vẫn ốm"));
        assertLimit(visit, LocalDate.of(2026, 5, 22));
    }

    @Test
    void lateAlreadyTheLadderStaysButTheReportIsInTimeUntilTheNewLimit() {
        Visit visit = late(fixture.newWorker());
        assertThat(row(visit).late()).isTrue();
        LocalDate day = LocalDate.ofInstant(clock.instant(), TimeZones.VIETNAM).plusDays(3);
        BoardActions.Preview preview = as(OFFICE, sight -> actions.previewExtension(sight, List.of(report(visit)), new MoreTime(null, day))).get(0);
        assertThat(preview.moved().effect()).isEqualTo("LADDER_STAYS");
        as(OFFICE, sight -> actions.extend(sight, List.of(report(visit)), new MoreTime(null, day), "Mất mạng"));
        assertThat(row(visit)).satisfies(row -> {
            assertThat(row.late()).isFalse();
            assertThat(row.step()).isNull();
        });
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(open(visit, "task_writeReportOneDay"), userOf(visit));
        assertThat(fixture.reportOf(visit)).extracting(Report::onTime, Report::state).containsExactly(true, ReportState.SUBMITTED);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        Visit visit = opened(fixture.newWorker());
        List<String> task = List.of(report(visit));
        refused(OFFICE, "một trong hai", sight -> actions.extend(sight, task, new MoreTime(null, null), "Lý do"));
        refused(OFFICE, "từ 1 đến 60", sight -> actions.extend(sight, task, new MoreTime(61, null), "Lý do"));
        refused(OFFICE, "từ hôm nay trở đi", sight -> actions.extend(sight, task, new MoreTime(null, MEETING.minusDays(9)), "Lý do"));
        refused(OFFICE, "Chưa có lý do", sight -> actions.extend(sight, task, new MoreTime(1, null), " "));
        refused(OFFICE, "Chưa chọn việc nào", sight -> actions.urge(sight, List.of(), null));
        refused(OFFICE, "tối đa 200 việc", sight -> actions.urge(sight, Collections.nCopies(201, "x"), null));
        assertThat(as(OFFICE, sight -> actions.urge(sight, task, null)).rows().get(0).message()).isEqualTo("Việc này chưa quá hạn.");
    }

    @Test
    void anExcuseEndsTheLateReport() {
        Visit visit = late(fixture.newWorker());
        ActionResult result = as(BOARD, sight -> actions.excuse(sight, List.of(report(visit)), AbsenceReason.SICK, "Nằm viện, gia đình báo"));
        assertThat(result.rows()).allSatisfy(row -> assertThat(row.outcome()).as(row.message()).isEqualTo(Outcome.DONE));
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.EXCUSED);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_APPLICABLE);
        assertThat(engine.isEnded(visit)).isTrue();
        assertThat(events(visit, VisitEvent.Kind.ABSENCE_DECIDED)).extracting(VisitEvent::actor).containsOnly(BOARD);
        assertThat(events(visit, VisitEvent.Kind.ABSENCE_DECIDED)).last().satisfies(event -> assertThat(event.detail()).contains("Nằm viện"));
    }

    @Test
    void aBodysTaskGoesToAnotherMemberAndOnesOwnToNobody() {
        Visit visit = opened(fixture.newWorker());
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        String own = report(visit);
        refused(OFFICE, "của chính đồng chí đó", sight -> handOver.successors(sight, own));
        engine.complete(open(visit, "task_writeReportOneDay"), userOf(visit));
        Task reception = open(visit, "task_receiveReport");
        engine.claim(reception, VisitFixture.COMMUNE_RECEIVER);
        List<HandOver.Successor> successors = as(OFFICE, sight -> handOver.successors(sight, reception.getId()));
        assertThat(successors).extracting(HandOver.Successor::userId).doesNotContain(VisitFixture.COMMUNE_RECEIVER).isNotEmpty();
        String next = successors.get(0).userId();
        assertThat(as(OFFICE, sight -> actions.handOver(sight, List.of(reception.getId()), "canboxa", "Nghỉ phép")).rows().get(0).outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(as(OFFICE, sight -> actions.handOver(sight, List.of(reception.getId()), next, "Nghỉ phép")).done()).isEqualTo(1);
        assertThat(open(visit, "task_receiveReport").getAssignee()).isEqualTo(next);
        assertThat(events(visit, VisitEvent.Kind.HANDED_OVER)).singleElement()
                .satisfies(event -> assertThat(event.detail()).contains("Tiếp nhận báo cáo", successors.get(0).name(), "Nghỉ phép"));
    }

    @Test
    void aLeadersLatenessIsTheirsAndThePermanentDeputysOnly() {
        String deputy = sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.group_id = 'thuongtruc-17971' and m.role = 'Phó Bí thư Thường trực'""").query(String.class).single();
        String leader = sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.group_id = 'thuongtruc-17971' and p.user_id <> ? order by m.id desc limit 1""").param(deputy).query(String.class).single();
        Visit visit = late(leader);
        String task = report(visit);
        String instance = engine.instance(visit, "attendance-report").getId();
        for (String other : List.of("giamsat", "quantri", OFFICE, BOARD)) {
            assertThat(rows(other)).extracting(BoardView.RowView::taskId).doesNotContain(task);
            assertThat(storyFor(other, instance)).as(other).isEmpty();
        }
        assertThatThrownBy(() -> as(OFFICE, sight -> actions.urge(sight, List.of(task), null))).isInstanceOf(NotFound.class);
        for (String one : List.of(leader, deputy)) {
            assertThat(rows(one)).extracting(BoardView.RowView::taskId).contains(task);
            assertThat(storyFor(one, instance)).isPresent();
        }
    }

    @Test
    void theStoryTellsWhatWasDoneAndWhatComes() {
        Visit visit = opened(fixture.newWorker());
        CaseStory.Story before = story(visit);
        assertThat(before.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.reason()).isEqualTo("Họp thứ Năm, 14/5/2026; hạn 01 ngày; hạn gửi: hết ngày thứ Sáu, 15/5/2026.");
            assertThat(limit.dueText()).startsWith("Còn 01 ngày");
        });
        // Friday night, then from Saturday on; days off move a step to the next working day.
        assertThat(before.coming()).extracting(ComingSteps.Step::text).containsExactly("Nhắc đồng chí gửi báo cáo", "Đôn đốc báo cáo chậm",
                "Báo cáo Thường trực cấp ủy", "Tổng hợp gửi cấp trên", "Chốt: không báo cáo");
        assertThat(before.coming()).extracting(step -> step.at().toLocalDate()).containsExactly(LIMIT, LocalDate.of(2026, 5, 18),
                LocalDate.of(2026, 5, 21), LocalDate.of(2026, 5, 25), LocalDate.of(2026, 6, 5));
        assertThat(before.coming()).extracting(ComingSteps.Step::certain).containsExactly(true, false, false, false, false);

        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        as(OFFICE, sight -> actions.urge(sight, List.of(report(visit)), "Nhắn tin"));
        CaseStory.Story after = story(visit);
        assertThat(after.taken()).extracting(CaseStory.Fact::kind).containsSubsequence("SCHEDULED", "REPORT_ROUTED", "REPORT_OPENED", "LIMIT_PASSED", "URGED");
        assertThat(after.coming()).extracting(ComingSteps.Step::element).containsExactly("timer_urge", "timer_urgeSkipped", "timer_above", "timer_close");
        assertThat(storyFor(ELSEWHERE, engine.instance(visit, "attendance-report").getId())).isEmpty();
    }

    private List<BoardView.RowView> rows(String user) {
        return as(user, sight -> board.all(sight, BoardQuery.ALL, 5_000));
    }

    private Optional<CaseStory.Story> storyFor(String user, String instance) {
        return as(user, sight -> stories.of(sight, instance));
    }

    private CaseStory.Story story(Visit visit) {
        return storyFor("giamsat", engine.instance(visit, "attendance-report").getId()).orElseThrow();
    }

    private Visit opened(String userId) {
        Visit visit = fixture.visitOf(userId, MEETING);
        engine.toReportTask(visit);
        return visit;
    }

    private Visit late(String userId) {
        Visit visit = fixture.visitOf(userId, MEETING);
        engine.runDueJob(visit, "attendance", "timer_meetingEvening");
        engine.runJob(visit, "rule_route");
        String timer = engine.jobs(visit, "attendance-report", "timer_limitOneDay").isEmpty() ? "timer_limitThreeDays" : "timer_limitOneDay";
        engine.runDueJob(visit, "attendance-report", timer);
        clock.moveTo(clock.instant().plusSeconds(2));
        return visit;
    }

    private String report(Visit visit) {
        // Whoever asks: the engine would show it to its assignee only.
        return sql.sql("""
                select t.id_ from act_ru_task t join act_ru_execution c on c.id_ = t.proc_inst_id_
                where c.business_key_ = ? and t.task_def_key_ like 'task\\_writeReport%'""").param(String.valueOf(visit.id())).query(String.class).single();
    }

    private Task open(Visit visit, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(element).singleResult();
    }

    private String userOf(Visit visit) {
        return sql.sql("select user_id from person where id = ?").param(visit.personId()).query(String.class).single();
    }

    private BoardView.RowView row(Visit visit) {
        String task = report(visit);
        return rows("giamsat").stream().filter(row -> row.taskId().equals(task)).findFirst().orElseThrow();
    }

    private List<VisitEvent> events(Visit visit, VisitEvent.Kind... kinds) {
        return log.storyOf(visit.id()).stream().filter(event -> Arrays.asList(kinds).contains(event.kind())).toList();
    }

    private void assertLimit(Visit visit, LocalDate day) {
        assertThat(open(visit, "task_writeReportOneDay").getDueDate()).isEqualTo(Date.from(end(day)));
        assertThat(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate()).isEqualTo(Date.from(end(day)));
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(end(day));
    }

    private static Instant end(LocalDate day) {
        return new Limit(day, "").at();
    }

    private void refused(String user, String sentence, Function<Sight, ?> work) {
        assertThatThrownBy(() -> as(user, work)).isInstanceOf(RuleViolation.class).hasMessageContaining(sentence);
    }

    private <T> T as(String user, Function<Sight, T> work) {
        Object[] result = new Object[1];
        engine.as(user, () -> result[0] = work.apply(sights.requireForCaller()));
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }
}
