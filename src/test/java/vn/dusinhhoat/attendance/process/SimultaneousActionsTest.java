package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import vn.dusinhhoat.attendance.PaperReports;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.AtOnce;
import vn.dusinhhoat.testing.MovableClock;

/** Two things in the same moment: one result, and the other side is told or tried again. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class SimultaneousActionsTest {

    private static final Instant TUESDAY_EVENING = Instant.parse("2026-04-07T12:30:00Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private PaperReports papers;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private MovableClock clock;

    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private String person;
    private Visit visit;
    private Task task;

    @BeforeEach
    void aFilledReport() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        person = fixture.newWorker();
        visit = fixture.visitOf(person, VisitFixture.FRIDAY);
        task = engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
    }

    @AfterEach
    void reset() {
        people.shutdownNow();
        clock.reset();
    }

    @RepeatedTest(10)
    void sentWhileTheLimitPasses() throws Exception {
        String timer = engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getId();
        clock.moveTo(Instant.parse("2026-04-06T16:59:59Z"));
        List<Throwable> refused = atOnce(() -> tasks.complete(task.getId()), () -> management.executeJob(timer));
        // The timer is gone when the report was first; who sends never loses.
        assertThat(refused).as(() -> "causes: " + refused.stream().map(each -> NestedExceptionUtils.getMostSpecificCause(each).toString()).toList())
                .allMatch(each -> each.getMessage().contains("No job found"));
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(count(VisitEvent.Kind.REPORT_SUBMITTED)).isEqualTo(1);
        assertThat(engine.task(visit).getTaskDefinitionKey()).isEqualTo("task_receiveReport");
        assertThat(engine.jobs(visit, "attendance-report", "timer_urge")).as("nothing of the ladder is left").isEmpty();
    }

    @RepeatedTest(5)
    void sentWhileTheDateIsChanged() throws Exception {
        clock.moveTo(Instant.parse("2026-04-04T02:00:00Z"));
        List<Throwable> refused = atOnce(() -> tasks.complete(task.getId()),
                () -> changes.move(visit.id(), null, TUESDAY_EVENING, "Chi bộ hoãn họp", person));
        assertThat(refused).as("one of the two").hasSize(1);
        boolean moved = fixture.reload(visit).state() == VisitState.MOVED;
        assertThat(fixture.reportOf(visit).submittedAt() == null).as("sent or moved, never both").isEqualTo(moved);
        assertThat(count(VisitEvent.Kind.REPORT_SUBMITTED)).isEqualTo(moved ? 0 : 1);
        assertThat(count(VisitEvent.Kind.MOVED)).isEqualTo(moved ? 1 : 0);
        assertThat(moved ? engine.jobs(visit, "attendance", "timer_meetingEvening") : List.of(1)).hasSize(1);
    }

    /** Two clerks with the same paper: it is entered once. */
    @RepeatedTest(3)
    void twoClerksEnterTheSamePaper() throws Exception {
        Visit other = fixture.visitOf(person, fixture.cell(3), VisitFixture.FRIDAY);
        engine.toReportTask(other);
        clock.moveTo(Instant.parse("2026-04-06T02:00:00Z"));
        Runnable enter = () -> papers.enter(other.id(), VisitFixture.COMPLETE, VisitFixture.FRIDAY.plusDays(3), null, "dv-17971-7");
        List<Throwable> refused = atOnce(enter, enter);
        assertThat(refused).singleElement().isInstanceOf(RuleViolation.class);
        assertThat(log.storyOf(other.id()).stream().filter(event -> event.kind() == VisitEvent.Kind.PAPER_ENTERED)).hasSize(1);
    }

    /** What was thrown; both begin in the same moment. */
    private List<Throwable> atOnce(Runnable one, Runnable two) throws Exception {
        return AtOnce.run(people, one, two);
    }

    private long count(VisitEvent.Kind kind) {
        return log.storyOf(visit.id()).stream().filter(event -> event.kind() == kind).count();
    }
}
