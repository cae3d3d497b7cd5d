package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.MeetingDays;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitAgreements;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** III.2a, ruling B3: every way through "Chuẩn bị" of attendance.bpmn. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class AgreementProcessTest {

    private static final Instant BEFORE = Instant.parse("2026-03-25T02:00:00Z");
    private static final Instant PLANNED = Instant.parse("2026-04-03T12:30:00Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private VisitAgreements agreements;
    @Autowired
    private MeetingDays meetings;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;

    private String visitor;
    private Visit visit;

    @BeforeEach
    void planned() {
        clock.moveTo(BEFORE);
        visitor = fixture.newWorker();
        visit = fixture.visitOf(visitor, VisitFixture.FRIDAY, "17971-9");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void theVisitorIsAskedAndNobodyElse() {
        Task task = task();
        assertThat(task.getAssignee()).isEqualTo(visitor);
        assertThat(task.getName()).isEqualTo("Thống nhất thời gian với chi ủy chi bộ xóm 9, xã Kim Liên, họp 03/04/2026");
        assertThat(task.getDueDate()).isEqualTo(Date.from(PLANNED));
        assertThat(agreements.questionOf(visit.id()).contacts()).hasSize(2).first().asString().startsWith("Bí thư: đồng chí ");
    }

    @Test
    void agreedAsPlanned() {
        complete("2026-04-03T19:30");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
        assertThat(open()).isZero();
        assertThat(engine.passed(visit)).contains("end_dateAgreed").doesNotContain("end_meetingEvening");
        assertThat(runtime.createVariableInstanceQuery().variableName("meetingAt").count()).isZero();
        assertThat(engine.toReportTask(visit)).isNotNull();
        assertThat(engine.passed(visit)).contains("end_meetingEvening");
    }

    @Test
    void agreedOnAnotherDay() {
        complete("2026-04-10T20:00");
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(Instant.parse("2026-04-10T13:00:00Z"));
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
        assertThat(open()).isZero();
        assertThat(engine.passed(visit)).contains("end_otherDate", "event_otherDateAgreed", "end_alreadyAgreed");
        assertThat(engine.jobs(visit, "attendance", "timer_meetingEvening")).singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo(Date.from(Instant.parse("2026-04-10T13:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T19:30", "2028-01-01T19:30", "mai", ""})
    void aWrongTimeIsRefusedAndTheTaskStays(String typed) {
        assertThatThrownBy(() -> complete(typed)).isInstanceOf(RuleViolation.class).hasMessageContaining("ngày");
        assertThat(open()).isOne();
        assertThat(fixture.reload(visit).meetingAt()).isEqualTo(PLANNED);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
    }

    @Test
    void agreedOnThePageOfVisits() {
        changes.agree(visit.id(), visitor);
        assertThat(open()).isZero();
        assertThat(engine.passed(visit)).contains("message_agreedElsewhere", "end_agreedElsewhere");
        changes.agree(visit.id(), visitor);
        assertThat(engine.toReportTask(visit)).isNotNull();
    }

    @Test
    void theCommuneHasConfirmedTheDay() {
        meetings.confirm("dv-17971-4", YearMonth.of(2026, 4), List.of(new MeetingDays.CellDay(visit.cellId(), VisitFixture.FRIDAY.atTime(19, 30))));
        assertThat(open()).isZero();
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
    }

    @Test
    void theCommuneHasConfirmedAnotherDay() {
        meetings.confirm("dv-17971-4", YearMonth.of(2026, 4), List.of(new MeetingDays.CellDay(visit.cellId(), LocalDate.of(2026, 4, 8).atTime(19, 0))));
        assertThat(open()).isZero();
        assertThat(engine.passed(visit)).contains("message_visitMoved", "end_alreadyAgreed");
    }

    /** Who moves the visit asks the cell again. */
    @Test
    void movedByTheVisitor() {
        changes.move(visit.id(), null, Instant.parse("2026-04-12T12:30:00Z"), "Đi công tác", visitor);
        assertThat(task().getName()).endsWith("họp 12/04/2026");
    }

    @Test
    void theMeetingComesWhetherAgreedOrNot() {
        assertThat(engine.toReportTask(visit)).isNotNull();
        assertThat(open()).isZero();
    }

    /** A visit that the system made too late: nobody has to agree on what is over. */
    @Test
    void nothingToAgreeOnAfterTheMeeting() {
        clock.moveTo(Instant.parse("2026-04-20T02:00:00Z"));
        Visit over = fixture.visitOf(visitor, VisitFixture.FRIDAY, "17971-3");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(over.id())).taskDefinitionKey("task_agreeDate").count()).isZero();
    }

    private void complete(String meetingAt) {
        engine.as(visitor, () -> tasks.complete(task().getId(), Map.of("meetingAt", meetingAt)));
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_agreeDate").singleResult();
    }

    private long open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_agreeDate").count();
    }
}
