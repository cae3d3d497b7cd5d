package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Corrections;
import vn.dusinhhoat.attendance.PaperReports;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/**
 * Whatever people do in whatever order: an action is done whole or refused with a sentence; the due date of the report
 * task, its limit timer and the stored limit are the same moment; a person has at most one task of a visit.
 */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class RandomActionsTest {

    private static final int ACTIONS = 25;
    private static final List<String> WRITING = List.of("task_writeReportOneDay", "task_writeReportThreeDays");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private Absences absences;
    @Autowired
    private Reports reports;
    @Autowired
    private PaperReports papers;
    @Autowired
    private Corrections corrections;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void taskTimerAndStoredLimitAgreeAfterEveryAction(long seed) {
        Random random = new Random(seed);
        clock.moveTo(Instant.parse("2026-01-26T02:00:00Z").plus(Duration.ofDays(random.nextInt(90))));
        String person = random.nextBoolean() ? fixture.newWorker() : VisitFixture.PROVINCE_MEMBER;
        Visit visit = fixture.visitOf(person, LocalDate.now(clock).plusDays(1 + random.nextInt(5)));
        List<String> done = new ArrayList<>();
        for (int n = 0; n < ACTIONS; n++) {
            int action = random.nextInt(13);
            String what = action + "";
            try {
                act(action, visit, person, random);
            } catch (RuleViolation refused) {
                what += " refused: " + refused.getMessage();
            } catch (ProcessEngineException refused) {
                what += " refused: " + refused.getMessage();
                assertThat(refused).hasRootCauseInstanceOf(RuleViolation.class);
            }
            done.add(what);
            assertHolds(visit, person, done);
        }
    }

    private void act(int action, Visit visit, String person, Random random) {
        switch (action) {
            case 0, 1, 2, 3 -> runNextJob(visit);
            case 4 -> changes.move(visit.id(), null, clock.instant().plus(Duration.ofHours(random.nextInt(200) - 60)), "Đổi ngày", person);
            case 5 -> changes.move(visit.id(), fixture.cell(2 + random.nextInt(5)), clock.instant().plus(Duration.ofHours(30)), "Đổi chi bộ", person);
            case 6 -> reports.find(visit.id()).ifPresent(open -> fixture.fillIn(visit, VisitFixture.COMPLETE));
            case 7, 8 -> completeReport(visit, person);
            case 9 -> reports.withdraw(visit.id(), person);
            case 10 -> receive(visit, random.nextBoolean());
            case 11 -> oneOfTheRarer(visit, person, random);
            default -> clock.moveTo(clock.instant().plus(Duration.ofHours(random.nextInt(40))));
        }
    }

    private void oneOfTheRarer(Visit visit, String person, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> absences.report(visit.id(), AbsenceReason.SICK, null, random.nextBoolean(), person);
            case 1 -> changes.notHeld(visit.id(), "Chi bộ hoãn họp", person);
            case 2 -> papers.enter(visit.id(), VisitFixture.COMPLETE, LocalDate.now(clock), null, "dv-17971-7");
            case 3 -> corrections.start(visit.id(), "Ghi nhầm", person);
            default -> changes.agree(visit.id(), person);
        }
    }

    private void runNextJob(Visit visit) {
        management.createJobQuery().orderByJobDuedate().asc().list().stream()
                .filter(job -> belongs(job, visit)).findFirst().ifPresent(job -> {
                    if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.instant())) {
                        clock.moveTo(job.getDuedate().toInstant());
                    }
                    management.executeJob(job.getId());
                });
    }

    private boolean belongs(Job job, Visit visit) {
        return List.of("attendance", "attendance-report", "report-correction").stream().map(process -> engine.instance(visit, process))
                .anyMatch(instance -> instance != null && instance.getId().equals(job.getProcessInstanceId()));
    }

    private void completeReport(Visit visit, String person) {
        tasks.createTaskQuery().processInstanceBusinessKey(key(visit)).taskAssignee(person).list().stream().findFirst()
                .ifPresent(task -> engine.complete(task, person));
    }

    private void receive(Visit visit, boolean complete) {
        String receiver = fixture.reload(visit).receiverId() == null ? null : VisitFixture.COMMUNE_RECEIVER;
        tasks.createTaskQuery().processInstanceBusinessKey(key(visit)).taskDefinitionKeyIn("task_receiveReport", "task_receiveCorrection")
                .list().stream().findFirst().ifPresent(task -> {
                    tasks.setAssignee(task.getId(), receiver);
                    if (!complete && task.getTaskDefinitionKey().equals("task_receiveReport")) {
                        reports.saveSupplementRequest(visit.id(), receiver, "Ghi thêm số đảng viên");
                    }
                    tasks.complete(task.getId(), Map.of("receptionDecision", complete ? "RECEIVED" : "TO_SUPPLEMENT"));
                });
    }

    private void assertHolds(Visit visit, String person, List<String> done) {
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(key(visit)).list();
        assertThat(open.stream().filter(task -> person.equals(task.getAssignee()))).as(done::toString).hasSizeLessThanOrEqualTo(1);
        open.stream().filter(task -> WRITING.contains(task.getTaskDefinitionKey())).forEach(task -> {
            Report report = fixture.reportOf(visit);
            assertThat(task.getDueDate()).as(done::toString).isEqualTo(Date.from(report.limitAt()));
            String timer = task.getTaskDefinitionKey().endsWith("OneDay") ? "timer_limitOneDay" : "timer_limitThreeDays";
            engine.jobs(visit, "attendance-report", timer).forEach(job -> assertThat(job.getDuedate()).as(done::toString).isEqualTo(task.getDueDate()));
            assertThat(Limit.dayOf(report.limitAt())).as(done::toString).isAfter(fixture.reload(visit).meetingDay());
            assertThat(fixture.reload(visit).state()).as(done::toString).isEqualTo(VisitState.ATTENDED);
        });
        boolean ended = engine.instance(visit, "attendance") == null;
        assertThat(ended && fixture.reload(visit).state() == VisitState.SCHEDULED).as(done::toString).isFalse();
        if (ended && fixture.reload(visit).receiverId() != null) {
            assertThat(fixture.reportOf(visit).state()).as(done::toString).isNotIn(ReportState.NOT_STARTED, ReportState.DRAFT);
        }
    }

    private static String key(Visit visit) {
        return String.valueOf(visit.id());
    }
}
