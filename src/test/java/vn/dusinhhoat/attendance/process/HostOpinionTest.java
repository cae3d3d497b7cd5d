package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.attendance.HostOpinion;
import vn.dusinhhoat.attendance.HostVisits;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** The host committee sees who came and may say that something is wrong; silence is agreement (III.3b, rulings A6 and B7). */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class HostOpinionTest {

    private static final String CLERK = "dv-17971-4";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private HostObjections objections;
    @Autowired
    private HostVisits hosted;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void freezeBeforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void silenceIsAgreementAfterFiveDays() {
        Visit visit = attended();
        assertThat(engine.jobs(visit, "attendance", "timer_hostSilent")).singleElement().satisfies(job ->
                assertThat(Limit.dayOf(job.getDuedate().toInstant())).isEqualTo(LocalDate.of(2026, 4, 8)));
        engine.runDueJob(visit, "attendance", "timer_hostSilent");
        assertThat(fixture.reload(visit).hostOpinion()).isEqualTo(HostOpinion.SILENT);
        assertThat(engine.passed(visit)).contains("gateway_reportAndHost", "gateway_hostOpinion", "timer_hostSilent", "end_hostAgreed");
        assertThat(engine.task(visit)).as("the report goes on").isNotNull();
        assertThatThrownBy(() -> objections.object(visit.id(), "Đồng chí không đến", CLERK)).hasMessageContaining("không còn chờ ý kiến");
    }

    @Test
    void staffOfTheVisitorsUnitLookAtTheVisitAgain() {
        Visit visit = attended();
        assertThatThrownBy(() -> objections.object(visit.id(), " ", CLERK)).hasMessageContaining("ghi nội dung cần xem lại");
        objections.object(visit.id(), "Đồng chí không đến buổi họp", CLERK);
        assertThatThrownBy(() -> objections.object(visit.id(), "Lần nữa", CLERK)).hasMessageContaining("không còn chờ ý kiến");
        Task task = consideration(visit);
        assertThat(task.getName()).startsWith("Xem xét ý kiến nơi có chi bộ: đồng chí ");
        assertThat(tasks.getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("organisationboard-17971", "office-17971");
        engine.claim(task, CLERK);
        assertThatThrownBy(() -> decide(task, "PERHAPS")).hasMessageContaining("Chưa rõ quyết định");
        decide(task, "KEPT");
        assertThat(fixture.reload(visit).hostOpinion()).isEqualTo(HostOpinion.KEPT);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.ATTENDED);
        assertThat(engine.passed(visit)).contains("message_hostObjected", "task_considerObjection", "gateway_visitStands",
                "gateway_visitKept", "end_visitKept");
        assertThat(engine.task(visit)).isNotNull();
    }

    @Test
    void aVisitThatDoesNotStandOwesNoReport() {
        Visit visit = attended();
        objections.object(visit.id(), "Đồng chí không đến buổi họp", CLERK);
        Task task = consideration(visit);
        engine.claim(task, CLERK);
        decide(task, "NOT_ATTENDED");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.MISSED);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_APPLICABLE);
        assertThat(engine.passed(visit)).contains("service_recordNotAttended", "end_notAttended", "end_visitReported");
        assertThat(engine.isEnded(visit)).isTrue();
    }

    @Test
    void ifNobodyLooksTheVisitStandsAndSaysSo() {
        Visit visit = attended();
        objections.object(visit.id(), "Đồng chí về sớm", CLERK);
        engine.runDueJob(visit, "attendance", "timer_objectionSilent");
        assertThat(fixture.reload(visit).hostOpinion()).isEqualTo(HostOpinion.KEPT);
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> assertThat(event.detail()).contains("không có ý kiến"));
        assertThat(engine.passed(visit)).contains("timer_objectionSilent", "service_keepVisitSilently", "end_visitKept");
    }

    @Test
    void nobodyLooksAtTheirOwnVisit() {
        Visit visit = fixture.visitOf(CLERK, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        objections.object(visit.id(), "Đồng chí không đến", "dv-17971-7");
        engine.claim(consideration(visit), CLERK);
        assertThatThrownBy(() -> decide(consideration(visit), "KEPT")).hasMessageContaining("không tự xem xét");
    }

    /** C3: two at one meeting are shown as two; another commune sees nothing; no report is in what a host reads. */
    @Test
    void hostsSeeWhoComesToTheirOwnCells() {
        Visit one = attended();
        Visit two = fixture.visitOf(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY);
        // Other tests fill the month, too: all its pages.
        List<HostVisits.Line> april = IntStream.iterate(0, page -> !hosted.in(CLERK, YearMonth.of(2026, 4), page).isEmpty(), page -> page + 1)
                .mapToObj(page -> hosted.in(CLERK, YearMonth.of(2026, 4), page)).flatMap(List::stream).toList();
        assertThat(april).extracting(HostVisits.Line::id).contains(one.id(), two.id());
        assertThat(hosted.find(CLERK, two.id())).hasValueSatisfying(line -> {
            assertThat(line.visitor()).isNotBlank();
            assertThat(line.sameMeeting()).isPositive();
            assertThat(line.mayObject()).isFalse();
        });
        assertThat(april).filteredOn(line -> line.id().equals(two.id())).singleElement()
                .satisfies(line -> assertThat(line.sameMeeting()).isGreaterThanOrEqualTo(2));
        assertThat(hosted.find("canbophuong", two.id())).isEmpty();
        assertThat(hosted.isHost(CLERK)).isTrue();
        assertThat(hosted.isHost(VisitFixture.COMMUNE_WORKER)).isFalse();
        assertThat(hosted.isHost("quantri")).isFalse();
    }

    private Visit attended() {
        String person = fixture.newPerson();
        fixture.post(person, VisitFixture.COMMUNE, "COMMUNE_WORKER");
        Visit visit = fixture.visitOf(person, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        return visit;
    }

    private Task consideration(Visit visit) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_considerObjection").singleResult();
    }

    private void decide(Task task, String decision) {
        engine.as(CLERK, () -> tasks.complete(task.getId(), Map.of("objectionDecision", decision)));
    }
}
