package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.organization.OrganizationChanged;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Situations C1, C2, C5, C8 and C18: moved, absent, not held, ended; every further element of attendance.bpmn. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class VisitChangesTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-04-03T12:30:00Z");
    private static final Instant TUESDAY_EVENING = Instant.parse("2026-04-07T12:30:00Z");
    private static final String VISITOR = VisitFixture.COMMUNE_WORKER;

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private Absences absences;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void freezeBeforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** C1 before the evening. */
    @Test
    void aMovedMeetingBringsTheReportOnItsNewEvening() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        changes.move(visit.id(), null, TUESDAY_EVENING, "Bí thư chi bộ gọi điện", VISITOR);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.MOVED);
        assertThat(engine.jobs(visit, "attendance", "timer_meetingEvening")).singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo(TUESDAY_EVENING));
        assertThat(engine.passed(visit)).contains("message_visitMoved");
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo("Từ 19:30, ngày 03/04/2026 sang 19:30, ngày 07/04/2026; lý do: Bí thư chi bộ gọi điện"));
        Task report = engine.toReportTask(visit);
        assertThat(report.getDueDate().toInstant()).isEqualTo(Instant.parse("2026-04-08T16:59:59Z"));
    }

    /** C1 on the day itself: limit, timer and due date follow, what was typed stays. */
    @Test
    void aMeetingMovedWhileTheReportIsOpenKeepsWhatWasTyped() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        Task first = engine.toReportTask(visit);
        ReportAnswers typed = VisitFixture.COMPLETE.with("endedAt", null).with("ownScore", null).with("summary", "Mới ghi một nửa.");
        fixture.fillIn(visit, typed);
        changes.move(visit.id(), null, TUESDAY_EVENING, "Chi bộ hoãn vì mất điện", VISITOR);
        assertThat(tasks.createTaskQuery().taskId(first.getId()).count()).isZero();
        assertThat(engine.passed(visit)).contains("message_reportMoved");
        Task again = engine.toReportTask(visit);
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(typed);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.DRAFT);
        assertThat(again.getDueDate().toInstant()).isEqualTo(fixture.reportOf(visit).limitAt())
                .isEqualTo(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate().toInstant());
    }

    @Test
    void movesThatMakeNoSenseAreRefused() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> changes.move(visit.id(), null, FRIDAY_EVENING, "Nhầm", VISITOR)).hasMessageContaining("trùng");
        assertThatThrownBy(() -> changes.move(visit.id(), null, TUESDAY_EVENING, " ", VISITOR)).hasMessageContaining("lý do");
        assertThatThrownBy(() -> changes.move(visit.id(), null, TUESDAY_EVENING.plus(Duration.ofDays(400)), "Xa", VISITOR))
                .hasMessageContaining("quá xa");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
        engine.toReportTask(visit);
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        engine.complete(engine.task(visit), VISITOR);
        assertThatThrownBy(() -> changes.move(visit.id(), null, TUESDAY_EVENING, "Muộn", VISITOR)).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("đã gửi");
    }

    /** C2. */
    @Test
    void whoCameToACellThatDidNotMeetOwesNothing() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> changes.notHeld(visit.id(), "Hoãn", VISITOR)).hasMessageContaining("Chưa đến buổi họp");
        engine.toReportTask(visit);
        changes.notHeld(visit.id(), "Chi bộ hoãn họp vì mưa lũ", VISITOR);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.NOT_HELD);
        assertThat(fixture.reportOf(visit).state()).isEqualTo(ReportState.NOT_APPLICABLE);
        assertThat(engine.passed(visit)).contains("message_notHeld", "end_notHeld");
        assertThat(engine.isEnded(visit)).isTrue();
        assertThatThrownBy(() -> changes.move(visit.id(), null, TUESDAY_EVENING, "Muộn", VISITOR)).hasMessageContaining("đã kết thúc");
    }

    /** C5 before the meeting; nobody decides about themselves. */
    @Test
    void anAbsenceIsDecidedBySomebodyElse() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> absences.report(visit.id(), AbsenceReason.OTHER, "", false, VISITOR)).hasMessageContaining("ghi rõ lý do");
        absences.report(visit.id(), AbsenceReason.MISSION, null, false, VISITOR);
        Task decision = decision(visit);
        assertThat(decision.getName()).startsWith("Xem xét lý do không dự: đồng chí ");
        assertThat(tasks.getIdentityLinksForTask(decision.getId())).extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("organisationboard-17971", "office-17971");
        assertThatThrownBy(() -> decide(decision, "quantri", "EXCUSED")).hasMessageContaining("chưa có người nhận");
        String staff = staff();
        engine.claim(decision, staff);
        assertThatThrownBy(() -> decide(decision, staff, "MAYBE")).hasMessageContaining("Chưa rõ quyết định");
        decide(decision, staff, "EXCUSED");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.EXCUSED);
        assertThat(engine.passed(visit)).contains("message_absence", "gateway_absenceReported", "task_decideAbsence", "gateway_excused",
                "gateway_absenceExcused", "end_excused");
    }

    @Test
    void anAbsenceWithoutGoodReasonIsAMiss() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        engine.toReportTask(visit);
        absences.report(visit.id(), AbsenceReason.OTHER, "Quên lịch", false, VISITOR);
        assertThat(engine.task(visit)).as("no report any more").isNull();
        Task decision = decision(visit);
        String staff = staff();
        engine.claim(decision, staff);
        decide(decision, staff, "MISSED");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.MISSED);
        assertThat(engine.passed(visit)).contains("message_absenceAtReport", "end_missed");
    }

    @Test
    void nobodyDecidesAboutTheirOwnAbsence() {
        String staff = staff();
        Visit visit = fixture.visitOf(staff, VisitFixture.FRIDAY);
        absences.report(visit.id(), AbsenceReason.SICK, null, false, staff);
        engine.claim(decision(visit), staff);
        assertThatThrownBy(() -> decide(decision(visit), staff, "EXCUSED")).hasMessageContaining("không tự xem xét");
    }

    @Test
    void anAbsenceThatNobodyDecidesIsExcusedAndSaysSo() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        absences.report(visit.id(), AbsenceReason.STUDY, null, false, VISITOR);
        engine.runDueJob(visit, "attendance", "timer_absenceSilent");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.EXCUSED);
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> assertThat(event.detail()).contains("không có ý kiến"));
        assertThat(engine.passed(visit)).contains("timer_absenceSilent", "service_excuseSilently", "end_excused");
    }

    /** C8, C18: what is still to come ends with the post, the exemption or the departure; nothing else does. */
    @Test
    void visitsToComeEndWithThePost() {
        Visit leaving = visitOfNewWorker();
        Visit suspended = visitOfNewWorker();
        Visit staying = visitOfNewWorker();
        sql.sql("update post set valid_to = :day where person_id = :person").param("day", VisitFixture.FRIDAY.minusDays(1))
                .param("person", leaving.personId()).update();
        sql.sql("insert into person_exemption (person_id, kind, valid_from) values (:person, 'SUSPENDED', :day)")
                .param("day", VisitFixture.FRIDAY).param("person", suspended.personId()).update();
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganizationChanged(1)));
        assertThat(fixture.reload(leaving).state()).isEqualTo(VisitState.ENDED);
        assertThat(fixture.reload(suspended).state()).isEqualTo(VisitState.ENDED);
        assertThat(fixture.reload(staying).state()).isEqualTo(VisitState.SCHEDULED);
        assertThat(engine.passed(leaving)).contains("message_visitEnded", "end_visitEnded");
        assertThat(log.storyOf(suspended.id())).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo("Kết thúc do thay đổi nhiệm vụ, tổ chức"));
    }

    /** C13: the cell merges before the meeting; the visit goes to the cell that takes over, task and all. */
    @Test
    void afterAMergerTheSuccessorIsVisited() {
        Long ended = newCell("Chi bộ xóm Cũ");
        Long successor = newCell("Chi bộ xóm Mới");
        String person = fixture.newWorker();
        Visit visit = fixture.visitOf(person, ended, VisitFixture.FRIDAY);
        merge(ended, successor);
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganizationChanged(1)));
        assertThat(fixture.reload(visit).cellId()).isEqualTo(successor);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
        assertThat(log.storyOf(visit.id())).last().satisfies(event -> assertThat(event.detail())
                .isEqualTo("Chi bộ sáp nhập, chia tách: từ Chi bộ xóm Cũ sang Chi bộ xóm Mới"));
        assertThat(engine.toReportTask(visit).getName()).contains("xóm Mới");
    }

    /** C13, C19: by a merger or a change of home the visit would go to one's own cell; what was visited before stays. */
    @Test
    void aVisitToWhatBecameTheOwnCellEnds() {
        Long cell = newCell("Chi bộ xóm Bên");
        String person = fixture.newWorker();
        Visit coming = fixture.visitOf(person, cell, VisitFixture.FRIDAY);
        Visit past = fixture.visitOf(person, cell, LocalDate.of(2026, 3, 27));
        engine.toReportTask(past);
        sql.sql("update person set home_cell_id = ? where user_id = ?").params(cell, person).update();
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganizationChanged(1)));
        assertThat(fixture.reload(coming).state()).isEqualTo(VisitState.ENDED);
        assertThat(log.storyOf(coming.id())).last().satisfies(event -> assertThat(event.detail()).contains("phân công chi bộ khác"));
        assertThat(engine.isEnded(coming)).isTrue();
        assertThat(fixture.reload(past).state()).isEqualTo(VisitState.ATTENDED);
        assertThat(engine.task(past)).isNotNull();
    }

    private Long newCell(String name) {
        return sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select 'C13-' || nextval(pg_get_serial_sequence('party_unit', 'id')), 'CELL', 'XOM', ?, id, date '2025-07-01'
                from party_unit where code = ? returning id""").params(name, VisitFixture.COMMUNE).query(Long.class).single();
    }

    private void merge(Long ended, Long successor) {
        sql.sql("update party_unit set valid_to = date '2026-03-31', successor_id = ? where id = ?").params(successor, ended).update();
    }

    /** C18: who is suspended owes no report any more; who was only made exempt later reports on what they attended. */
    @Test
    void anOpenReportEndsWithTheSuspension() {
        Visit suspended = visitOfNewWorker();
        Visit exempt = visitOfNewWorker();
        engine.toReportTask(suspended);
        engine.toReportTask(exempt);
        exemption(suspended, "SUSPENDED", VisitFixture.FRIDAY);
        exemption(exempt, "EXEMPT", VisitFixture.FRIDAY);
        transaction.executeWithoutResult(status -> events.publishEvent(new OrganizationChanged(1)));
        assertThat(fixture.reload(suspended).state()).isEqualTo(VisitState.ENDED);
        assertThat(fixture.reportOf(suspended).state()).isEqualTo(ReportState.NOT_APPLICABLE);
        assertThat(engine.passed(suspended)).contains("message_endedAtReport", "end_endedAtReport");
        assertThat(engine.isEnded(suspended)).isTrue();
        assertThat(engine.task(exempt)).isNotNull();
    }

    private void exemption(Visit visit, String kind, LocalDate from) {
        sql.sql("insert into person_exemption (person_id, kind, valid_from) values (?, ?, ?)").params(visit.personId(), kind, from).update();
    }

    @Test
    void aCaseThatKnowsNoSuchMessageIsRefusedWithASentence() {
        Visit visit = fixture.visitOf(VISITOR, VisitFixture.FRIDAY);
        engine.remove(visit);
        assertThatThrownBy(() -> changes.move(visit.id(), null, TUESDAY_EVENING, "Đổi", VISITOR)).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("sơ đồ quy trình cũ");
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.SCHEDULED);
    }

    private Visit visitOfNewWorker() {
        String person = fixture.newPerson();
        fixture.post(person, VisitFixture.COMMUNE, "COMMUNE_WORKER");
        return fixture.visitOf(person, LocalDate.of(2026, 4, 3));
    }

    private Task decision(Visit visit) {
        return tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_decideAbsence").singleResult();
    }

    private void decide(Task task, String userId, String decision) {
        engine.as(userId, () -> tasks.complete(task.getId(), Map.of("absenceDecision", decision)));
    }

    private String staff() {
        return sql.sql("""
                select p.user_id from body_member m join body b on b.id = m.body_id join person p on p.id = m.person_id
                where b.group_id = 'office-17971' order by m.id limit 1""").query(String.class).single();
    }
}
