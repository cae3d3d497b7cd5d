package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Situation C5: one entry with dates covers all visits of the span, and one decision all of them. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class AbsenceDaysTest {

    private static final String CLERK = "dv-17971-7";
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate TO = LocalDate.of(2026, 4, 30);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private Absences absences;
    @Autowired
    private TaskService tasks;
    @Autowired
    private MovableClock clock;

    private String person;

    @BeforeEach
    void freezeBeforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        person = fixture.newPerson();
        fixture.post(person, VisitFixture.COMMUNE, "COMMUNE_WORKER");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void oneEntryAndOneDecisionForAllVisitsOfTheDays() {
        Visit first = fixture.visitOf(person, FROM);
        Visit last = fixture.visitOf(person, TO);
        Visit after = fixture.visitOf(person, TO.plusDays(1));
        assertThat(away(AbsenceReason.MISSION, null, true)).isEqualTo(2);
        assertThat(fixture.reload(after).state()).isEqualTo(VisitState.SCHEDULED);
        assertThat(absences.decidedTogether(fixture.reload(first))).isEqualTo(2);

        Task task = decision(first);
        engine.claim(task, CLERK);
        engine.as(CLERK, () -> tasks.complete(task.getId(), Map.of("absenceDecision", "EXCUSED")));
        assertThat(fixture.reload(first).state()).isEqualTo(VisitState.CARRIED_OVER);
        assertThat(fixture.reload(last).state()).isEqualTo(VisitState.CARRIED_OVER);
        assertThat(engine.passed(first)).contains("gateway_carryOver", "end_carriedOver").doesNotContain("message_decidedTogether");
        assertThat(engine.passed(last)).contains("message_decidedTogether", "gateway_absenceDecided", "end_carriedOver");
        assertThat(engine.isEnded(last)).isTrue();

        Visit scheduledLater = fixture.visitOf(person, FROM.plusDays(10));
        assertThat(fixture.reload(scheduledLater).state()).isEqualTo(VisitState.CARRIED_OVER);
        assertThat(engine.isEnded(scheduledLater)).isTrue();
    }

    @Test
    void aVisitScheduledBeforeTheDecisionWaitsForIt() {
        assertThat(away(AbsenceReason.SICK, null, false)).isZero();
        Visit visit = fixture.visitOf(person, FROM.plusDays(2));
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.ABSENCE_PENDING);
        assertThat(decision(visit)).isNotNull();
        engine.runDueJob(visit, "attendance", "timer_absenceSilent");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.EXCUSED);
        assertThat(engine.passed(visit)).contains("gateway_carryOver", "end_excused");
    }

    @Test
    void aMissIsAMissForAllOfThem() {
        Visit first = fixture.visitOf(person, FROM);
        Visit last = fixture.visitOf(person, TO);
        away(AbsenceReason.OTHER, "Việc riêng", true);
        Task task = decision(last);
        engine.claim(task, CLERK);
        engine.as(CLERK, () -> tasks.complete(task.getId(), Map.of("absenceDecision", "MISSED")));
        assertThat(fixture.reload(first).state()).isEqualTo(VisitState.MISSED);
        assertThat(engine.passed(first)).contains("message_decidedTogether", "end_missed");
    }

    @Test
    void wrongDaysAndReasonsAreSaid() {
        assertThatThrownBy(() -> away(AbsenceReason.OWN_CELL, null, false)).hasMessageContaining("chọn lý do");
        assertThatThrownBy(() -> away(null, null, false)).hasMessageContaining("chọn lý do");
        assertThatThrownBy(() -> away(AbsenceReason.OTHER, "", false)).hasMessageContaining("ghi rõ lý do");
        assertThatThrownBy(() -> absences.reportSpan(fixture.personId(person), TO, FROM, AbsenceReason.STUDY, null, false, person))
                .hasMessageContaining("đến ngày không trước từ ngày");
        assertThatThrownBy(() -> absences.reportSpan(fixture.personId(person), FROM, FROM.plusYears(3), AbsenceReason.STUDY, null, false, person))
                .hasMessageContaining("tối đa một năm");
    }

    private int away(AbsenceReason reason, String note, boolean makeUp) {
        return absences.reportSpan(fixture.personId(person), FROM, TO, reason, note, makeUp, person);
    }

    private Task decision(Visit visit) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_decideAbsence").singleResult();
    }
}
