package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.moreDays;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.until;
import static vn.dusinhhoat.attendance.process.ExtensionSteps.wanted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.ExtendedLimit;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.extension.ExtendedUnit;
import vn.dusinhhoat.attendance.extension.ExtensionState;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** Situation C10: what an extension moves. The meeting is on Friday, 3 April 2026, its limit Monday the 6th, extended the 13th. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class, ExtensionSteps.class})
class ExtendedLimitsTest {

    private static final String OFFICE = "dv-17971-7";
    private static final String KIM_LIEN = VisitFixture.COMMUNE;
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);
    private static final Instant MONDAY_END = Instant.parse("2026-04-06T16:59:59Z");
    private static final Instant EXTENDED = Instant.parse("2026-04-13T16:59:59Z");
    private static final String EXPLAINED = "Họp thứ Sáu, 03/4/2026; hạn 01 ngày là thứ Bảy, nghỉ, nên hạn gửi: hết ngày thứ Hai,"
            + " 06/4/2026; gia hạn đến hết ngày thứ Hai, 13/4/2026 theo Công văn số 12-CV/TU.";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private ExtensionSteps steps;
    @Autowired
    private LimitExtensions extensions;
    @Autowired
    private CalendarChanges calendar;
    @Autowired
    private VisitChanges visitChanges;
    @Autowired
    private VisitLog log;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void before() {
        steps.clear();
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void after() {
        steps.clear();
        sql.sql("delete from special_day where name = 'Ngày nghỉ thử'").update();
        clock.reset();
    }

    @Test
    void reportTaskTimerAndStoryMoveTogether() {
        Visit oneDay = openReport(VisitFixture.COMMUNE_WORKER);
        Visit threeDays = openReport(VisitFixture.PROVINCE_MEMBER);
        String clerk = steps.staffOf(steps.provinceCode(), "OFFICE");
        Long id = steps.propose(clerk, moreDays(5, KIM_LIEN, steps.otherCommune()));
        assertThat(steps.unitsSeenBy(clerk, id)).hasSize(2).contains(new ExtendedUnit(KIM_LIEN, "Xã Kim Liên", 2, 0, 0));
        assertThat(extensions.limits(id, KIM_LIEN, 0)).anySatisfy(limit -> {
            assertThat(limit.subject()).startsWith("Chi bộ xóm 2, họp thứ Sáu, 03/4/2026, đồng chí ");
            assertThat(limit.from()).isEqualTo(MONDAY);
            assertThat(limit.to()).isEqualTo(MONDAY.plusDays(7));
            assertThat(limit.explanation()).isEqualTo(EXPLAINED);
            assertThat(limit.effect()).isEqualTo(ExtendedLimit.Effect.MOVES);
        });
        assertLimit(oneDay, "timer_limitOneDay", MONDAY_END);

        steps.decide(id, clerk, "APPLY");
        steps.runJob(id);

        assertLimit(oneDay, "timer_limitOneDay", EXTENDED);
        assertLimit(threeDays, "timer_limitThreeDays", EXTENDED);
        assertThat(fixture.reportOf(oneDay).limitReason()).isEqualTo(EXPLAINED);
        assertThat(history.createHistoricTaskInstanceQuery().taskId(engine.task(oneDay).getId()).singleResult().getDueDate())
                .isEqualTo(Date.from(EXTENDED));
        assertThat(extensions.find(id).orElseThrow().extendedCount()).isEqualTo(2);
        assertThat(log.storyOf(oneDay.id())).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(VisitEvent.Kind.LIMIT_EXTENDED);
            assertThat(event.actor()).isEqualTo(clerk);
            assertThat(event.detail()).isEqualTo("Gia hạn gửi báo cáo từ hết ngày thứ Hai, 06/4/2026 đến hết ngày thứ Hai, 13/4/2026"
                    + " theo Công văn số 12-CV/TU; lý do: Lũ lụt, mất mạng");
        });
        clock.moveTo(EXTENDED.minusSeconds(60));
        assertThat(send(oneDay, VisitFixture.COMMUNE_WORKER).onTime()).isTrue();
    }

    @Test
    void communeStaffDoNotMoveWhatIsOwedToTheProvince() {
        Visit own = openReport(VisitFixture.COMMUNE_WORKER);
        Visit provinces = openReport(VisitFixture.PROVINCE_MEMBER);
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        assertLimit(own, "timer_limitOneDay", EXTENDED);
        assertLimit(provinces, "timer_limitThreeDays", MONDAY_END);
    }

    @Test
    void communesAndMeetingsThatAreNotMeantKeepTheirLimits() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        steps.apply("quantri", moreDays(5, steps.otherCommune()));
        steps.apply(OFFICE, wanted(VisitFixture.FRIDAY.minusDays(9), VisitFixture.FRIDAY.minusDays(1), 5, null, KIM_LIEN));
        steps.apply(OFFICE, wanted(VisitFixture.FRIDAY.plusDays(1), VisitFixture.FRIDAY.plusDays(9), 5, null, KIM_LIEN));
        assertLimit(visit, "timer_limitOneDay", MONDAY_END);
        steps.apply(OFFICE, wanted(VisitFixture.FRIDAY.minusDays(9), VisitFixture.FRIDAY, 5, null, KIM_LIEN));
        assertLimit(visit, "timer_limitOneDay", EXTENDED);
    }

    @Test
    void reportsThatOpenAfterwardsFollowTheDocument() {
        Visit covered = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        Visit later = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY.plusDays(3));
        steps.apply(OFFICE, until(LocalDate.of(2026, 4, 12), KIM_LIEN));
        engine.toReportTask(covered);
        assertLimit(covered, "timer_limitOneDay", EXTENDED);
        assertThat(fixture.reportOf(covered).limitReason()).isEqualTo(EXPLAINED);
        engine.toReportTask(later);
        assertLimit(later, "timer_limitOneDay", Instant.parse("2026-04-07T16:59:59Z"));
    }

    @Test
    void aMeetingMovedIntoOrOutOfTheSpanFollowsIt() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        visitChanges.move(visit.id(), null, Instant.parse("2026-04-07T12:30:00Z"), "Hoãn vì lũ", VisitFixture.COMMUNE_WORKER);
        engine.toReportTask(visit);
        assertLimit(visit, "timer_limitOneDay", Instant.parse("2026-04-08T16:59:59Z"));
        visitChanges.move(visit.id(), null, Instant.parse("2026-04-03T12:30:00Z"), "Ghi nhầm", VisitFixture.COMMUNE_WORKER);
        engine.toReportTask(visit);
        assertLimit(visit, "timer_limitOneDay", EXTENDED);
    }

    @Test
    void theCalendarMovesExtendedLimitsToo() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        changeCalendar(LocalDate.of(2026, 4, 13));
        assertLimit(visit, "timer_limitOneDay", Instant.parse("2026-04-14T16:59:59Z"));
        assertThat(fixture.reportOf(visit).limitReason()).endsWith("gia hạn đến hết ngày thứ Ba, 14/4/2026 theo Công văn số 12-CV/TU.");
    }

    @Test
    void whereTheLadderHasBegunTheLimitMovesAndTheLadderStays() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        Date nextStep = engine.jobs(visit, "attendance-report", "timer_urge").get(0).getDuedate();
        clock.moveTo(MONDAY_END.plusSeconds(3600));
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        assertThat(steps.unitsSeenBy(OFFICE, id)).containsExactly(new ExtendedUnit(KIM_LIEN, "Xã Kim Liên", 0, 1, 0));
        assertThat(extensions.limits(id, KIM_LIEN, 0)).extracting(ExtendedLimit::effect).containsExactly(ExtendedLimit.Effect.LADDER_STAYS);
        steps.decide(id, OFFICE, "APPLY");
        steps.runJob(id);
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(EXTENDED);
        assertThat(engine.task(visit).getDueDate()).isEqualTo(Date.from(EXTENDED));
        assertThat(engine.jobs(visit, "attendance-report", "timer_limitOneDay")).isEmpty();
        assertThat(engine.jobs(visit, "attendance-report", "timer_urge")).singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isEqualTo(nextStep));
        assertThat(send(visit, VisitFixture.COMMUNE_WORKER).onTime()).isTrue();
    }

    /** The limit that a document has moved into the future has not passed: the calendar goes on to move it. */
    @Test
    void theCalendarMovesTheNewLimitOfALateReportToo() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        clock.moveTo(MONDAY_END.plusSeconds(3600));
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        changeCalendar(LocalDate.of(2026, 4, 13));
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(Instant.parse("2026-04-14T16:59:59Z"));
        assertThat(engine.task(visit).getDueDate()).isEqualTo(Date.from(Instant.parse("2026-04-14T16:59:59Z")));
    }

    @Test
    void whatWasSentLateButWithinTheNewLimitIsOnTimeAfterAll() {
        Visit within = openReport(VisitFixture.COMMUNE_WORKER);
        clock.moveTo(Instant.parse("2026-04-08T03:00:00Z"));
        assertThat(send(within, VisitFixture.COMMUNE_WORKER).state()).isEqualTo(ReportState.SUBMITTED_LATE);
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        assertThat(steps.unitsSeenBy(OFFICE, id)).containsExactly(new ExtendedUnit(KIM_LIEN, "Xã Kim Liên", 0, 0, 1));
        steps.decide(id, OFFICE, "APPLY");
        steps.runJob(id);
        assertThat(fixture.reportOf(within)).satisfies(report -> {
            assertThat(report.onTime()).isTrue();
            assertThat(report.state()).isEqualTo(ReportState.SUBMITTED);
            assertThat(report.limitAt()).isEqualTo(EXTENDED);
        });
        assertThat(log.storyOf(within.id())).last().satisfies(event -> assertThat(event.detail()).endsWith("báo cáo đã gửi được tính đúng hạn"));
        assertThat(extensions.find(id).orElseThrow().onTimeCount()).isEqualTo(1);
    }

    @Test
    void whatWasSentAfterTheNewLimitStaysLate() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        clock.moveTo(Instant.parse("2026-04-14T03:00:00Z"));
        send(visit, VisitFixture.COMMUNE_WORKER);
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        assertThat(fixture.reportOf(visit).onTime()).isFalse();
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(MONDAY_END);
    }

    @Test
    void whatWasSentInTimeKeepsItsLimit() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        send(visit, VisitFixture.COMMUNE_WORKER);
        steps.apply(OFFICE, moreDays(5, KIM_LIEN));
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(MONDAY_END);
    }

    @Test
    void twoDocumentsAreNotAddedUp() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        steps.apply(OFFICE, until(LocalDate.of(2026, 4, 13), KIM_LIEN));
        Long second = steps.apply(OFFICE, moreDays(2, KIM_LIEN));
        assertLimit(visit, "timer_limitOneDay", EXTENDED);
        assertThat(extensions.find(second).orElseThrow().extendedCount()).isZero();
    }

    @Test
    void aCancelledExtensionHoldsForNobody() {
        Visit visit = fixture.visitOf(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY);
        steps.decide(steps.propose(OFFICE, moreDays(5, KIM_LIEN)), OFFICE, "CANCEL");
        steps.propose(OFFICE, moreDays(9, KIM_LIEN));
        engine.toReportTask(visit);
        assertLimit(visit, "timer_limitOneDay", MONDAY_END);
    }

    @Test
    void whatFailsOnTheWayChangesNothing() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        Long id = steps.propose(OFFICE, moreDays(5, KIM_LIEN));
        steps.decide(id, OFFICE, "APPLY");
        owner.sql("alter table visit_event add constraint broken check (kind <> 'LIMIT_EXTENDED') not valid").update();
        try {
            assertThatThrownBy(() -> steps.runJob(id)).hasStackTraceContaining("broken");
        } finally {
            owner.sql("alter table visit_event drop constraint broken").update();
        }
        assertLimit(visit, "timer_limitOneDay", MONDAY_END);
        assertThat(extensions.find(id).orElseThrow().state()).isEqualTo(ExtensionState.APPLYING);
        steps.runJob(id);
        assertLimit(visit, "timer_limitOneDay", EXTENDED);
    }

    private void changeCalendar(LocalDate off) {
        Long[] id = new Long[1];
        engine.as("quantri", () -> id[0] = calendar.propose(Map.of(off, new SpecialDay(off, SpecialDay.Kind.OFF, "Ngày nghỉ thử",
                SpecialDay.Status.OFFICIAL, "Số 1")), "quantri"));
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id[0]))
                .processDefinitionKey("calendar-change").singleResult().getId();
        engine.as("quantri", () -> tasks.complete(tasks.createTaskQuery().processInstanceId(instance).singleResult().getId(),
                Map.of("decision", "APPLY")));
        management.executeJob(management.createJobQuery().processInstanceId(instance).messages().singleResult().getId());
    }

    private vn.dusinhhoat.attendance.Report send(Visit visit, String userId) {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(engine.task(visit), userId);
        return fixture.reportOf(visit);
    }

    private Visit openReport(String userId) {
        Visit visit = fixture.visitOf(userId, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        return visit;
    }

    private void assertLimit(Visit visit, String timer, Instant limit) {
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(limit);
        assertThat(engine.task(visit).getDueDate()).isEqualTo(Date.from(limit));
        assertThat(engine.jobs(visit, "attendance-report", timer).get(0).getDuedate()).isEqualTo(Date.from(limit));
    }
}
