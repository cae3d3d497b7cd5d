package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.PlannedVisits;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.RequestLine;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** The whole road of a level's plan on PostgreSQL: written, checked, agreed with hosts, consolidated, agreed, in force; each ladder. */
class AnnualPlanProcessTest extends PlanTest {

    @Autowired
    private PlannedVisits plannedVisits;

    private District district;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
    }

    @Test
    void fromTheFirstTaskToThePlanInForce() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, district.leader());
        Task write = road.task(plan, "task_writePlan");
        assertThat(write.getName()).isEqualTo("Xây dựng kế hoạch cá nhân năm 2027");
        assertThat(write.getAssignee()).isEqualTo(district.leader());
        assertThat(write.getTenantId()).isEqualTo(district.code());
        assertThat(write.getDueDate()).as("hết ngày 15/12/2026").isEqualTo(instant(LocalDateTime.of(2026, 12, 15, 23, 59, 59)));
        assertThat(lines(campaign, "DRAFT")).as("four quarters each, all proposed").isEqualTo(12);
        road.toHosts(campaign, district);
        assertThat(road.requests(campaign)).hasSize(2);
        road.requests(campaign).forEach(request -> assertThat(road.task(request, "task_giveHostOpinion").getTenantId()).isIn(district.communes()));
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        openPeriods();
        assertThat(visitsInFirstQuarter()).as("by the rotation, before the plan is in force").isEqualTo(3);
        road.allHostsAgree(campaign, district);
        assertThat(lines(campaign, "AGREED")).isEqualTo(12);
        road.consolidate(campaign, district);
        assertThat(road.task(campaign, "task_giveOpinion").getName()).isEqualTo("Cho ý kiến kế hoạch chung năm 2027");
        road.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        assertThatThrownBy(() -> road.complete(campaign, "task_giveOwnOpinion", district.leader(), AGREED))
                .hasMessageContaining("Không ai cho ý kiến về kế hoạch của chính mình");
        sql.sql("update act_ru_task set assignee_ = null where id_ = ?").param(road.task(campaign, "task_giveOwnOpinion").getId()).update();
        road.complete(campaign, "task_giveOwnOpinion", district.otherLeader(), AGREED);
        road.job(PlanCases.CAMPAIGN, campaign, "service_putInForce");
        assertThat(lines(campaign, "IN_FORCE")).isEqualTo(12);
        assertThat(road.isEnded(PlanCases.CAMPAIGN, campaign)).isTrue();
        district.members().forEach(user -> assertThat(road.isEnded(PlanCases.MEMBER, road.planOf(campaign, user))).isTrue());
        assertThat(followsPlan()).as("the open period follows the plan at once").isEqualTo(3);
        assertThat(plannedVisits.in(new Period(Cadence.QUARTERLY, java.time.YearMonth.of(2027, 4)),
                district.members().stream().map(fixture::personId).toList())).hasSize(3);
    }

    @Test
    void noLineOfAPeriodThatIsOpenedLaterIsLeftToTheRotation() {
        road.inForce(district, 2027);
        at(LocalDateTime.of(2027, 3, 20, 9, 0));
        openPeriods();
        assertThat(sql.sql("""
                select count(*) from duty d join duty_period p on p.id = d.period_id join visit v on v.id = d.visit_id
                join member_plan m on m.person_id = d.person_id join plan_line l on l.plan_id = m.id and l.first_day = p.first_day
                where d.unit_id = ? and p.first_day = date '2027-04-01' and l.state = 'IN_FORCE' and l.cell_id = v.cell_id and l.meeting_at = v.meeting_at""")
                .param(district.id()).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void theBoardAsksForMoreAndWaitsForIt() {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, district.members().get(2));
        assertThatThrownBy(() -> ask(plan, district)).isInstanceOf(RuleViolation.class).hasMessageContaining("ghi nội dung cần bổ sung");
        comment(plan, district, "Đề nghị đồng chí chọn thêm xóm ở xa trung tâm.");
        ask(plan, district);
        assertThatThrownBy(() -> road.complete(campaign, "task_checkPlans", district.board())).hasMessageContaining("Còn 01 đồng chí chưa bổ sung");
        Long leaders = road.planOf(campaign, district.leader());
        comment(leaders, district, "Ghi nhận");
        assertThatThrownBy(() -> ask(leaders, district)).hasMessageContaining("nhận xét riêng");
        assertThat(road.task(plan, "task_supplementPlan").getAssignee()).isEqualTo(district.members().get(2));
        road.due(PlanCases.MEMBER, plan, "timer_supplementLate");
        road.complete(plan, "task_supplementPlan", district.members().get(2));
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("service_remindSupplement", "end_supplementReminded", "gateway_supplemented");
        sql.sql("update act_ru_task set assignee_ = null where id_ = ?").param(road.task(campaign, "task_checkPlans").getId()).update();
        road.complete(campaign, "task_checkPlans", district.board());
    }

    @Test
    void aSupplementThatNeverComesIsTakenAsSaved() {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, district.members().get(2));
        comment(plan, district, "Bổ sung nội dung");
        ask(plan, district);
        road.due(PlanCases.MEMBER, plan, "timer_supplementClosed");
        assertThat(state(plan)).isEqualTo("SENT");
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("service_keepSaved");
    }

    @Test
    void theTimeOfTheBoardEnds() {
        Long campaign = road.open(district, 2027);
        road.toCheck(campaign, district);
        Long plan = road.planOf(campaign, district.members().get(2));
        road.due(PlanCases.CAMPAIGN, campaign, "timer_remindCheck");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_checkLate");
        comment(plan, district, "Bổ sung nội dung");
        ask(plan, district);
        road.due(PlanCases.CAMPAIGN, campaign, "timer_checkClosed");
        assertThat(state(plan)).isEqualTo("SENT");
        assertThat(road.task(plan, "task_supplementPlan")).isNull();
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("message_supplementClosed");
        road.askHosts(campaign);
        road.requests(campaign).forEach(request -> road.due(PlanCases.HOST, request, "timer_remindHost"));
        List<Long> requests = road.requests(campaign);
        requests.forEach(request -> road.due(PlanCases.HOST, request, "timer_hostSilent"));
        assertThat(lines(campaign, "SILENT_AGREED")).isEqualTo(12);
        assertThat(road.passed(PlanCases.HOST, requests.get(0))).contains("end_hostSilent", "end_hostReminded");
        road.job(PlanCases.CAMPAIGN, campaign, "service_returnChanges");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_remindConsolidation");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_consolidationLate");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_consolidationClosed");
        road.job(PlanCases.CAMPAIGN, campaign, "service_submitPlan");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_remindOpinion");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_opinionLate");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_opinionClosed");
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).contains("end_checkReminded", "end_checkListed", "service_closeCheck",
                "end_consolidationReminded", "end_consolidationListed", "service_closeConsolidation", "end_opinionReminded", "end_deputyNoted",
                "end_noOpinion");
        assertThat(sql.sql("select state from plan_campaign where id = ?").param(campaign).query(String.class).single()).isEqualTo("NO_OPINION");
        assertThat(lines(campaign, "IN_FORCE")).as("nothing is put into force by silence").isZero();
        district.members().forEach(user -> assertThat(road.isEnded(PlanCases.MEMBER, road.planOf(campaign, user))).isTrue());
    }

    @Test
    void aHostProposesOtherDatesAndTheMemberRevises() {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        RequestLine other = markOtherDate(campaign);
        Long plan = planOf(other.id());
        String member = sql.sql("select p.user_id from member_plan m join person p on p.id = m.person_id where m.id = ?").param(plan).query(String.class).single();
        assertThat(road.task(plan, "task_revisePlan").getAssignee()).isEqualTo(member);
        road.due(PlanCases.MEMBER, plan, "timer_remindRevision");
        PlanView view = road.as(member, () -> plans.read(plan));
        LineView line = view.lines().stream().filter(each -> each.id().equals(other.id())).findFirst().orElseThrow();
        road.as(member, () -> plans.save(plan, view.version(), List.of(new MemberPlans.Typed(line.id(), line.cellId(), line.hostDate(), null, false))));
        road.complete(plan, "task_revisePlan", member);
        assertThat(lineState(other.id())).isEqualTo("AGREED");
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).contains("message_changesSettled");
        assertThat(road.task(campaign, "task_consolidatePlan")).isNotNull();
    }

    @Test
    void whoDoesNotReviseGetsTheDateOfTheHost() {
        Long campaign = road.open(district, 2027);
        road.toHosts(campaign, district);
        RequestLine other = markOtherDate(campaign);
        Long plan = planOf(other.id());
        road.due(PlanCases.MEMBER, plan, "timer_revisionClosed");
        assertThat(lineState(other.id())).isEqualTo("AGREED");
        assertThat(sql.sql("select meeting_at = host_date from plan_line where id = ?").param(other.id()).query(Boolean.class).single()).isTrue();
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("service_takeHostDates", "gateway_revised");
    }

    @Test
    void thuongTrucWantsThePlanAdjusted() {
        Long campaign = road.open(district, 2027);
        road.toOpinion(campaign, district);
        assertThatThrownBy(() -> road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST)).hasMessageContaining("ghi nội dung cần điều chỉnh");
        note(campaign, district, "Ưu tiên xóm mới sáp nhập trong quý I.");
        road.complete(campaign, "task_giveOpinion", district.leader(), TO_ADJUST);
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        Long plan = road.planOf(campaign, district.members().get(2));
        comment(plan, district, "Chuyển lượt quý I theo ý kiến Thường trực");
        ask(plan, district);
        PlanView view = road.as(district.members().get(2), () -> plans.read(plan));
        LineView line = view.lines().get(0);
        LocalDateTime later = line.meetings().stream().filter(day -> !day.equals(line.meetingAt())).findFirst().orElseThrow();
        road.as(district.members().get(2), () -> plans.save(plan, view.version(), List.of(new MemberPlans.Typed(line.id(), line.cellId(), later, null, false))));
        road.complete(plan, "task_supplementPlan", district.members().get(2));
        road.complete(campaign, "task_checkPlans", district.board());
        road.askHosts(campaign);
        assertThat(road.requests(campaign)).as("only the host of the line that changed is asked again").hasSize(1);
        road.allHostsAgree(campaign, district);
        road.consolidate(campaign, district);
        road.complete(campaign, "task_giveOpinion", district.otherLeader(), AGREED);
        note(campaign, district, "Xem lại lượt quý II.");
        road.complete(campaign, "task_giveOwnOpinion", district.leader(), TO_ADJUST);
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).contains("gateway_ownOpinion");
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        road.complete(campaign, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, campaign, "service_askHosts");
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).as("nothing changed: nobody is asked").contains("gateway_toConsolidation");
        road.consolidate(campaign, district);
        road.complete(campaign, "task_giveOpinion", district.leader(), AGREED);
        road.due(PlanCases.CAMPAIGN, campaign, "timer_ownOpinionLate");
        road.due(PlanCases.CAMPAIGN, campaign, "timer_ownOpinionClosed");
        assertThat(road.passed(PlanCases.CAMPAIGN, campaign)).contains("end_ownOpinionReminded", "end_noOwnOpinion");
    }

    @Test
    void theLadderOfWhoNeverSends() {
        Long campaign = road.open(district, 2027);
        String late = district.members().get(2);
        Long plan = road.planOf(campaign, late);
        road.due(PlanCases.MEMBER, plan, "timer_remindWriting");
        road.due(PlanCases.MEMBER, plan, "timer_writingLate");
        road.due(PlanCases.MEMBER, plan, "timer_urge");
        assertThat(road.task(plan, "task_urgePlan").getName()).isEqualTo("Đôn đốc gửi kế hoạch: đồng chí Nguyễn Văn Ủy Viên 3");
        road.complete(plan, "task_urgePlan", district.office());
        Long leaders = road.planOf(campaign, district.leader());
        road.due(PlanCases.MEMBER, leaders, "timer_writingLate");
        road.due(PlanCases.MEMBER, leaders, "timer_urge");
        assertThat(road.task(leaders, "task_urgePlan")).as("nobody urges a leader").isNull();
        road.due(PlanCases.MEMBER, leaders, "timer_close");
        road.complete(road.planOf(campaign, district.otherLeader()), "task_writePlan", district.otherLeader());
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "rule_routeBoard")).as("one is still writing").isEmpty();
        road.due(PlanCases.MEMBER, plan, "timer_close");
        assertThat(state(plan)).isEqualTo("NOT_SENT");
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("end_memberReminded", "service_remindLate", "service_listForLeaders", "service_closeUnsent",
                "end_writingClosed", "end_notSent");
        assertThat(road.passed(PlanCases.MEMBER, leaders)).contains("service_noteToLeader", "end_notSent");
        road.job(PlanCases.CAMPAIGN, campaign, "rule_routeBoard");
        assertThat(road.task(campaign, "task_checkPlans")).isNotNull();
    }

    @Test
    void nobodyUrges() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, district.members().get(2));
        road.due(PlanCases.MEMBER, plan, "timer_writingLate");
        road.due(PlanCases.MEMBER, plan, "timer_urge");
        road.due(PlanCases.MEMBER, plan, "timer_urgeSkipped");
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("service_listForLeaders");
        road.complete(plan, "task_writePlan", district.members().get(2));
        assertThat(road.passed(PlanCases.MEMBER, plan)).contains("end_planSent");
        assertThat(road.jobs(PlanCases.MEMBER, plan, "timer_close")).as("nothing of the ladder is left").isEmpty();
    }

    @Test
    void theYearlyDayBeginsCampaignsWhereSomebodyWritesAPlan() {
        assertThat(Duration.between(clock.instant(), road.yearlyTimer().getDuedate().toInstant())).isLessThan(Duration.ofDays(366));
        road.yearlyDay();
        assertThat(sql.sql("select count(*) from plan_campaign where unit_id = ? and year = 2027 and kind = 'ANNUAL'").param(district.id())
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from plan_campaign where unit_id = (select id from party_unit where code = '40') and state <> 'ENDED'").query(Integer.class).single())
                .as("duties have not begun in the province").isZero();
    }

    /** The first host proposes the next day for its first line; everybody else agrees. */
    private RequestLine markOtherDate(Long campaign) {
        Long request = road.requests(campaign).get(0);
        RequestLine line = asked(request, district).lines().get(0);
        proposeNextDay(request, line, district);
        assertThat(lineState(line.id())).isEqualTo("OTHER_DATE");
        road.allHostsAgree(campaign, district);
        return line;
    }

    private int visitsInFirstQuarter() {
        return sql.sql("""
                select count(*) from duty d join duty_period p on p.id = d.period_id join visit v on v.id = d.visit_id
                where d.unit_id = ? and p.first_day = date '2027-01-01'""").param(district.id()).query(Integer.class).single();
    }

    private int followsPlan() {
        return sql.sql("""
                select count(*) from duty d join duty_period p on p.id = d.period_id join visit v on v.id = d.visit_id
                join member_plan m on m.person_id = d.person_id join plan_line l on l.plan_id = m.id and l.first_day = p.first_day
                where d.unit_id = ? and p.first_day = date '2027-01-01' and l.cell_id = v.cell_id and l.meeting_at = v.meeting_at""")
                .param(district.id()).query(Integer.class).single();
    }

    private static java.time.Instant instant(LocalDateTime vietnam) {
        return vietnam.atZone(TimeZones.VIETNAM).toInstant();
    }
}
