package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitList;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.calendar.CalendarShift;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.OpenLimits;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.duty.VisitSchedule;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** The system stood still over a meeting: the visit is made afterwards, and nobody is late because of that. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class LateVisitTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-04-03T12:30:00Z");
    private static final LocalDate MADE = LocalDate.of(2026, 4, 15);
    /** 23:59:59 of Thursday, the day after. */
    private static final Instant THURSDAY_END = Instant.parse("2026-04-16T16:59:59Z");

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private Visits visits;
    @Autowired
    private VisitSchedule schedule;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private VisitList list;
    @Autowired
    private VisitChanges changes;
    @Autowired
    private VisitLog log;
    @Autowired
    private TaskService tasks;
    @Autowired
    private Deadlines deadlines;
    @Autowired
    @Qualifier("limitMoves")
    private OpenLimits limits;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private String person;
    private Visit visit;

    @BeforeEach
    void madeAfterItsMeeting() {
        clock.moveTo(Instant.parse("2026-04-15T02:00:00Z"));
        person = fixture.newWorker();
        visit = visits.get(transaction.execute(status -> schedule.schedule(List.of(new Planned(fixture.personId(person), fixture.cell(2), FRIDAY_EVENING,
                VisitFixture.COMMUNE, MADE)))).get(0));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void itsLimitCountsFromTheDayItWasMade() {
        assertThat(tasks.createTaskQuery().taskAssignee(person).list()).as("nothing to agree on any more").isEmpty();
        Task report = engine.toReportTask(visit);
        Report stored = fixture.reportOf(visit);
        assertThat(stored.limitAt()).isEqualTo(THURSDAY_END);
        assertThat(report.getDueDate().toInstant()).isEqualTo(THURSDAY_END);
        assertThat(engine.jobs(visit, "attendance-report", "timer_limitOneDay").get(0).getDuedate().toInstant()).isEqualTo(THURSDAY_END);
        assertThat(stored.limitReason()).isEqualTo("Họp thứ Sáu, 03/4/2026; tính từ ngày hệ thống tạo lượt dự thứ Tư, 15/4/2026,"
                + " do hệ thống tạo muộn; hạn 01 ngày; hạn gửi: hết ngày thứ Năm, 16/4/2026.");
        assertThat(engine.jobs(visit, "attendance", "timer_hostSilent").get(0).getDuedate().toInstant())
                .as("five days for the host, from the same day").isEqualTo(Instant.parse("2026-04-20T16:59:59Z"));
    }

    @Test
    void peopleSeeThatTheSystemMadeItLate() {
        assertThat(list.of(person, 0)).singleElement().satisfies(line -> assertThat(line.label()).isEqualTo("Đã có lịch (do hệ thống tạo muộn)"));
        engine.toReportTask(visit);
        assertThat(list.of(person, 0)).singleElement().satisfies(line ->
                assertThat(line.label()).isEqualTo("Chưa báo cáo (do hệ thống tạo muộn)"));
        assertThat(log.storyOf(visit.id()).get(0).detail()).endsWith("; hệ thống tạo muộn, hạn tính từ thứ Tư, 15/4/2026");
    }

    /** A day off in its way moves the limit, counted from the same day by whoever counts. */
    @Test
    void aChangeOfTheCalendarCountsFromTheSameDay() {
        engine.toReportTask(visit);
        LocalDate thursday = MADE.plusDays(1);
        WorkingCalendar before = deadlines.calendar();
        WorkingCalendar after = before.with(Map.of(thursday,
                new SpecialDay(thursday, SpecialDay.Kind.OFF, "Ngày thử", SpecialDay.Status.OFFICIAL, "")));
        String visitor = sql.sql("select full_name from person where user_id = ?").param(person).query(String.class).single();
        assertThat(limits.wouldMove(new CalendarShift(before, after, MADE))).filteredOn(move -> move.subject().contains(visitor)
                && move.from().equals(thursday)).isNotEmpty().allSatisfy(move -> {
                    assertThat(move.to()).isEqualTo(LocalDate.of(2026, 4, 17));
                    assertThat(move.explanation()).contains("do hệ thống tạo muộn; hạn 01 ngày là thứ Năm, 16/4/2026");
                });
    }

    /** Moved to a day after that one, the meeting counts again. */
    @Test
    void movedToALaterDayItCountsFromTheMeeting() {
        engine.toReportTask(visit);
        changes.move(visit.id(), null, Instant.parse("2026-04-21T12:30:00Z"), "Chi bộ họp lại", person);
        engine.toReportTask(visit);
        assertThat(fixture.reportOf(visit).limitAt()).isEqualTo(Instant.parse("2026-04-22T16:59:59Z"));
        assertThat(fixture.reportOf(visit).limitReason()).startsWith("Họp thứ Ba, 21/4/2026; hạn 01 ngày");
    }

    @Test
    void aVisitInTimeCountsFromItsMeeting() {
        Visit inTime = fixture.visitOf(person, fixture.cell(3), VisitFixture.FRIDAY);
        assertThat(inTime.countsFrom()).isNull();
        assertThat(list.of(person, 0)).filteredOn(line -> line.id().equals(inTime.id())).singleElement()
                .satisfies(line -> assertThat(line.label()).isEqualTo("Đã có lịch"));
    }
}
