package vn.dusinhhoat.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.form.FormVersion;
import vn.dusinhhoat.attendance.form.FormVersion.Audience;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/** Which version of the form a report is written with, and its first answers, on PostgreSQL. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class FormOfReportTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 3, 30);

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private FormOfReport forms;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    @BeforeEach
    void beforeTheMeetings() {
        clock.moveTo(BEFORE.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"canboxa, COMMUNE", "tinhuyvien, COMMITTEE"})
    void theReceiverDecidesWhichFormIsAsked(String visitor, Audience audience) {
        Visit visit = started(visitor, VisitFixture.FRIDAY, "16708-6");
        assertThat(fixture.reportOf(visit).form()).isEqualTo(new FormVersion(audience, 1, 1));
    }

    /** III.5a: the board issues a new form; what has begun goes on as it began. */
    @Test
    void aStartedReportKeepsItsVersionWhenANewOneComesIntoForce() {
        Visit before = started(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY, "16708-2");
        sql.sql("""
                insert into report_form select audience, 2, jsonb_set(definition, '{sections,0,fields}', definition #> '{sections,0,fields}'
                    || '[{"name": "digital", "type": "YES_NO", "label": "Có dùng sổ tay điện tử", "required": true, "missing": "Đề nghị chọn."}]'),
                    date '2031-01-01' from report_form where audience = 'COMMITTEE' and version = 1""").update();
        clock.moveTo(LocalDate.of(2031, 1, 2).atStartOfDay().toInstant(ZoneOffset.UTC));
        Visit after = started(VisitFixture.PROVINCE_MEMBER, LocalDate.of(2031, 1, 3), "16708-2");

        assertThat(fixture.reportOf(before).form().form()).isEqualTo(1);
        assertThat(fixture.reportOf(after).form().form()).isEqualTo(2);
        assertThat(problems(before, VisitFixture.COMPLETE)).isEmpty();
        assertThat(problems(after, VisitFixture.COMPLETE)).containsExactly("digital");
        assertThatThrownBy(() -> fixture.fillIn(before, VisitFixture.COMPLETE.with("digital", "YES"))).hasMessageContaining("\"digital\"");
        fixture.fillIn(after, VisitFixture.COMPLETE.with("digital", "YES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update report_form set in_force_from = current_date", "delete from report_form", "truncate report_form cascade",
        "update score_rubric set version = 9", "delete from score_rubric", "delete from report_version_file"})
    void whatWasIssuedIsNeverChanged(String statement) {
        assertThatThrownBy(() -> owner.sql(statement).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    }

    @Test
    void firstAnswersComeFromTheLastReportAboutTheCellAndLeaveWithTheFirstSaving() {
        Visit first = started(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY, "16708-3");
        assertThat(prefilled(first)).isEqualTo(ReportAnswers.EMPTY.with("meetingKind", "REGULAR").with("startedAt", "19:30"));
        fixture.fillIn(first, VisitFixture.COMPLETE.with("meetingKind", "COMBINED").with("topic", "Chuyển đổi số").with("exempt", "9")
                .with("mood", "Phấn khởi"));
        assertThat(prefilled(first)).isEqualTo(ReportAnswers.EMPTY);
        engine.complete(engine.task(first), VisitFixture.COMMUNE_WORKER);

        Visit next = started(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY, "16708-3");
        assertThat(prefilled(next)).as("figures, but nothing that somebody wrote").isEqualTo(ReportAnswers.EMPTY
                .with("meetingKind", "COMBINED").with("startedAt", "19:30").with("required", "40").with("exempt", "9"));
        Visit elsewhere = started(VisitFixture.PROVINCE_MEMBER, VisitFixture.FRIDAY, "16708-4");
        assertThat(prefilled(elsewhere).values()).doesNotContainKeys("required", "exempt");
    }

    @Test
    void whatIsNoLongerAskedIsNotSent() {
        Visit visit = started(VisitFixture.COMMUNE_WORKER, VisitFixture.FRIDAY, "16708-5");
        fixture.fillIn(visit, VisitFixture.COMPLETE.with("recommendationRows", List.of(Map.of("content", "Đã rút lại ý kiến"))));
        engine.complete(engine.task(visit), VisitFixture.COMMUNE_WORKER);
        assertThat(fixture.reportOf(visit).answers()).isEqualTo(VisitFixture.COMPLETE);
        assertThat(sql.sql("select content::text from report_version where visit_id = ?").param(visit.id()).query(String.class).single())
                .doesNotContain("rút lại");
    }

    private Visit started(String visitor, LocalDate day, String cell) {
        Visit visit = fixture.visitOf(visitor, day, cell);
        engine.toReportTask(visit);
        return fixture.reload(visit);
    }

    private ReportAnswers prefilled(Visit visit) {
        return forms.prefilled(fixture.reportOf(visit), visit);
    }

    private List<String> problems(Visit visit, ReportAnswers answers) {
        return forms.of(fixture.reportOf(visit)).problemsOf(answers).stream().map(problem -> problem.field()).toList();
    }
}
