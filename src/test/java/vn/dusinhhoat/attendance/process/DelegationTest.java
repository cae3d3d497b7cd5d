package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.dusinhhoat.attendance.JointReports;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitOrigin;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.attendance.VisitableCells;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Several at one meeting (C3), accompanying a superior (C4), a visit in no plan (C11), another cell (C1). */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class DelegationTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-04-03T12:30:00Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private JointReports joint;
    @Autowired
    private Visits visits;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private VisitableCells cells;
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
    void oneWritesTheOthersOfTheDelegationConfirm() {
        String writer = fixture.newWorker();
        String companion = fixture.newWorker();
        Visit written = fixture.visitOf(writer, VisitFixture.FRIDAY);
        Visit shared = fixture.visitOf(companion, VisitFixture.FRIDAY);
        engine.toReportTask(written);
        Task task = engine.toReportTask(shared);
        assertThat(joint.othersOf(shared.id())).extracting(JointReports.Other::visitId).as("nothing sent yet").doesNotContain(written.id());
        assertThatThrownBy(() -> joint.join(shared.id(), written.id(), companion)).hasMessageContaining("Chưa có báo cáo nào của đoàn");

        fixture.fillIn(written, VisitFixture.COMPLETE);
        engine.complete(engine.task(written), writer);
        joint.join(shared.id(), written.id(), companion);
        engine.complete(task, companion);
        assertThat(fixture.reportOf(shared).answers()).as("same receiver, same report").isEqualTo(VisitFixture.COMPLETE);
        assertThat(fixture.reportOf(shared).state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(fixture.reportOf(shared).isJoint()).isTrue();
        assertThat(fixture.reload(shared).state()).isEqualTo(VisitState.ATTENDED);
        assertThat(joint.othersOf(written.id())).as("a shared report is not shared again").extracting(JointReports.Other::visitId)
                .doesNotContain(shared.id());
    }

    /** C4 and B7: the commune's committee learns the facts of the meeting, not what the province was told. */
    @Test
    void whoReportsElsewhereSharesFactsOnly() {
        String companion = fixture.newWorker();
        Visit province = fixture.visitOf(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY);
        engine.toReportTask(province);
        fixture.fillIn(province, VisitFixture.COMPLETE);
        engine.complete(engine.task(province), VisitFixture.PROVINCE_MEMBER);
        Visit commune = visits.addExtra(fixture.personId(companion), fixture.cell(2), FRIDAY_EVENING, "Đi cùng đoàn của tỉnh", companion);
        engine.toReportTask(commune);
        joint.join(commune.id(), province.id(), companion);
        engine.complete(engine.task(commune), companion);
        assertThat(fixture.reportOf(commune).answers().text("summary")).startsWith("Cùng đoàn với đồng chí ")
                .contains("Thường trực Tỉnh ủy").doesNotContain("sửa đường");
        assertThat(fixture.reportOf(commune).answers().text("present")).isEqualTo("37");
        assertThat(fixture.reload(commune).origin()).isEqualTo(VisitOrigin.EXTRA);
        assertThat(fixture.reload(commune).receiverId()).isNotEqualTo(fixture.reload(province).receiverId());
    }

    @Test
    void typingOnesOwnReportEndsTheSharing() {
        String writer = fixture.newWorker();
        String companion = fixture.newWorker();
        Visit written = fixture.visitOf(writer, VisitFixture.FRIDAY);
        Visit own = fixture.visitOf(companion, VisitFixture.FRIDAY);
        engine.toReportTask(written);
        engine.toReportTask(own);
        fixture.fillIn(written, VisitFixture.COMPLETE);
        engine.complete(engine.task(written), writer);
        joint.join(own.id(), written.id(), companion);
        fixture.fillIn(own, ReportAnswers.EMPTY);
        assertThat(fixture.reportOf(own).isJoint()).isFalse();
        assertThatThrownBy(() -> engine.complete(engine.task(own), companion)).hasMessageContaining("Đề nghị đồng chí");
    }

    /** C11 */
    @Test
    void aVisitOutsideThePlanRunsLikeAnyOther() {
        String person = fixture.newWorker();
        Long personId = fixture.personId(person);
        assertThatThrownBy(() -> visits.addExtra(personId, fixture.cell(1), FRIDAY_EVENING, "Chi bộ mời", person))
                .hasMessageContaining("chi bộ nơi đồng chí sinh hoạt");
        assertThatThrownBy(() -> visits.addExtra(personId, fixture.cell(3), FRIDAY_EVENING, " ", person)).hasMessageContaining("vì sao dự ngoài kế hoạch");
        assertThatThrownBy(() -> visits.addExtra(personId, fixture.cell(3), FRIDAY_EVENING.plusSeconds(400L * 86_400), "Xa", person))
                .hasMessageContaining("quá xa");
        Visit extra = visits.addExtra(personId, fixture.cell(3), FRIDAY_EVENING, "Chi bộ mời", person);
        assertThatThrownBy(() -> visits.addExtra(personId, fixture.cell(3), FRIDAY_EVENING.plusSeconds(600), "Nhầm", person))
                .hasMessageContaining("đã có lượt dự");
        assertThat(engine.toReportTask(extra).getAssignee()).isEqualTo(person);
    }

    /** C1, C11: the planned visit goes to the cell that was really visited. */
    @Test
    void aVisitGoesToAnotherCell() {
        String person = fixture.newWorker();
        Visit visit = fixture.visitOf(person, VisitFixture.FRIDAY);
        assertThatThrownBy(() -> changes.move(visit.id(), fixture.cell(1), FRIDAY_EVENING, "Nhầm", person)).hasMessageContaining("chọn một chi bộ khác");
        changes.move(visit.id(), fixture.cell(4), FRIDAY_EVENING, "Chi bộ xóm 4 mời", person);
        assertThat(fixture.reload(visit).cellId()).isEqualTo(fixture.cell(4));
        assertThat(engine.toReportTask(visit).getName()).endsWith("chi bộ xóm 4");
    }

    @Test
    void agreedByPhone() {
        String person = fixture.newWorker();
        Visit visit = fixture.visitOf(person, VisitFixture.FRIDAY);
        changes.agree(visit.id(), person);
        assertThat(fixture.reload(visit).state()).isEqualTo(VisitState.AGREED);
        engine.toReportTask(visit);
        assertThatThrownBy(() -> changes.agree(visit.id(), person)).hasMessageContaining("đã diễn ra");
    }

    /** One may choose cells below one's units only, and never one's own. */
    @Test
    void cellsToChooseFrom() {
        Long commune = fixture.personId(fixture.newWorker());
        assertThat(cells.find(commune, "kim lien")).isNotEmpty().allSatisfy(cell -> assertThat(cell.commune()).contains("Kim Liên"));
        assertThat(cells.find(commune, "")).extracting(VisitableCells.Cell::id).doesNotContain(fixture.cell(1));
        assertThat(cells.find(commune, "truong vinh")).isEmpty();
        assertThat(cells.find(fixture.personId(VisitFixture.PROVINCE_MEMBER), "truong vinh")).isNotEmpty();
        assertThat(cells.find(commune, "%")).isEmpty();
        assertThatThrownBy(() -> cells.require(commune, fixture.cell(1))).hasMessageContaining("trong danh sách");
    }

}
