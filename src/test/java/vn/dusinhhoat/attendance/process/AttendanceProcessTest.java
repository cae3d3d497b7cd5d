package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** Every element of attendance.bpmn and attendance-report.bpmn, on PostgreSQL. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class AttendanceProcessTest {

    /** 23:59:59 of Monday 06/4/2026 in Vietnam. */
    private static final Instant MONDAY_END = Instant.parse("2026-04-06T16:59:59Z");
    private static final Instant BEFORE_THE_MEETING = Instant.parse("2026-03-30T02:00:00Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private MovableClock clock;
    @Autowired
    private Visits visits;
    @Autowired
    private VisitLog log;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    @BeforeEach
    void freezeBeforeTheMeeting(@Autowired ProcessEngine processEngine) {
        BpmnAwareTests.init(processEngine);
        clock.moveTo(BEFORE_THE_MEETING);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void communeWorkerReportsWithinOneDayToTheCommunesThuongTruc() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        assertThat(engine.instance(visit, "attendance")).isWaitingAt("task_agreeDate", "timer_meetingEvening");
        assertThat(engine.jobs(visit, "attendance", "timer_meetingEvening").get(0).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-04-03T12:30:00Z")));

        Task report = engine.toReportTask(visit);

        assertThat(report).hasDefinitionKey("task_writeReportOneDay").isAssignedTo(VisitFixture.COMMUNE_WORKER)
                .hasName("Báo cáo kết quả dự sinh hoạt chi bộ xóm 2").hasDueDate(Date.from(MONDAY_END));
        assertLimitIsOneTruth(visit, report, "timer_limitOneDay", MONDAY_END);

        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(report, VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED);
        receive(visit, VisitFixture.COMMUNE_RECEIVER, "thuongtruc-" + VisitFixture.COMMUNE);

        assertThat(engine.passed(visit)).contains("start_visitAssigned", "gateway_agreeAndWait", "gateway_dateOpen", "timer_meetingEvening", "end_meetingEvening",
                        "subprocess_prepare", "call_report",
                        "rule_route", "gateway_reportPath", "task_writeReportOneDay", "end_oneDayReportSent",
                        "gateway_reported", "gateway_toReception", "task_receiveReport", "gateway_complete", "gateway_received", "end_received", "end_reportDone")
                .doesNotContain("task_writeReportThreeDays", "service_remindLate");
        assertThat(log.storyOf(visit.id())).extracting(VisitEvent::kind).containsExactly(VisitEvent.Kind.SCHEDULED,
                VisitEvent.Kind.REPORT_ROUTED, VisitEvent.Kind.REPORT_OPENED, VisitEvent.Kind.REPORT_SUBMITTED,
                VisitEvent.Kind.REPORT_RECEIVED, VisitEvent.Kind.HOST_SILENT);
    }

    @Test
    void provinceMemberReportsWithinThreeDaysToTheProvincesThuongTruc() {
        Visit visit = fixture.visitOf(VisitFixture.PROVINCE_MEMBER, LocalDate.of(2026, 4, 6));
        Task report = engine.toReportTask(visit);
        Instant thursdayEnd = Instant.parse("2026-04-09T16:59:59Z");

        assertThat(report).hasDefinitionKey("task_writeReportThreeDays").isAssignedTo(VisitFixture.PROVINCE_MEMBER)
                .hasDueDate(Date.from(thursdayEnd));
        assertLimitIsOneTruth(visit, report, "timer_limitThreeDays", thursdayEnd);

        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(report, VisitFixture.PROVINCE_MEMBER);
        receive(visit, VisitFixture.PROVINCE_RECEIVER, "thuongtruc-40");
        assertThat(engine.passed(visit)).contains("task_writeReportThreeDays", "end_threeDaysReportSent", "end_received")
                .doesNotContain("task_writeReportOneDay");
    }

    @Test
    void limitPassedRemindsOnceAndTheReportStaysOpen() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");

        assertThat(engine.task(visit).getId()).isEqualTo(report.getId());
        assertThat(engine.passed(visit)).contains("timer_limitOneDay", "gateway_limitPassed", "service_remindLate");
        assertThat(engine.jobs(visit, "attendance-report", "timer_limitOneDay")).isEmpty();

        clock.moveTo(MONDAY_END.plusSeconds(3600));
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(report, VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED_LATE);
        assertThat(fixture.reportOf(visit).onTime()).isFalse();
    }

    @Test
    void lateThreeDayReportClimbsTheSameLadder() {
        Visit visit = fixture.visitOf(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        engine.runDueJob(visit, "attendance-report", "timer_limitThreeDays");
        assertThat(engine.passed(visit)).contains("timer_limitThreeDays", "service_remindLate");
    }

    @Test
    void lastSecondOfTheLastDayIsOnTimeEvenAfterTheTimer() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        clock.moveTo(MONDAY_END.plusMillis(200));
        engine.complete(report, VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(visit).onTime()).isTrue();
    }

    @Test
    void incompleteReportKeepsTheTaskOpenAndStoresNothing() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE.with("endedAt", null));

        assertThatThrownBy(() -> engine.complete(report, VisitFixture.COMMUNE_WORKER))
                .isExactlyInstanceOf(RuleViolation.class)
                .hasMessage("Đề nghị đồng chí ghi giờ kết thúc buổi sinh hoạt, ví dụ 21:00.");
        assertThat(engine.task(visit).getId()).isEqualTo(report.getId());
        assertThat(fixture.reportOf(visit).submittedAt()).isNull();
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.DRAFT);
    }

    @Test
    void nobodyCompletesInAnotherPersonsName() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        assertThatThrownBy(() -> engine.complete(report, "quantri")).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("đồng chí khác");
        assertThat(fixture.reportOf(visit).submittedAt()).isNull();
    }

    @Test
    void receptionNeedsAClaimAndNeverOnesOwnReport() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_RECEIVER, VisitFixture.FRIDAY);
        Task report = engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(report, VisitFixture.COMMUNE_RECEIVER);
        Task reception = engine.task(visit);

        assertThatThrownBy(() -> engine.complete(reception, VisitFixture.COMMUNE_RECEIVER))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("Nhận xử lý");
        engine.claim(reception, VisitFixture.COMMUNE_RECEIVER);
        assertThatThrownBy(() -> engine.complete(engine.task(visit), VisitFixture.COMMUNE_RECEIVER))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("không tự tiếp nhận");
        assertThat(fixture.reportOf(visit).receivedAt()).isNull();
    }

    @Test
    void severalPostsTakeTheStrictestLimit() {
        String user = fixture.newPerson();
        fixture.post(user, "40", "COMMITTEE_MEMBER");
        fixture.post(user, VisitFixture.COMMUNE, "COMMITTEE_MEMBER");
        Task report = engine.toReportTask(fixture.visitOf(user, VisitFixture.FRIDAY));
        assertThat(report).hasDefinitionKey("task_writeReportOneDay").isAssignedTo(user);
    }

    @Test
    void noReceiverBecomesAnIncidentThatSaysWhatIsMissing() {
        String user = fixture.newPerson();
        Visit visit = fixture.visitOf(user, VisitFixture.FRIDAY);
        engine.runDueJob(visit, "attendance", "timer_meetingEvening");
        failUntilIncident(visit);

        var incident = runtime.createIncidentQuery()
                .processInstanceId(engine.instance(visit, "attendance-report").getId()).singleResult();
        assertThat(incident.getActivityId()).isEqualTo("rule_route");
        assertThat(incident.getIncidentMessage()).contains("Lượt dự số " + visit.id(), "không giữ chức vụ")
                .doesNotContain("Thử Nghiệm");

        fixture.post(user, VisitFixture.COMMUNE, "COMMUNE_WORKER");
        Job job = engine.jobs(visit, "attendance-report", "rule_route").get(0);
        management.setJobRetries(job.getId(), 1);
        engine.runJob(visit, "rule_route");
        assertThat(engine.task(visit)).isAssignedTo(user);
    }

    @Test
    void aVacantReceivingBodyIsAnIncidentToo() {
        sql.sql("insert into party_unit (code, level, kind, name, parent_id, valid_from) select 'X1', 'COMMUNE', 'COMMUNE',"
                + " 'Xã Thử', id, date '2025-07-01' from party_unit where code = '40'").update();
        String user = fixture.newPerson();
        fixture.post(user, "X1", "COMMUNE_WORKER");
        Visit visit = fixture.visitOf(user, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> visits.routeReport(visit.id())).hasMessageContaining("chưa có Thường trực của đơn vị Xã Thử");

        sql.sql("insert into body (unit_id, kind, name, group_id) select id, 'THUONG_TRUC', 'Thường trực Đảng ủy xã Thử',"
                + " 'thuongtruc-x1' from party_unit where code = 'X1'").update();
        assertThatThrownBy(() -> visits.routeReport(visit.id())).hasMessageContaining("chưa có đồng chí nào");
    }

    @Test
    void ownCellIsRefused() {
        Long person = fixture.personId(VisitFixture.COMMUNE_WORKER);
        assertThatThrownBy(() -> visits.schedule(person, fixture.cell(1), BEFORE_THE_MEETING))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("chọn một chi bộ khác");
    }

    @Test
    void factsOfAVisitCannotBeChanged() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> owner.sql("update visit_event set actor = 'x' where visit_id = ?").param(visit.id()).update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> owner.sql("delete from visit_event").update()).hasMessageContaining("append-only");
    }

    private void assertLimitIsOneTruth(Visit visit, Task report, String timer, Instant limit) {
        assertThat(report.getDueDate()).isEqualTo(Date.from(limit));
        assertThat(engine.jobs(visit, "attendance-report", timer).get(0).getDuedate()).isEqualTo(Date.from(limit));
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(limit);
    }

    private void receive(Visit visit, String receiver, String group) {
        Task reception = engine.task(visit);
        assertThat(reception).hasDefinitionKey("task_receiveReport").hasCandidateGroup(group).isNotAssigned();
        engine.claim(reception, receiver);
        engine.complete(engine.task(visit), receiver);
        assertThat(fixture.reportOf(visit).receivedBy()).isEqualTo(receiver);
        assertThat(engine.isEnded(visit)).isTrue();
    }

    private void failUntilIncident(Visit visit) {
        for (int attempt = 0; attempt < 10; attempt++) {
            Job job = engine.jobs(visit, "attendance-report", "rule_route").get(0);
            if (job.getRetries() == 0) {
                return;
            }
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("không giữ chức vụ");
        }
        throw new AssertionError("no incident after ten attempts");
    }
}
