package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.Absences;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.duty.VisitSchedule;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.CountedStatements;
import vn.dusinhhoat.testing.MovableClock;

/** Two hundred visits are made with the statements of one. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class VisitBatchTest {

    private static final Instant FRIDAY_EVENING = Instant.parse("2026-08-14T12:30:00Z");
    /** Statements that read, whatever the number of visits; not one more for each. */
    private static final int FEW = 3;

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private Visits visits;
    @Autowired
    private VisitSchedule schedule;
    @Autowired
    private Absences absences;
    @Autowired
    private VisitLog log;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void beforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void eachIsAVisitWithItsCaseTaskAndStoryInTheOrderOfTheList() {
        List<Planned> planned = plan(12);
        List<Long> ids = schedule(planned);
        assertThat(ids).hasSize(12).doesNotHaveDuplicates();
        for (int n = 0; n < 12; n++) {
            Visit visit = visits.get(ids.get(n));
            assertThat(visit.personId()).isEqualTo(planned.get(n).personId());
            assertThat(visit.cellId()).isEqualTo(planned.get(n).cellId());
            assertThat(visit.meetingAt()).isEqualTo(planned.get(n).meetingAt());
            assertThat(visit.state()).isEqualTo(VisitState.SCHEDULED);
            assertThat(visit.countsFrom()).isNull();
            assertThat(log.storyOf(visit.id())).singleElement().satisfies(event -> {
                assertThat(event.kind()).isEqualTo(VisitEvent.Kind.SCHEDULED);
                assertThat(event.actor()).isNull();
                assertThat(event.detail()).startsWith("Chi bộ xóm");
                assertThat(event.at()).isBetween(Instant.parse("2026-03-30T02:00:00Z"), clock.instant());
            });
            assertThat(engine.instance(visit, "attendance").getTenantId()).isEqualTo(VisitFixture.COMMUNE);
            Task task = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).singleResult();
            assertThat(task.getName()).startsWith("Thống nhất thời gian với chi ủy chi bộ xóm");
            assertThat(task.getTenantId()).isEqualTo(VisitFixture.COMMUNE);
            assertThat(engine.jobs(visit, "attendance", "timer_meetingEvening")).singleElement()
                    .satisfies(job -> assertThat(job.getDuedate().toInstant()).isEqualTo(visit.meetingAt()));
        }
        assertThat(engine.toReportTask(visits.get(ids.get(7)))).isNotNull();
    }

    @Test
    void eachCaseBelongsToItsOwnOwner() {
        Planned one = plan(1).get(0);
        Planned other = new Planned(fixture.personId(VisitFixture.PROVINCE_MEMBER), fixture.cell(5), FRIDAY_EVENING, "40", null);
        List<Long> ids = schedule(List.of(one, other));
        assertThat(ids.stream().map(id -> engine.instance(visits.get(id), "attendance").getTenantId())).containsExactly(VisitFixture.COMMUNE, "40");
    }

    @Test
    void nothingIsLookedUpForEachVisit() {
        List<Planned> few = plan(1);
        List<Planned> many = plan(50);
        schedule(plan(1));
        Statements forOne = statementsOf(few);
        Statements forFifty = statementsOf(many);
        assertThat(forOne.all()).as("all three kinds are seen").anyMatch(each -> each.startsWith("org.hibernate"))
                .anyMatch(each -> each.startsWith("org.springframework")).anyMatch(each -> each.contains("Preparing"));
        assertThat(forFifty.selects()).hasSizeLessThanOrEqualTo(forOne.selects().size() + FEW);
    }

    private record Statements(List<String> all, List<String> selects) {
    }

    private Statements statementsOf(List<Planned> planned) {
        try (CountedStatements counted = CountedStatements.begin()) {
            schedule(planned);
            return new Statements(counted.all(), counted.selects());
        }
    }

    @Test
    void whoIsAwayIsMarkedSo() {
        List<Planned> planned = plan(3);
        absences.reportSpan(planned.get(1).personId(), LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 20), AbsenceReason.STUDY, null, false, null);
        List<Long> ids = schedule(planned);
        assertThat(schedule.absentOnes()).contains(ids.get(1)).doesNotContain(ids.get(0), ids.get(2));
        schedule.absentOnes().forEach(schedule::applyAbsence);
        assertThat(schedule.absentOnes()).as("once is enough").isEmpty();
        assertThat(ids.stream().map(id -> visits.get(id).state())).containsExactly(VisitState.SCHEDULED, VisitState.ABSENCE_PENDING,
                VisitState.SCHEDULED);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(ids.get(1))).list()).singleElement()
                .satisfies(task -> assertThat(task.getTaskDefinitionKey()).isEqualTo("task_decideAbsence"));
    }

    @Test
    void oneThatCannotBeIsNamedAndNothingIsStored() {
        List<Planned> planned = new ArrayList<>(plan(3));
        Planned third = planned.get(2);
        long before = count();
        refused(planned, third.personId(), fixture.cell(1), "Lượt thứ 3: ", "chọn một chi bộ khác");
        refused(planned, third.personId(), sql.sql("select id from party_unit where code = ?").param(VisitFixture.COMMUNE).query(Long.class).single(),
                "Lượt thứ 3: ", "không phải là chi bộ");
        refused(planned, third.personId(), endedCell(), "Lượt thứ 3: ", "không còn hoạt động");
        refused(planned, third.personId(), 0L, "Lượt thứ 3: ", "không có đồng chí hoặc chi bộ này");
        refused(planned, 0L, third.cellId(), "Lượt thứ 3: ", "không có đồng chí hoặc chi bộ này");
        assertThat(count()).isEqualTo(before);
    }

    private void refused(List<Planned> planned, Long person, Long cell, String where, String why) {
        planned.set(2, new Planned(person, cell, FRIDAY_EVENING, VisitFixture.COMMUNE, null));
        assertThatThrownBy(() -> schedule(planned)).isExactlyInstanceOf(RuleViolation.class).hasMessageStartingWith(where)
                .hasMessageContaining(why);
    }

    @Test
    void allOrNone() {
        List<Planned> planned = plan(2);
        long before = count();
        long cases = runtime.createProcessInstanceQuery().count();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            schedule(planned);
            throw new IllegalStateException("the batch fails afterwards");
        })).hasMessageContaining("afterwards");
        assertThat(count()).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(cases);
    }

    @Test
    void noneIsNothingAndTooManyAreAMistake() {
        assertThat(schedule(List.of())).isEmpty();
        assertThatThrownBy(() -> schedule(Collections.nCopies(201, plan(1).get(0)))).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> schedule(List<Planned> planned) {
        return transaction.execute(status -> schedule.schedule(planned));
    }

    private List<Planned> plan(int n) {
        return IntStream.range(0, n).mapToObj(each -> new Planned(worker(), fixture.cell(2 + each % 8),
                FRIDAY_EVENING.plusSeconds(each * 60L), VisitFixture.COMMUNE, null)).toList();
    }

    private Long worker() {
        return fixture.personId(fixture.newWorker());
    }

    private Long endedCell() {
        return sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from, valid_to)
                select 'LO-' || nextval(pg_get_serial_sequence('party_unit', 'id')), 'CELL', 'XOM', 'Chi bộ xóm Đã Giải Thể', id,
                       date '2025-07-01', date '2026-03-31'
                from party_unit where code = ? returning id""").param(VisitFixture.COMMUNE).query(Long.class).single();
    }

    private long count() {
        return sql.sql("select count(*) from visit").query(Long.class).single();
    }
}
