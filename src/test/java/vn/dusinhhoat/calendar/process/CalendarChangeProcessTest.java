package vn.dusinhhoat.calendar.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.calendar.DaysOff;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.SpecialDays;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.calendar.change.ChangeState;
import vn.dusinhhoat.calendar.change.ChangedDay;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.TestDatabase;

/** Every path of calendar-change, with the limits that move along it. Friday is 3 April 2026. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class CalendarChangeProcessTest {

    private static final String ADMIN = "quantri";
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);
    private static final Instant MONDAY_END = Instant.parse("2026-04-06T16:59:59Z");
    private static final Instant TUESDAY_END = Instant.parse("2026-04-07T16:59:59Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private CalendarChanges changes;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    private SpecialDays specialDays;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private VisitLog log;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void onTheEveningOfTheMeeting() {
        owner.sql("create table if not exists special_day_before as select * from special_day").update();
        owner.sql("grant select on special_day_before to " + TestDatabase.APPLICATION).update();
        // What other tests left open is none of ours.
        sql.sql("update report set limit_at = null where submitted_at is null").update();
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void leaveTheCalendarAsItWas() {
        clock.reset();
        runtime.createProcessInstanceQuery().processDefinitionKey("calendar-change").list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        changes.open().ifPresent(open -> changes.cancel(open.id()));
        sql.sql("delete from special_day").update();
        sql.sql("insert into special_day select * from special_day_before").update();
    }

    @Test
    void aNewDayOffMovesReportTaskAndTimerTogether() {
        Visit oneDay = openReport(VisitFixture.COMMUNE_WORKER);
        Visit threeDays = openReport(VisitFixture.PROVINCE_MEMBER);
        Long id = propose(off(MONDAY));

        assertThat(changes.days(id)).containsExactly(new ChangedDay(MONDAY, null, off(MONDAY)));
        assertThat(changes.units(id)).anySatisfy(unit -> {
            assertThat(unit.unitName()).isEqualTo("Xã Kim Liên");
            assertThat(unit.moved()).isGreaterThanOrEqualTo(2);
        });
        assertThat(changes.limits(id, VisitFixture.COMMUNE, 0)).contains(new MovedLimit(VisitFixture.COMMUNE, "Xã Kim Liên",
                "Chi bộ xóm 2, họp thứ Sáu, 03/4/2026, đồng chí " + name(VisitFixture.COMMUNE_WORKER), MONDAY, MONDAY.plusDays(1),
                "Họp thứ Sáu, 03/4/2026; hạn 01 ngày là thứ Bảy, nghỉ, nên hạn gửi: hết ngày thứ Ba, 07/4/2026.", false));
        assertLimit(oneDay, "timer_limitOneDay", MONDAY_END);
        assertThat(task(id).getAssignee()).isEqualTo(ADMIN);

        decide(id, "APPLY");
        assertLimit(oneDay, "timer_limitOneDay", MONDAY_END);
        runJob(id);

        assertLimit(oneDay, "timer_limitOneDay", TUESDAY_END);
        assertLimit(threeDays, "timer_limitThreeDays", TUESDAY_END);
        assertThat(fixture.reportOf(oneDay).limitReason()).contains("hết ngày thứ Ba, 07/4/2026");
        assertThat(history.createHistoricTaskInstanceQuery().taskId(engine.task(oneDay).getId()).singleResult().getDueDate())
                .isEqualTo(Date.from(TUESDAY_END));
        assertThat(passed(id)).contains("task_confirmChange", "service_applyChange", "end_applied").doesNotContain("service_cancelChange");
        assertRecorded(id, oneDay);
        fixture.fillIn(oneDay, VisitFixture.COMPLETE);
        clock.moveTo(TUESDAY_END.minusSeconds(60));
        engine.complete(engine.task(oneDay), VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(oneDay).onTime()).isTrue();
    }

    private void assertRecorded(Long id, Visit visit) {
        assertThat(changes.find(id).orElseThrow()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(ChangeState.APPLIED);
            assertThat(sql.sql("select actor from audit_event where kind = 'CALENDAR_CHANGE' and subject_id = ?").param(id.toString())
                    .query(String.class).list()).containsExactly(ADMIN);
            assertThat(found.decidedBy()).isEqualTo(ADMIN);
            assertThat(found.movedCount()).isGreaterThanOrEqualTo(2);
        });
        assertThat(sql.sql("select actor || ' ' || day || ' ' || (before is null) || ' ' || (after ->> 'name') from special_day_change"
                + " where change_id = ?").param(id).query(String.class).list()).containsExactly("quantri 2026-04-06 true Ngày nghỉ thử");
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(VisitEvent.Kind.LIMIT_MOVED);
            assertThat(event.actor()).isEqualTo(ADMIN);
            assertThat(event.detail()).isEqualTo("Dời hạn gửi báo cáo từ hết ngày thứ Hai, 06/4/2026 sang hết ngày thứ Ba, 07/4/2026"
                    + " theo điều chỉnh ngày nghỉ, ngày làm bù (Số 1)");
        });
        assertThatThrownBy(() -> owner.sql("delete from special_day_change").update()).hasMessageContaining("append-only");
    }

    @Test
    void aDayOffTakenBackMovesTheLimitForwardButNotBeforeTheEndOfToday() {
        sql.sql("insert into special_day values (date '2026-04-06', 'OFF', 'Thử', 'OFFICIAL', 'Thử')").update();
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        assertLimit(visit, "timer_limitOneDay", TUESDAY_END);
        clock.moveTo(Instant.parse("2026-04-07T03:00:00Z"));
        Long kept = propose(Collections.singletonMap(MONDAY, null));
        decide(kept, "APPLY");
        runJob(kept);
        assertLimit(visit, "timer_limitOneDay", TUESDAY_END);
        assertThat(fixture.reportOf(visit).limitReason()).contains("theo lịch mới là thứ Hai, 06/4/2026, đã qua");
    }

    @Test
    void aDayOffTakenBackInTimeMovesTheLimitForward() {
        sql.sql("insert into special_day values (date '2026-04-06', 'OFF', 'Thử', 'OFFICIAL', 'Thử')").update();
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        Long id = propose(Collections.singletonMap(MONDAY, null));
        decide(id, "APPLY");
        runJob(id);
        assertLimit(visit, "timer_limitOneDay", MONDAY_END);
    }

    @Test
    void whereRemindingHasBegunTheLimitStaysAndThePreviewSaysSo() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        clock.moveTo(MONDAY_END.plusSeconds(3600));
        Long id = propose(off(MONDAY));
        assertThat(changes.limits(id, VisitFixture.COMMUNE, 0)).anyMatch(MovedLimit::kept);
        decide(id, "APPLY");
        runJob(id);
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(MONDAY_END);
        assertThat(engine.task(visit).getDueDate()).isEqualTo(Date.from(MONDAY_END));
    }

    @Test
    void aConfirmedDayChangesOnlyTheSentence() {
        sql.sql("insert into special_day values (date '2026-04-06', 'OFF', 'Thử', 'UNCONFIRMED', 'Thử')").update();
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(visit).limitReason()).contains("nghỉ Thử (chờ xác nhận)");
        Long id = propose(new SpecialDay(MONDAY, SpecialDay.Kind.OFF, "Thử", SpecialDay.Status.OFFICIAL, "Số 1"));
        assertThat(changes.units(id)).isEmpty();
        decide(id, "APPLY");
        runJob(id);
        assertLimit(visit, "timer_limitOneDay", TUESDAY_END);
        assertThat(fixture.reportOf(visit).limitReason()).doesNotContain("chờ xác nhận");
        assertThat(changes.find(id).orElseThrow().movedCount()).isZero();
    }

    @Test
    void aSentReportKeepsItsLimit() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(engine.task(visit), VisitFixture.COMMUNE_WORKER);
        Long id = propose(off(MONDAY));
        decide(id, "APPLY");
        runJob(id);
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(MONDAY_END);
    }

    @Test
    void whatFailsOnTheWayChangesNothing() {
        Visit visit = openReport(VisitFixture.COMMUNE_WORKER);
        Long id = propose(off(MONDAY));
        decide(id, "APPLY");
        owner.sql("alter table visit_event add constraint broken check (kind <> 'LIMIT_MOVED') not valid").update();
        try {
            assertThatThrownBy(() -> runJob(id)).hasStackTraceContaining("broken");
        } finally {
            owner.sql("alter table visit_event drop constraint broken").update();
        }
        assertThat(deadlines.calendar().isWorkingDay(MONDAY)).isTrue();
        assertLimit(visit, "timer_limitOneDay", MONDAY_END);
        assertThat(changes.find(id).orElseThrow().state()).isEqualTo(ChangeState.APPLYING);
        runJob(id);
        assertLimit(visit, "timer_limitOneDay", TUESDAY_END);
    }

    @Test
    void aChangeMayBeCancelled() {
        Long id = propose(off(MONDAY));
        decide(id, "CANCEL");
        assertThat(passed(id)).contains("task_confirmChange", "service_cancelChange", "end_cancelled").doesNotContain("service_applyChange");
        assertThat(changes.find(id).orElseThrow().state()).isEqualTo(ChangeState.CANCELLED);
        assertThat(deadlines.calendar().isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void whatNobodyDecidesForSevenDaysIsCancelled() {
        Long id = propose(off(MONDAY));
        Job job = management.createJobQuery().processInstanceId(instance(id)).activityId("timer_confirmTooLate").singleResult();
        assertThat(Duration.between(clock.instant(), job.getDuedate().toInstant())).isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7));
        management.executeJob(job.getId());
        assertThat(passed(id)).contains("timer_confirmTooLate", "end_cancelled");
        assertThat(changes.find(id).orElseThrow().state()).isEqualTo(ChangeState.CANCELLED);
    }

    @Test
    void aDeletedCaseLeavesNothingOpen() {
        Long id = propose(off(MONDAY));
        runtime.deleteProcessInstance(instance(id), "test");
        assertThat(changes.find(id).orElseThrow().state()).isEqualTo(ChangeState.CANCELLED);
        assertThat(changes.open()).isEmpty();
    }

    @Test
    void theSecondOfTwoChangesIsTold() {
        propose(off(MONDAY));
        assertThatThrownBy(() -> propose(off(MONDAY.plusDays(1)))).isInstanceOf(RuleViolation.class)
                .hasMessageMatching("Tài khoản quantri đang điều chỉnh lịch, bắt đầu lúc .*: hoàn tất hoặc hủy lượt đó.*");
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("calendar-change").count()).isEqualTo(1);
    }

    @Test
    void aCaseWithoutDaysDoesNotStart() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("calendar-change")).hasMessageContaining("Chưa có ngày nào thay đổi");
    }

    @Test
    void foreignDecisionsAreRefusedAndTheTaskStays() {
        Long id = propose(off(MONDAY));
        for (Object decision : new Object[] {"DROP", 1, true, ""}) {
            assertThatThrownBy(() -> engine.as(ADMIN, () -> tasks.complete(task(id).getId(), Map.of("decision", decision))))
                    .hasMessageMatching("(?s)(?:Chưa rõ quyết định|Biểu mẫu gửi kèm).*");
        }
        assertThat(task(id)).isNotNull();
    }

    @Test
    void daysThatCannotBeSoAreRefusedWithAReason() {
        LocalDate saturday = MONDAY.minusDays(2);
        refused(off(saturday), "Thứ Bảy, 04/4/2026 vốn là ngày nghỉ");
        refused(new SpecialDay(MONDAY, SpecialDay.Kind.WORKING, "Làm bù", SpecialDay.Status.OFFICIAL, "x"), "vốn là ngày làm việc");
        refused(new SpecialDay(MONDAY, SpecialDay.Kind.OFF, " ", SpecialDay.Status.OFFICIAL, "x"), "chưa có tên ngày");
        refused(new SpecialDay(MONDAY, SpecialDay.Kind.OFF, "Nghỉ", SpecialDay.Status.OFFICIAL, ""), "chưa có căn cứ");
        refused(new SpecialDay(MONDAY, SpecialDay.Kind.OFF, "n".repeat(61), SpecialDay.Status.OFFICIAL, "x"), "dài quá 60 ký tự");
        refused(off(LocalDate.of(2031, 1, 1)), "nằm ngoài các năm 2025 đến 2029");
        SpecialDay known = deadlines.calendar().special(LocalDate.of(2026, 4, 30));
        refused(known, "Chưa có ngày nào thay đổi");
        Map<LocalDate, SpecialDay> month = new java.util.HashMap<>();
        MONDAY.datesUntil(MONDAY.plusDays(40)).filter(day -> day.getDayOfWeek().getValue() < 6).forEach(day -> month.put(day, off(day)));
        assertThatThrownBy(() -> propose(month)).hasMessageContaining("hơn 30 ngày nghỉ liền nhau");
        assertThat(changes.open()).isEmpty();
    }

    @Test
    void newLimitsWaitWhileTheCalendarIsBeingWritten() throws Exception {
        CompletableFuture<LocalDate> limit = transactions.execute(status -> {
            specialDays.holdNewLimits();
            CompletableFuture<LocalDate> waiting = CompletableFuture.supplyAsync(
                    () -> deadlines.afterMeeting(VisitFixture.FRIDAY, Period.ofDays(1)).lastDay());
            assertThatThrownBy(() -> waiting.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            sql.sql("insert into special_day values (date '2026-04-06', 'OFF', 'Thử', 'OFFICIAL', 'Thử')").update();
            return waiting;
        });
        assertThat(limit.get(10, TimeUnit.SECONDS)).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void theCalendarTakenOverIsTheListOfNotices() {
        assertThat(specialDays.all()).extracting(SpecialDay::day, SpecialDay::kind, SpecialDay::name, SpecialDay::status)
                .containsExactlyElementsOf(DaysOff.all().stream().map(day -> org.assertj.core.groups.Tuple.tuple(day.day(), day.kind(),
                        day.name(), day.status())).toList());
        assertThat(specialDays.all()).extracting(SpecialDay::source).noneMatch(source -> source.matches(".*\\b(of|the|notice|swapped)\\b.*"));
    }

    private void refused(SpecialDay day, String sentence) {
        assertThatThrownBy(() -> propose(day)).isInstanceOf(RuleViolation.class).hasMessageContaining(sentence);
    }

    private Visit openReport(String userId) {
        Visit visit = fixture.visitOf(userId, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        return visit;
    }

    private String name(String userId) {
        return sql.sql("select full_name from person where user_id = ?").param(userId).query(String.class).single();
    }

    private void assertLimit(Visit visit, String timer, Instant limit) {
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(limit);
        assertThat(engine.task(visit).getDueDate()).isEqualTo(Date.from(limit));
        assertThat(engine.jobs(visit, "attendance-report", timer).get(0).getDuedate()).isEqualTo(Date.from(limit));
    }

    private static SpecialDay off(LocalDate day) {
        return new SpecialDay(day, SpecialDay.Kind.OFF, "Ngày nghỉ thử", SpecialDay.Status.OFFICIAL, "Số 1");
    }

    private Long propose(SpecialDay day) {
        return propose(Map.of(day.day(), day));
    }

    private Long propose(Map<LocalDate, SpecialDay> days) {
        Long[] id = new Long[1];
        engine.as(ADMIN, () -> id[0] = changes.propose(days, ADMIN));
        return id[0];
    }

    private void decide(Long id, String decision) {
        engine.as(ADMIN, () -> tasks.complete(task(id).getId(), Map.of("decision", decision)));
    }

    private Task task(Long id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(id)).processDefinitionKey("calendar-change").singleResult();
    }

    private void runJob(Long id) {
        management.executeJob(management.createJobQuery().processInstanceId(instance(id)).messages().singleResult().getId());
    }

    private String instance(Long id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id))
                .processDefinitionKey("calendar-change").singleResult().getId();
    }

    private List<String> passed(Long id) {
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(id))
                .processDefinitionKey("calendar-change").singleResult().getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }
}
