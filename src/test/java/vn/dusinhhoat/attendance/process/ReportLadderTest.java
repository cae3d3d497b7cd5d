package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** The ladder of a late report to its end, and reception with everything that may happen to it. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class ReportLadderTest {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String REPORT = "attendance-report";
    private static final ReportAnswers BETTER = VisitFixture.COMPLETE.with("meetingKind", "THEMATIC")
            .with("topic", "Xây dựng nông thôn mới").with("present", "38")
            .with("summary", "Chi bộ họp đúng giờ; đã bổ sung nội dung chuyên đề.");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Reports reports;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    @BeforeEach
    void freezeBeforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aReportThatNeverComesClimbsToTheEnd() {
        Visit visit = late(VisitFixture.COMMUNE_WORKER, "timer_limitOneDay");
        assertDue(visit, "timer_urge", LocalDate.of(2026, 4, 7));
        step(visit, "timer_urge");
        Task urge = task(visit, "task_urgeReport");
        assertThat(urge.getName()).isEqualTo("Đôn đốc báo cáo chậm: đồng chí " + nameOf(VisitFixture.COMMUNE_WORKER) + ", Chi bộ xóm 2");
        assertThat(tasks.getIdentityLinksForTask(urge.getId())).extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("organisationboard-17971", "office-17971");
        engine.claim(urge, boardMember());
        engine.complete(urge, boardMember());
        assertDue(visit, "timer_above", LocalDate.of(2026, 4, 9));
        step(visit, "timer_above");
        // The tenth day is a Sunday.
        assertDue(visit, "timer_close", LocalDate.of(2026, 4, 20));
        step(visit, "timer_close");

        assertThat(engine.passed(visit)).contains("timer_urge", "gateway_leader", "task_urgeReport", "gateway_toLeaders",
                "service_listForLeaders", "timer_above", "gateway_levelAbove", "service_listForAbove", "gateway_toClosing",
                "timer_close", "service_closeUnreported", "end_closed", "gateway_reported", "end_notReported", "end_reportDone");
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_REPORTED);
        assertThat(kinds(visit)).containsSequence(VisitEvent.Kind.LIMIT_PASSED, VisitEvent.Kind.URGED,
                VisitEvent.Kind.LISTED_FOR_LEADERS, VisitEvent.Kind.LISTED_FOR_ABOVE, VisitEvent.Kind.CLOSED_UNREPORTED);
        assertThat(engine.isEnded(visit)).isTrue();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).count()).isZero();
    }

    @Test
    void ifNobodyUrgesTheLadderGoesOn() {
        Visit visit = late(VisitFixture.COMMUNE_WORKER, "timer_limitOneDay");
        step(visit, "timer_urge");
        step(visit, "timer_urgeSkipped");
        assertThat(engine.passed(visit)).contains("timer_urgeSkipped", "service_listForLeaders");
        assertThat(kinds(visit)).contains(VisitEvent.Kind.LISTED_FOR_LEADERS).doesNotContain(VisitEvent.Kind.URGED);
    }

    @Test
    void overTheProvinceThereIsNoLevelAbove() {
        Visit visit = late(VisitFixture.PROVINCE_MEMBER, "timer_limitThreeDays");
        step(visit, "timer_urge");
        step(visit, "timer_urgeSkipped");
        step(visit, "timer_above");
        assertThat(engine.passed(visit)).contains("gateway_toClosing").doesNotContain("service_listForAbove");
    }

    @Test
    void nobodyUrgesALeaderAndNobodyIsListedToThemselves() {
        Visit visit = late(VisitFixture.COMMUNE_RECEIVER, "timer_limitOneDay");
        step(visit, "timer_urge");
        assertThat(engine.passed(visit)).contains("service_noteToLeader", "gateway_toClosing")
                .doesNotContain("task_urgeReport", "service_listForLeaders");
        assertThat(kinds(visit)).contains(VisitEvent.Kind.NOTED_TO_LEADER);
    }

    @Test
    void aReportOnAnyStepEndsTheLadder() {
        Visit visit = late(VisitFixture.COMMUNE_WORKER, "timer_limitOneDay");
        step(visit, "timer_urge");
        send(visit, VisitFixture.COMMUNE_WORKER);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).list())
                .singleElement().satisfies(open -> assertThat(open.getTaskDefinitionKey()).isEqualTo("task_receiveReport"));
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED_LATE);
    }

    @Test
    void whatIsMissingIsAskedForAddedAndReceived() {
        Visit visit = sent();
        Task reception = claimedReception(visit);
        assertThatThrownBy(() -> complete(reception, VisitFixture.COMMUNE_RECEIVER, "TO_SUPPLEMENT"))
                .hasMessage("Đề nghị đồng chí ghi nội dung cần bổ sung.");
        assertThatThrownBy(() -> complete(reception, VisitFixture.COMMUNE_RECEIVER, "DROP")).hasMessageContaining("Chưa rõ quyết định");
        reports.saveSupplementRequest(visit.id(), VisitFixture.COMMUNE_RECEIVER, "Ghi rõ nội dung chuyên đề.");
        complete(reception, VisitFixture.COMMUNE_RECEIVER, "TO_SUPPLEMENT");

        Task supplement = task(visit, "task_supplementReport");
        assertThat(supplement.getAssignee()).isEqualTo(VisitFixture.COMMUNE_WORKER);
        assertThat(supplement.getName()).isEqualTo("Bổ sung báo cáo: Chi bộ xóm 2");
        assertThat(supplement.getDueDate().toInstant()).isEqualTo(engine.jobs(visit, REPORT, "timer_supplementLate").get(0).getDuedate().toInstant());
        assertThat(fixture.reportOf(visit).supplementRequest()).isEqualTo("Ghi rõ nội dung chuyên đề.");
        step(visit, "timer_supplementLate");
        assertThat(kinds(visit)).contains(VisitEvent.Kind.SUPPLEMENT_REMINDED);
        fixture.fillIn(visit, BETTER);
        engine.complete(supplement, VisitFixture.COMMUNE_WORKER);

        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUPPLEMENTED);
        assertThat(fixture.reportOf(visit).onTime()).as("the first submission counts").isTrue();
        assertThat(versions(visit)).hasSize(2);
        Task again = claimedReception(visit);
        engine.complete(again, VisitFixture.COMMUNE_RECEIVER);
        assertThat(engine.passed(visit)).contains("gateway_toSupplement", "task_supplementReport", "service_remindSupplement",
                "end_supplementReminded", "end_received");
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
    }

    @Test
    void whatIsNotAddedGoesBackAsItWasSent() {
        Visit visit = sent();
        Task reception = claimedReception(visit);
        reports.saveSupplementRequest(visit.id(), VisitFixture.COMMUNE_RECEIVER, "Ghi rõ nội dung chuyên đề.");
        complete(reception, VisitFixture.COMMUNE_RECEIVER, "TO_SUPPLEMENT");
        fixture.fillIn(visit, ReportAnswers.EMPTY);
        step(visit, "timer_supplementMissing");
        assertThat(engine.passed(visit)).contains("timer_supplementMissing", "service_keepFirstReport");
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE);
        assertThat(task(visit, "task_receiveReport")).isNotNull();
    }

    @Test
    void theReceiverIsRemindedAndSilenceCountsAsReceived() {
        Visit visit = sent();
        assertThat(task(visit, "task_receiveReport").getDueDate().toInstant())
                .isEqualTo(engine.jobs(visit, REPORT, "timer_receptionSilent").get(0).getDuedate().toInstant());
        step(visit, "timer_remindReception");
        assertThat(kinds(visit)).contains(VisitEvent.Kind.RECEIVER_REMINDED);
        step(visit, "timer_receptionSilent");
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(fixture.reportOf(visit).receivedBy()).isNull();
        assertThat(engine.passed(visit)).contains("service_remindReception", "end_receptionReminded", "service_receiveSilently",
                "gateway_received", "end_received");
    }

    /** Situation C16. */
    @Test
    void untilItIsReceivedTheVisitorMayTakeItBack() {
        Visit visit = sent();
        assertThatThrownBy(() -> reports.withdraw(visit.id(), VisitFixture.COMMUNE_RECEIVER)).isInstanceOf(RuleViolation.class);
        engine.as(VisitFixture.COMMUNE_WORKER, () -> reports.withdraw(visit.id(), VisitFixture.COMMUNE_WORKER));
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.WITHDRAWN);
        assertThat(engine.passed(visit)).contains("message_reportWithdrawn", "gateway_toSupplement");
        fixture.fillIn(visit, BETTER);
        engine.complete(task(visit, "task_supplementReport"), VisitFixture.COMMUNE_WORKER);
        engine.complete(claimedReception(visit), VisitFixture.COMMUNE_RECEIVER);
        assertThat(versions(visit)).hasSize(2);
        assertThatThrownBy(() -> reports.withdraw(visit.id(), VisitFixture.COMMUNE_WORKER)).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("đã được tiếp nhận");
    }

    @Test
    void versionsThatWereSentAreNeverChanged() {
        Visit visit = sent();
        assertThatThrownBy(() -> owner.sql("update report_version set submitted_by = 'x' where visit_id = :id").param("id", visit.id()).update())
                .hasMessageContaining("append-only");
    }

    private Visit late(String visitor, String limit) {
        Visit visit = fixture.visitOf(visitor, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        step(visit, limit);
        return visit;
    }

    private Visit sent() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        send(visit, VisitFixture.COMMUNE_WORKER);
        return visit;
    }

    private void send(Visit visit, String visitor) {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        Task report = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskAssignee(visitor).singleResult();
        engine.complete(report, visitor);
    }

    private void step(Visit visit, String timer) {
        engine.runDueJob(visit, REPORT, timer);
    }

    private Task claimedReception(Visit visit) {
        Task reception = task(visit, "task_receiveReport");
        engine.claim(reception, VisitFixture.COMMUNE_RECEIVER);
        return reception;
    }

    private void complete(Task task, String userId, String decision) {
        engine.as(userId, () -> tasks.complete(task.getId(), Map.of("receptionDecision", decision)));
    }

    private Task task(Visit visit, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey(element).singleResult();
    }

    private void assertDue(Visit visit, String timer, LocalDate lastDay) {
        assertThat(engine.jobs(visit, REPORT, timer)).singleElement().satisfies(job ->
                assertThat(job.getDuedate().toInstant()).isEqualTo(lastDay.atTime(23, 59, 59).atZone(VIETNAM).toInstant()));
    }

    private List<VisitEvent.Kind> kinds(Visit visit) {
        return log.storyOf(visit.id()).stream().map(VisitEvent::kind).toList();
    }

    private List<String> versions(Visit visit) {
        return sql.sql("select content::text from report_version where visit_id = :id order by version").param("id", visit.id())
                .query(String.class).list();
    }

    private String boardMember() {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.group_id = 'organisationboard-17971' order by m.id limit 1""").query(String.class).single();
    }

    private String nameOf(String userId) {
        return sql.sql("select full_name from person where user_id = :id").param("id", userId).query(String.class).single();
    }
}
