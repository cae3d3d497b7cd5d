package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanLimits;
import vn.dusinhhoat.platform.TimeZones;

/** A day becomes a day off: limits of plan tasks move with reports' ones, task, timers and table together. */
class PlanLimitsFollowCalendarTest extends PlanTest {

    private static final String ADMIN = "quantri";

    @Autowired
    private CalendarChanges changes;
    @Autowired
    private PlanLimits limits;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;

    private District district;
    private Long campaign;
    private Long plan;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        campaign = road.open(district, 2027);
        plan = road.planOf(campaign, district.members().get(2));
    }

    @AfterEach
    void leaveTheCalendarAsItWas() {
        runtime.createProcessInstanceQuery().processDefinitionKey("calendar-change").list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        changes.open().ifPresent(open -> changes.cancel(open.id()));
        sql.sql("delete from special_day where source = 'Thử kế hoạch'").update();
    }

    @Test
    void theMembersLimitItsReminderAndItsLadderMoveTogether() {
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(2026, 12, 15));
        Instant reminder = timer(plan, "timer_remindWriting");
        Long change = propose(LocalDate.of(2026, 12, 15));
        List<MovedLimit> shown = changes.limits(change, district.code(), 0);
        assertThat(shown).hasSize(3).allSatisfy(limit -> {
            assertThat(limit.from()).isEqualTo(LocalDate.of(2026, 12, 15));
            assertThat(limit.to()).isEqualTo(LocalDate.of(2026, 12, 16));
            assertThat(limit.kept()).isFalse();
            assertThat(limit.explanation()).contains("thứ Tư, 16/12/2026");
        });
        assertThat(shown).extracting(MovedLimit::subject).contains("Xây dựng kế hoạch cá nhân năm 2027: đồng chí Nguyễn Văn Ủy Viên 3");
        apply(change);
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(2026, 12, 16));
        assertThat(timer(plan, "timer_writingLate")).isEqualTo(end(2026, 12, 16));
        assertThat(timer(plan, "timer_remindWriting")).as("another day, another limit").isEqualTo(reminder);
        assertThat(limit("member_plan", plan)).isEqualTo(end(2026, 12, 16));
        assertThat(sql.sql("select detail from plan_event where plan_id = ? and kind = 'LIMIT_MOVED'").param(plan).query(String.class).list())
                .singleElement().asString().contains("từ thứ Ba, 15/12/2026 sang thứ Tư, 16/12/2026");
        assertThat(sql.sql("select actor from plan_event where plan_id = ? and kind = 'LIMIT_MOVED'").param(plan).query(String.class).single()).isEqualTo(ADMIN);
    }

    @Test
    void theLimitsOfBoardHostsAndLeadersMove() {
        road.toCheck(campaign, district);
        assertThat(due(campaign, "task_checkPlans")).isEqualTo(end(2026, 12, 8));
        apply(propose(LocalDate.of(2026, 12, 8)));
        assertThat(due(campaign, "task_checkPlans")).isEqualTo(end(2026, 12, 9));
        assertThat(timer(campaign, "timer_checkLate")).isEqualTo(end(2026, 12, 9));
        assertThat(limit("plan_campaign", campaign)).isEqualTo(end(2026, 12, 9));
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        at(LocalDateTime.of(2026, 12, 1, 10, 0));
        Long request = road.requests(campaign).get(0);
        Instant before = due(request, "task_giveHostOpinion");
        LocalDate day = before.atZone(TimeZones.VIETNAM).toLocalDate();
        Long change = propose(day);
        String commune = road.hostOf(request, district).replace("-dm", "");
        assertThat(changes.limits(change, commune, 0)).extracting(MovedLimit::subject).containsExactly("Cho ý kiến về lịch dự sinh hoạt tại các chi bộ");
        apply(change);
        assertThat(due(request, "task_giveHostOpinion")).isAfter(before);
        assertThat(timer(request, "timer_hostSilent")).isEqualTo(due(request, "task_giveHostOpinion"));
        assertThat(limit("host_request", request)).isEqualTo(due(request, "task_giveHostOpinion"));
        road.allHostsAgree(campaign, district);
        road.consolidate(campaign, district);
        Instant opinion = due(campaign, "task_giveOpinion");
        apply(propose(opinion.atZone(TimeZones.VIETNAM).toLocalDate()));
        assertThat(due(campaign, "task_giveOpinion")).isAfter(opinion);
        assertThat(timer(campaign, "timer_opinionLate")).isEqualTo(due(campaign, "task_giveOpinion"));
    }

    /** More time that staff have granted goes on to hold, counted from what the calendar gives now. */
    @Test
    void grantedTimeHoldsWhenTheCalendarChanges() {
        road.as(district.board(), () -> limits.grant(new PlanTask(Of.MEMBER, plan, "task_writePlan"),
                new Extension(3, null, "ý kiến của Ban Tổ chức"), district.board(), "Đồng chí đi công tác"));
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(2026, 12, 18));
        Instant reminder = timer(plan, "timer_remindWriting");
        Long change = propose(LocalDate.of(2026, 12, 18));
        assertThat(changes.limits(change, district.code(), 0)).filteredOn(limit -> limit.from().equals(LocalDate.of(2026, 12, 18))).singleElement()
                .satisfies(limit -> assertThat(limit.explanation()).contains("theo ý kiến của Ban Tổ chức").contains("21/12/2026"));
        apply(change);
        assertThat(due(plan, "task_writePlan")).isEqualTo(end(2026, 12, 21));
        assertThat(timer(plan, "timer_writingLate")).isEqualTo(end(2026, 12, 21));
        assertThat(timer(plan, "timer_remindWriting")).isEqualTo(reminder);
        assertThat(limit("member_plan", plan)).isEqualTo(end(2026, 12, 21));
    }

    /** What has passed stays; what comes after it does not. */
    @Test
    void aLimitThatHasPassedStaysAndTheLadderAfterItMoves() {
        road.toCheck(campaign, district);
        at(LocalDateTime.of(2026, 12, 9, 9, 0));
        Instant closes = timer(campaign, "timer_checkClosed");
        Long change = propose(closes.atZone(TimeZones.VIETNAM).toLocalDate());
        apply(change);
        assertThat(due(campaign, "task_checkPlans")).isEqualTo(end(2026, 12, 8));
        assertThat(timer(campaign, "timer_checkClosed")).isAfter(closes);
    }

    private Long propose(LocalDate day) {
        return road.as(ADMIN, () -> changes.propose(Map.of(day, new SpecialDay(day, SpecialDay.Kind.OFF, "Nghỉ đột xuất", SpecialDay.Status.OFFICIAL,
                "Thử kế hoạch")), ADMIN));
    }

    private void apply(Long change) {
        road.as(ADMIN, () -> {
            tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(change)).processDefinitionKey("calendar-change")
                    .singleResult().getId(), Map.of("decision", "APPLY"));
            return null;
        });
        road.job("calendar-change", change, "service_applyChange");
    }

    private Instant due(Long key, String element) {
        return road.task(key, element).getDueDate().toInstant();
    }

    private Instant timer(Long key, String element) {
        String process = element.equals("timer_hostSilent") ? PlanCases.HOST : element.contains("riting") ? PlanCases.MEMBER : PlanCases.CAMPAIGN;
        return management.createJobQuery().jobId(road.jobOf(process, key, element).getId()).singleResult().getDuedate().toInstant();
    }

    private Instant limit(String table, Long id) {
        return sql.sql("select limit_at from " + table + " where id = ?").param(id).query(java.time.OffsetDateTime.class).single().toInstant();
    }

    private static Instant end(int year, int month, int day) {
        return LocalDateTime.of(year, month, day, 23, 59, 59).atZone(TimeZones.VIETNAM).toInstant();
    }
}
