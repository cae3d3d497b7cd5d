package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** III.2a, ruling B3: the visitor agrees with the cell when it meets; nothing ever waits for that. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class AgreeDateTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 5, 8);
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-05-08T12:30:00Z");
    private static final Instant TUESDAY_EVENING = Instant.parse("2026-05-12T12:30:00Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private Visits visits;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private Absences absences;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    private String person;
    private Visit visit;

    @BeforeEach
    void aVisitToCome() {
        clock.moveTo(Instant.parse("2026-05-04T02:00:00Z"));
        person = fixture.newWorker();
        visit = fixture.visitOf(person, FRIDAY);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void theVisitorHasOneTaskThatSaysWhereAndWhen() {
        Task task = task();
        assertThat(task.getAssignee()).isEqualTo(person);
        assertThat(task.getName()).isEqualTo("Thống nhất thời gian với chi ủy chi bộ xóm 2, xã Kim Liên, họp ngày 08/05/2026");
        assertThat(task.getDueDate().toInstant()).isEqualTo(FRIDAY_EVENING);
        assertThat(tasks.createTaskQuery().taskAssignee(person).list()).singleElement();
    }

    @ParameterizedTest
    @CsvSource(value = {"null", "2026-05-08T19:30", "2026-05-08T19:30:25"}, nullValues = "null")
    void agreedAsItStands(String typed) {
        complete(typed);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(FRIDAY_EVENING);
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(VisitEvent.Kind.AGREED);
            assertThat(event.actor()).isEqualTo(person);
            assertThat(event.detail()).isEqualTo("Đã thống nhất qua điện thoại với chi ủy");
        });
        assertThat(task()).isNull();
        assertThat(engine.passed(visit)).contains("task_agreeDate", "gateway_otherDate", "end_dateAgreed").doesNotContain("end_otherDate");
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(engine.instance(visit, "attendance").getId()).list()).isEmpty();
        assertThat(engine.toReportTask(visit)).isNotNull();
    }

    @Test
    void agreedOnAnotherDateTheCaseWaitsForThatDay() {
        complete("2026-05-12T19:30");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(TUESDAY_EVENING);
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo("Đã thống nhất qua điện thoại với chi ủy: từ 19:30, ngày 08/05/2026 sang 19:30, ngày 12/05/2026"));
        assertThat(engine.passed(visit)).contains("end_otherDate", "event_otherDateAgreed", "end_dateKnown").doesNotContain("end_dateAgreed");
        assertThat(task()).as("it is agreed already").isNull();
        assertThat(engine.jobs(visit, "attendance", "timer_meetingEvening")).singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo(TUESDAY_EVENING));
        assertThat(engine.toReportTask(visit).getDueDate().toInstant()).isEqualTo(Instant.parse("2026-05-13T16:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2026-05-03T19:30; đã qua", "2027-03-29T19:30; quá xa", "thứ Sáu tuần sau; chưa đủ hoặc chưa đúng",
        "2026-05-12; chưa đủ hoặc chưa đúng", "''; chưa đủ hoặc chưa đúng", "2026-02-30T19:30; chưa đủ hoặc chưa đúng",
        "+999999999-12-31T23:59; quá xa"})
    void aDateThatCannotBeLeavesTheTaskAsItIs(String typed, String told) {
        Task before = task();
        assertThatThrownBy(() -> complete(typed)).isExactlyInstanceOf(RuleViolation.class).hasMessageContaining(told);
        assertThat(task().getId()).isEqualTo(before.getId());
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(FRIDAY_EVENING);
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(before.getProcessInstanceId()).list()).isEmpty();
    }

    @Test
    void aDateAfterTheCellsEndIsRefused() {
        Long cell = newCell("Chi bộ xóm Sắp Giải Thể");
        sql.sql("update party_unit set valid_to = date '2026-05-10' where id = ?").param(cell).update();
        visit = fixture.visitOf(person, cell, FRIDAY);
        assertThatThrownBy(() -> complete("2026-05-12T19:30")).hasMessageContaining("không còn hoạt động vào ngày họp");
    }

    @Test
    void nobodyAgreesInTheVisitorsName() {
        String id = task().getId();
        assertThatThrownBy(() -> engine.as("quantri", () -> tasks.complete(id))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("đồng chí khác");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
    }

    @Test
    void nothingWaitsForIt() {
        Task report = engine.toReportTask(visit);
        assertThat(report).isNotNull();
        assertThat(task()).as("gone by itself").isNull();
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.ATTENDED);
        assertThat(engine.passed(visit)).contains("timer_meetingEvening", "end_meetingEvening", "subprocess_prepare").doesNotContain("end_dateAgreed");
    }

    @Test
    void agreedOnThePageTheTaskGoes() {
        changes.agree(visit.id(), person);
        assertThat(task()).isNull();
        assertThat(engine.passed(visit)).contains("message_agreedElsewhere", "end_agreedElsewhere");
        assertThat(engine.toReportTask(visit)).isNotNull();
    }

    @Test
    void confirmedByTheCommuneTheTaskGoes() {
        assertThat(changes.followCell(visit.id(), FRIDAY_EVENING, "dv-17971-7")).isFalse();
        assertThat(task()).isNull();
        Visit other = fixture.visitOf(person, fixture.cell(3), FRIDAY.plusDays(1));
        assertThat(changes.followCell(other.id(), TUESDAY_EVENING, "dv-17971-7")).isTrue();
        assertThat(task(other)).isNull();
        assertThat(engine.passed(other)).contains("message_visitMoved", "end_dateKnown");
    }

    @Test
    void afterAMoveItIsToBeAgreedAnew() {
        complete(null);
        changes.move(visit.id(), null, TUESDAY_EVENING, "Chi bộ hoãn họp", person);
        assertThat(task().getName()).endsWith("họp ngày 12/05/2026");
        assertThat(task().getDueDate().toInstant()).isEqualTo(TUESDAY_EVENING);
        complete("2026-05-13T19:00");
        changes.move(visit.id(), null, TUESDAY_EVENING, "Chi bộ họp như cũ", person);
        complete(null);
        assertThat(fixture.reload(visit).meetingAt()).as("not the date of the task before").isEqualTo(TUESDAY_EVENING);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
    }

    @Test
    void movedOnTheEveningItIsAgreedAnewToo() {
        engine.toReportTask(visit);
        changes.move(visit.id(), null, TUESDAY_EVENING, "Mất điện", person);
        assertThat(task().getName()).endsWith("họp ngày 12/05/2026");
        assertThat(tasks.createTaskQuery().taskAssignee(person).list()).as("one task of the visit").hasSize(1);
    }

    @Test
    void whoIsAwayHasNothingToAgreeOn() {
        absences.report(visit.id(), AbsenceReason.SICK, null, false, person);
        assertThat(task()).isNull();
        assertThat(engine.passed(visit)).contains("message_absence");
    }

    @Test
    void aVisitThatEndsTakesTheTaskAlong() {
        changes.end(visit.id());
        assertThat(task()).isNull();
        assertThat(engine.isEnded(visit)).isTrue();
    }

    @Test
    void onTheEveningItselfNobodyIsAsked() {
        clock.moveTo(Instant.parse("2026-05-08T15:00:00Z"));
        Visit past = visits.addExtra(visit.personId(), fixture.cell(4), FRIDAY_EVENING, "Đi cùng đoàn", person);
        assertThat(task(past)).isNull();
        assertThat(engine.passed(past)).contains("end_dateKnown").doesNotContain("task_agreeDate");
        assertThat(engine.toReportTask(past)).isNotNull();
    }

    @Test
    void afterAMergerTheTaskNamesTheSuccessor() {
        Long ended = newCell("Chi bộ xóm Cũ Hai");
        Long successor = newCell("Chi bộ xóm Mới Hai");
        visit = fixture.visitOf(person, ended, FRIDAY);
        assertThat(task().getName()).contains("xóm Cũ Hai");
        sql.sql("update party_unit set valid_to = date '2026-05-05', successor_id = ? where id = ?").params(successor, ended).update();
        changes.followSuccessor(visit.id());
        assertThat(task().getName()).contains("xóm Mới Hai");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
    }

    @Test
    void aLongNameNeverTakesTheDayAway() {
        visit = fixture.visitOf(person, newCell("Chi bộ " + "xóm Đồi Thông ".repeat(13).strip()), FRIDAY);
        sql.sql("update party_unit set name = ? where code = ?").params("Xã " + "Kim Liên ".repeat(20).strip(), VisitFixture.COMMUNE).update();
        try {
            changes.move(visit.id(), null, TUESDAY_EVENING, "Chi bộ hoãn họp", person);
            assertThat(task().getName()).hasSizeLessThanOrEqualTo(255).contains("…").endsWith(", họp ngày 12/05/2026");
        } finally {
            sql.sql("update party_unit set name = 'Xã Kim Liên' where code = ?").param(VisitFixture.COMMUNE).update();
        }
    }

    /** Cases of diagrams before this task was drawn know nothing of it. */
    @Test
    void aCaseWithoutTheTaskIsAgreedAllTheSame() {
        engine.remove(visit);
        changes.agree(visit.id(), person);
        assertThat(changes.followCell(visit.id(), FRIDAY_EVENING, "dv-17971-7")).isFalse();
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
    }

    @Test
    void theSecondOfTwoDevicesIsToldThatItIsDone() {
        sql.sql("update visit set state = 'AGREED' where id = ?").param(visit.id()).update();
        assertThatThrownBy(() -> complete("2026-05-12T19:30")).isInstanceOf(RuleViolation.class).hasMessageContaining("đã được thống nhất");
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(FRIDAY_EVENING);
    }

    private Long newCell(String name) {
        return sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select 'B3-' || nextval(pg_get_serial_sequence('party_unit', 'id')), 'CELL', 'XOM', ?, id, date '2025-07-01'
                from party_unit where code = ? returning id""").params(name, VisitFixture.COMMUNE).query(Long.class).single();
    }

    private Task task() {
        return task(visit);
    }

    private Task task(Visit of) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(of.id())).taskDefinitionKey("task_agreeDate").list();
        assertThat(open).hasSizeLessThanOrEqualTo(1);
        return open.isEmpty() ? null : open.get(0);
    }

    private void complete(String agreedAt) {
        Map<String, Object> form = new HashMap<>();
        form.put("agreedMeetingAt", agreedAt);
        String id = task().getId();
        engine.as(person, () -> tasks.complete(id, form));
    }
}
