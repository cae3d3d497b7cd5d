package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Assistants;
import vn.dusinhhoat.attendance.Corrections;
import vn.dusinhhoat.attendance.PaperReports;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.ReportsToType;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Typed by somebody else (C12, C24), on paper only (B7), corrected after reception (C16); every path of report-correction. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class PaperAndCorrectionTest {

    private static final String CLERK = "dv-17971-7";
    private static final String RECEIVER = VisitFixture.COMMUNE_RECEIVER;
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private Reports reports;
    @Autowired
    private PaperReports paper;
    @Autowired
    private Corrections corrections;
    @Autowired
    private Assistants assistants;
    @Autowired
    private ReportsToType toType;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private String person;
    private Visit visit;

    @BeforeEach
    void anOpenReport() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        person = fixture.newWorker();
        visit = fixture.visitOf(person, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** C24: typed days later, on time because the paper came in time; the ladder stops wherever it is. */
    @Test
    void aPaperIsOnTimeByItsArrival() {
        engine.runDueJob(visit, "attendance-report", "timer_limitOneDay");
        engine.runDueJob(visit, "attendance-report", "timer_urge");
        assertThat(toType.find(CLERK, visit.id())).hasValueSatisfying(line -> assertThat(line.clerk()).isTrue());
        paper.enter(visit.id(), VisitFixture.COMPLETE, MONDAY, "05-BC/CB", CLERK);
        assertThat(fixture.reportOf(visit).onTime()).isTrue();
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(fixture.reportOf(visit).submittedBy()).isEqualTo(person);
        assertThat(engine.passed(visit)).contains("start_paperReport", "service_recordPaperReport", "end_paperReport", "gateway_reported");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).list()).singleElement()
                .satisfies(task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("task_receiveReport"));
        assertThat(toType.find(CLERK, visit.id())).isEmpty();
    }

    @Test
    void aPaperThatCameLateIsLate() {
        clock.moveTo(Instant.parse("2026-04-08T02:00:00Z"));
        paper.enter(visit.id(), VisitFixture.COMPLETE, LocalDate.of(2026, 4, 7), null, CLERK);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.SUBMITTED_LATE);
    }

    /** B7: number and day only; nothing of the content is asked for or kept. */
    @Test
    void ofASensitivePaperOnlyNumberAndDayAreKept() {
        assertThatThrownBy(() -> paper.enter(visit.id(), ReportAnswers.EMPTY, MONDAY, " ", CLERK)).hasMessageContaining("ghi số của bản giấy");
        clock.moveTo(Instant.parse("2026-04-06T02:00:00Z"));
        paper.enter(visit.id(), ReportAnswers.EMPTY, MONDAY, "05-BC/CB", CLERK);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.PAPER);
        assertThat(fixture.reportOf(visit).isWithoutContent()).isTrue();
        receive();
        assertThatThrownBy(() -> corrections.start(visit.id(), "Sửa số", person)).hasMessageContaining("chỉ có bản giấy");
    }

    @Test
    void theVisitorMayHandInAPaperToo() {
        clock.moveTo(Instant.parse("2026-04-04T02:00:00Z"));
        assertThatThrownBy(() -> reports.sentOnPaper(visit.id(), LocalDate.of(2026, 4, 5), "07")).hasMessageContaining("từ ngày họp đến hôm nay");
        reports.sentOnPaper(visit.id(), LocalDate.of(2026, 4, 4), "07-BC/CB");
        engine.complete(engine.task(visit), person);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.PAPER);
        assertThat(fixture.reportOf(visit).onTime()).isTrue();
    }

    @Test
    void whatTheVisitorIsWritingIsNotOverwritten() {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        clock.moveTo(Instant.parse("2026-04-06T02:00:00Z"));
        assertThatThrownBy(() -> paper.enter(visit.id(), VisitFixture.COMPLETE, MONDAY, null, CLERK)).hasMessageContaining("đang được soạn");
    }

    @Test
    void wrongPapersAreRefused() {
        clock.moveTo(Instant.parse("2026-04-06T02:00:00Z"));
        assertThatThrownBy(() -> paper.enter(visit.id(), VisitFixture.COMPLETE, VisitFixture.FRIDAY.minusDays(1), null, CLERK))
                .hasMessageContaining("từ ngày họp đến hôm nay");
        assertThatThrownBy(() -> paper.enter(visit.id(), VisitFixture.COMPLETE, MONDAY.plusDays(1), null, CLERK))
                .hasMessageContaining("từ ngày họp đến hôm nay");
        assertThatThrownBy(() -> paper.enter(visit.id(), VisitFixture.COMPLETE, MONDAY, "5".repeat(51), CLERK)).hasMessageContaining("tối đa 50");
        assertThat(toType.find("canbophuong", visit.id())).as("no clerk of another commune").isEmpty();
    }

    /** B5, C24: what comes after the ladder's end still reaches the receiver. */
    @Test
    void aPaperAfterTheEndOfTheLadderIsReceived() {
        toTheEndOfTheLadder();
        paper.enter(visit.id(), VisitFixture.COMPLETE, MONDAY, null, CLERK);
        assertThat(fixture.reportOf(visit).onTime()).isTrue();
        Task reception = correctionTask();
        assertThat(reception.getTaskDefinitionKey()).isEqualTo("task_receiveCorrection");
        engine.claim(reception, RECEIVER);
        engine.complete(reception, RECEIVER);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(engine.passed(visit)).contains("gateway_written", "gateway_toReception", "gateway_received", "end_corrected")
                .doesNotContain("task_correctReport");
    }

    /** C16: the corrected version is received, the old one kept. */
    @Test
    void aReceivedReportIsCorrected() {
        sendAndReceive();
        assertThatThrownBy(() -> corrections.start(visit.id(), "", person)).hasMessageContaining("ghi lý do đính chính");
        corrections.start(visit.id(), "Ghi nhầm số đảng viên", person);
        assertThatThrownBy(() -> corrections.start(visit.id(), "Lần nữa", person)).hasMessageContaining("chưa được tiếp nhận");
        assertThat(correctionTask().getAssignee()).isEqualTo(person);
        ReportAnswers corrected = VisitFixture.COMPLETE.with("present", "36").with("summary", "Đính chính: 36 đồng chí có mặt.");
        fixture.fillIn(visit, corrected);
        engine.complete(correctionTask(), person);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.CORRECTED);
        assertThatThrownBy(() -> reports.withdraw(visit.id(), person)).hasMessageContaining("không còn rút lại được");
        engine.claim(correctionTask(), RECEIVER);
        engine.complete(correctionTask(), RECEIVER);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(corrected);
        assertThat(versions()).hasSize(2).first().asString().contains("37");
        assertThat(engine.passed(visit)).contains("task_correctReport", "task_receiveCorrection", "end_corrected");
    }

    @Test
    void aCorrectionThatNeverComesLeavesWhatWasReceived() {
        sendAndReceive();
        corrections.start(visit.id(), "Ghi nhầm", person);
        fixture.fillIn(visit, ReportAnswers.EMPTY);
        engine.runDueJob(visit, "report-correction", "timer_correctionMissing");
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE);
        assertThat(engine.passed(visit)).contains("timer_correctionMissing", "service_keepReceived", "end_kept");
    }

    @Test
    void aCorrectionThatNobodyReceivesCountsAsReceived() {
        sendAndReceive();
        corrections.start(visit.id(), "Ghi nhầm", person);
        engine.complete(correctionTask(), person);
        engine.runDueJob(visit, "report-correction", "timer_correctionSilent");
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
        assertThat(engine.passed(visit)).contains("timer_correctionSilent", "service_receiveSilently", "end_corrected");
    }

    /** C12: the assistant types, the person confirms; the clock stops at the confirmation and both names are on record. */
    @Test
    void anAssistantTypesAndThePersonConfirms() {
        String assistant = fixture.newWorker();
        assertThat(toType.find(assistant, visit.id())).isEmpty();
        assertThatThrownBy(() -> assistants.choose(fixture.personId(person), fixture.personId("tinhuyvien"), VisitFixture.FRIDAY, MONDAY))
                .hasMessageContaining("trong cùng tổ chức đảng");
        assertThatThrownBy(() -> assistants.choose(fixture.personId(person), fixture.personId(assistant), MONDAY, VisitFixture.FRIDAY))
                .hasMessageContaining("đến ngày không trước từ ngày");
        assistants.choose(fixture.personId(person), fixture.personId(assistant), VisitFixture.FRIDAY, MONDAY);
        assertThat(toType.find(assistant, visit.id())).hasValueSatisfying(line -> assertThat(line.assistant()).isTrue());
        assertThatThrownBy(() -> reports.handToVisitor(visit.id(), assistant)).hasMessageContaining("Đề nghị đồng chí");
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        reports.handToVisitor(visit.id(), assistant);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.TO_CONFIRM);
        assertThat(fixture.reportOf(visit).submittedAt()).isNull();
        clock.moveTo(Instant.parse("2026-04-07T02:00:00Z"));
        engine.complete(engine.task(visit), person);
        assertThat(fixture.reportOf(visit).state()).as("late although typed in time").isEqualTo(ReportState.SUBMITTED_LATE);
        assertThat(log.storyOf(visit.id())).extracting(VisitEvent::actor).contains(assistant, person);
        assertThat(assistants.of(fixture.personId(person))).as("their last day has passed").isEmpty();
    }

    @Test
    void anAssistantIsDismissedAtOnce() {
        String assistant = fixture.newWorker();
        assistants.choose(fixture.personId(person), fixture.personId(assistant), VisitFixture.FRIDAY.minusDays(1), MONDAY);
        assertThat(toType.find(assistant, visit.id()).isPresent()).isTrue();
        Long id = assistants.of(fixture.personId(person)).get(0).id();
        assertThatThrownBy(() -> assistants.dismiss(fixture.personId("canbophuong"), id)).isInstanceOf(NotFound.class);
        assertThat(toType.find(assistant, visit.id()).isPresent()).as("nobody else may").isTrue();
        assistants.dismiss(fixture.personId(person), id);
        assertThat(toType.find(assistant, visit.id()).isPresent()).isFalse();
        assertThat(assistants.candidates(fixture.personId(person), "thu nghiem")).isNotEmpty();
    }

    private void sendAndReceive() {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(engine.task(visit), person);
        receive();
    }

    private void receive() {
        engine.claim(engine.task(visit), RECEIVER);
        engine.complete(engine.task(visit), RECEIVER);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.RECEIVED);
    }

    private void toTheEndOfTheLadder() {
        List.of("timer_limitOneDay", "timer_urge", "timer_urgeSkipped", "timer_above", "timer_close")
                .forEach(timer -> engine.runDueJob(visit, "attendance-report", timer));
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_REPORTED);
    }

    private Task correctionTask() {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).processDefinitionKey("report-correction").singleResult();
    }

    private List<String> versions() {
        return sql.sql("select content::text from report_version where visit_id = ? order by version").param(visit.id()).query(String.class).list();
    }
}
