package vn.dusinhhoat.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.MeetingDays.CellDay;
import vn.dusinhhoat.attendance.MeetingDays.CellMonth;
import vn.dusinhhoat.attendance.MeetingDays.Outcome;
import vn.dusinhhoat.attendance.process.EngineSteps;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** The clerk's month of meetings: ruling B3, situations C20 (the cell invites on another date) and C23 (another usual day). */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class MeetingDaysTest {

    private static final String CLERK = "dv-17971-4";
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final LocalDateTime APRIL_NINTH = LocalDateTime.of(2026, 4, 9, 20, 0);

    @Autowired
    private MeetingDays meetings;
    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void freezeBeforeTheMonth() {
        clock.moveTo(Instant.parse("2026-03-25T02:00:00Z"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    /** C20: visits of the month follow, timer and all; those of other months do not. */
    @Test
    void visitsFollowTheConfirmedDay() {
        String person = fixture.newWorker();
        Visit april = fixture.visitOf(person, fixture.cell(9), LocalDate.of(2026, 4, 3));
        Visit may = fixture.visitOf(person, fixture.cell(9), LocalDate.of(2026, 5, 4));
        Outcome outcome = meetings.confirm(CLERK, APRIL, List.of(new CellDay(fixture.cell(9), APRIL_NINTH)));
        assertThat(outcome.moved()).isPositive();
        assertThat(fixture.reload(april).meetingAt()).isEqualTo(inVietnam(APRIL_NINTH));
        assertThat(fixture.reload(april).state()).isEqualTo(VisitState.AGREED);
        assertThat(engine.jobs(april, "attendance", "timer_meetingEvening")).singleElement()
                .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo(inVietnam(APRIL_NINTH)));
        assertThat(fixture.reload(may).meetingDay()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(cell(APRIL, 9).proposed(APRIL)).isEqualTo(APRIL_NINTH);
        assertThat(meetings.confirm(CLERK, APRIL, List.of(new CellDay(fixture.cell(9), APRIL_NINTH))).moved()).as("again").isZero();
    }

    /** C23: months already confirmed stay, the others follow; who is then expected at two places is said. */
    @Test
    void anotherUsualDayMovesWhatNobodyHasConfirmed() {
        String person = fixture.newWorker();
        Long cell = fixture.cell(5);
        Visit confirmed = fixture.visitOf(person, cell, LocalDate.of(2026, 4, 15));
        meetings.confirm(CLERK, APRIL, List.of(new CellDay(cell, LocalDateTime.of(2026, 4, 15, 19, 30))));
        Visit open = fixture.visitOf(person, cell, LocalDate.of(2026, 6, 15));
        fixture.visitOf(person, fixture.cell(6), LocalDate.of(2026, 6, 30));
        Outcome outcome = meetings.changeUsualDay(CLERK, cell, 31, LocalTime.of(19, 0));
        assertThat(fixture.reload(confirmed).meetingDay()).isEqualTo(LocalDate.of(2026, 4, 15));
        assertThat(fixture.reload(open).meetingAt()).isEqualTo(inVietnam(LocalDateTime.of(2026, 6, 30, 19, 0)));
        assertThat(outcome.clashes()).extracting(MeetingDays.Clash::other).contains(sql.sql("select name from party_unit where id = ?")
                .param(fixture.cell(6)).query(String.class).single());
        assertThat(cell(YearMonth.of(2027, 2), 5).proposed(YearMonth.of(2027, 2))).isEqualTo(LocalDateTime.of(2027, 2, 28, 19, 0));
    }

    @Test
    void aClashWithTheOwnCellsMeetingIsSaid() {
        String person = fixture.newWorker();
        fixture.visitOf(person, fixture.cell(7), LocalDate.of(2026, 4, 9));
        Outcome outcome = meetings.confirm(CLERK, APRIL, List.of(new CellDay(fixture.cell(1), APRIL_NINTH),
                new CellDay(fixture.cell(7), LocalDateTime.of(2026, 4, 9, 19, 30))));
        assertThat(outcome.clashes()).anySatisfy(clash -> assertThat(clash.cell()).isEqualTo(sql.sql("select name from party_unit where id = ?")
                .param(fixture.cell(7)).query(String.class).single()));
    }

    @Test
    void wrongDaysAndOthersCellsAreRefusedAsAWhole() {
        Long foreign = sql.sql("select c.id from party_unit c join party_unit u on u.id = c.parent_id where c.level = 'CELL' and u.code <> '17971' limit 1")
                .query(Long.class).single();
        assertThatThrownBy(() -> meetings.confirm(CLERK, YearMonth.of(2026, 7), List.of(new CellDay(fixture.cell(8), LocalDateTime.of(2026, 7, 1, 19, 0)),
                new CellDay(foreign, LocalDateTime.of(2026, 7, 1, 19, 0))))).hasMessageContaining("không thuộc xã, phường");
        assertThat(cell(YearMonth.of(2026, 7), 8).meetingAt()).as("nothing half stored").isNull();
        assertThatThrownBy(() -> meetings.confirm(CLERK, APRIL, List.of(new CellDay(fixture.cell(8), LocalDateTime.of(2026, 5, 1, 19, 0)))))
                .hasMessageContaining("trong tháng 4/2026");
        assertThatThrownBy(() -> meetings.confirm(CLERK, YearMonth.of(2026, 2), List.of())).hasMessageContaining("06 tháng tới");
        assertThatThrownBy(() -> meetings.changeUsualDay(CLERK, foreign, 3, LocalTime.NOON)).hasMessageContaining("không thuộc xã, phường");
        assertThatThrownBy(() -> meetings.changeUsualDay(CLERK, fixture.cell(8), 32, LocalTime.NOON)).hasMessageContaining("từ 1 đến 31");
        assertThat(meetings.cells("canboxa", APRIL)).as("no clerk").isEmpty();
    }

    private CellMonth cell(YearMonth month, int n) {
        Long id = fixture.cell(n);
        return meetings.cells(CLERK, month).stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }

    private static Instant inVietnam(LocalDateTime time) {
        return time.atZone(TimeZones.VIETNAM).toInstant();
    }
}
