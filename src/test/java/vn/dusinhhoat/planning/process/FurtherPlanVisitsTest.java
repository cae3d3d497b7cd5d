package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.FurtherLines;
import vn.dusinhhoat.planning.MemberPlans.Typed;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.planning.PlanViews.LineView;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.Remark;
import vn.dusinhhoat.planning.StalePlan;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** More than one visit in a period: planned, agreed by hosts, dated when the period opens; the duty of the period stays one (ruling A2). */
class FurtherPlanVisitsTest extends PlanTest {

    @Autowired
    private FurtherLines further;

    private District district;
    private String member;
    private Long campaign;
    private Long plan;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        member = district.members().get(2);
        campaign = road.open(district, 2027);
        plan = road.planOf(campaign, member);
    }

    @Test
    void aFurtherVisitIsWrittenBesideTheOneThatIsOwed() {
        PlanView before = read(plan, member);
        PlanView view = add(before.lines().get(1));
        assertThat(view.version()).isGreaterThan(before.version());
        assertThat(view.lines()).hasSize(5).extracting(LineView::period).containsExactly("2027-01", "2027-04", "2027-04", "2027-07", "2027-10");
        LineView added = view.lines().get(2);
        assertThat(added.further()).isTrue();
        assertThat(texts(added)).singleElement().asString().contains("bỏ cuộc này");
        assertThatThrownBy(() -> road.complete(plan, "task_writePlan", member)).hasMessageContaining("cuộc sinh hoạt thêm");
        LineView owed = view.lines().get(1);
        assertThat(texts(save(added, owed.cellId(), owed.meetingAt()).lines().get(2))).anySatisfy(text -> assertThat(text).contains("Trùng buổi sinh hoạt"));
        Long other = otherCell(owed.cellId());
        assertThat(texts(save(added, other, owed.meetingAt()).lines().get(2))).anySatisfy(text -> assertThat(text).contains("Cùng ngày đã có lượt dự khác"));
        assertThatThrownBy(() -> road.as(member, () -> further.remove(plan, version(plan), owed.id()))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("chỉ bỏ cuộc sinh hoạt thêm");
        assertThat(road.as(member, () -> further.remove(plan, version(plan), added.id())).lines()).hasSize(4);
    }

    @Test
    void notByOthersNotWithAnOldVersionNotWithoutEnd() {
        LineView line = read(plan, member).lines().get(0);
        assertThatThrownBy(() -> road.as(district.leader(), () -> further.add(plan, version(plan), line.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> road.as(member, () -> further.add(plan, version(plan), line.id() + 1_000_000))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> road.as(member, () -> further.add(plan, version(plan) - 1, line.id()))).isInstanceOf(StalePlan.class);
        for (int n = 0; n < 4; n++) {
            add(line);
        }
        assertThatThrownBy(() -> add(line)).hasMessageContaining("đã có 05 cuộc");
        sql.sql("delete from plan_line where plan_id = ? and further").param(plan).update();
        road.complete(plan, "task_writePlan", member);
        assertThatThrownBy(() -> add(line)).as("the board has it").hasMessageContaining("chưa sửa được");
    }

    /** As the dates beside them. */
    @Test
    void daysInRemarksHaveTwoDigits() {
        LineView line = read(plan, member).lines().get(1);
        LocalDateTime usual = line.meetings().get(0);
        PlanView view = save(line, line.cellId(), usual.plusDays(9));
        assertThat(texts(view.lines().get(1))).anySatisfy(text -> assertThat(text).contains("Chi bộ thường sinh hoạt", "%02d/04/2027".formatted(usual.getDayOfMonth())));
    }

    /** What is owed is never left open because the only visit of the period stands in the line below. */
    @Test
    void oneVisitInThePeriodIsEnoughWhicheverLineItStandsIn() {
        PlanView view = add(read(plan, member).lines().get(0));
        LineView owed = view.lines().get(0);
        LineView added = view.lines().get(1);
        save(added, owed.cellId(), owed.meetingAt());
        PlanView cleared = save(owed, null, null);
        assertThat(cleared.lines().get(0).remarks()).noneMatch(remark -> remark.kind() == Remark.Kind.FAULT);
        road.complete(plan, "task_writePlan", member);
        PlanView sent = read(plan, member);
        assertThat(sent.lines()).hasSize(4).noneMatch(LineView::further);
        assertThat(sent.lines().get(0).cellId()).isEqualTo(owed.cellId());
    }

    @Test
    void hostsAreAskedAndTheVisitArisesWithItsPeriodBesideTheDuty() {
        LineView added = planned(0);
        Long cell = added.cellId();
        road.toHosts(campaign, district);
        assertThat(sql.sql("select count(*) from plan_line where id = ? and host_request_id is not null").param(added.id()).query(Integer.class).single())
                .isEqualTo(1);
        road.allHostsAgree(campaign, district);
        road.consolidate(campaign, district);
        road.agree(campaign, district);
        assertThat(visitOf(added.id())).as("its period is not open yet").isNull();
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        openPeriods();
        openPeriods();
        Long visit = visitOf(added.id());
        assertThat(sql.sql("select count(*) from visit v where v.id = ? and v.cell_id = ? and v.origin = 'PLANNED' and v.person_id = ?")
                .params(visit, cell, fixture.personId(member)).query(Integer.class).single()).isEqualTo(1);
        assertThat(visitsOf(member)).as("the duty and the further one").hasSize(2);
        assertThat(sql.sql("select count(*) from duty where visit_id = ?").param(visit).query(Integer.class).single()).as("no duty of its own").isZero();
        assertThat(sql.sql("select count(*) from duty d join duty_period p on p.id = d.period_id where d.person_id = ? and p.first_day = date '2027-01-01'")
                .param(fixture.personId(member)).query(Integer.class).single()).as("one duty a period").isEqualTo(1);
    }

    @Test
    void anAmendmentMovesAndTakesBackTheFurtherVisitAndNotTheDuty() {
        LineView added = planned(0);
        road.toOpinion(campaign, district);
        road.agree(campaign, district);
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        openPeriods();
        Long visit = visitOf(added.id());
        LocalDateTime other = added.meetingAt().plusMonths(1);
        Long amended = amend(plan, member, List.of(added.id()), "Đi công tác dài ngày");
        Long change = road.planOf(amended, member);
        LineView line = read(change, member).lines().get(0);
        assertThat(line.further()).isTrue();
        road.as(member, () -> plans.save(change, version(change), List.of(new Typed(line.id(), line.cellId(), other, null, false))));
        amendmentToHosts(amended, member, district);
        road.allHostsAgree(amended, district);
        amendmentToForce(amended, district);
        assertThat(visitOf(line.id())).as("the same visit").isEqualTo(visit);
        assertThat(sql.sql("select meeting_at from visit where id = ?").param(visit).query(java.sql.Timestamp.class).single().toInstant())
                .isEqualTo(other.atZone(TimeZones.VIETNAM).toInstant());
        Long again = amend(change, member, List.of(line.id()), "Không dự được");
        Long back = road.planOf(again, member);
        LineView taken = read(back, member).lines().get(0);
        road.as(member, () -> plans.save(back, version(back), List.of(new Typed(taken.id(), taken.cellId(), taken.meetingAt(), null, true))));
        road.complete(back, "task_writePlan", member);
        road.job(PlanCases.CAMPAIGN, again, "rule_routeBoard");
        road.complete(again, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, again, "service_askHosts");
        amendmentToForce(again, district);
        assertThat(sql.sql("select state from visit where id = ?").param(visit).query(String.class).single()).isEqualTo("ENDED");
        assertThat(visitsOf(member)).as("what is owed stays").hasSize(1);
    }

    @Test
    void whoLeavesGoesNowhere() {
        LineView added = planned(0);
        road.toOpinion(campaign, district);
        road.agree(campaign, district);
        at(LocalDateTime.of(2026, 12, 20, 9, 0));
        openPeriods();
        Long visit = visitOf(added.id());
        sql.sql("update post set valid_to = date '2026-12-25' where person_id = ?").param(fixture.personId(member)).update();
        fixture.changed();
        assertThat(lineState(added.id())).isEqualTo("ENDED");
        assertThat(sql.sql("select state from visit where id = ?").param(visit).query(String.class).single()).isEqualTo("ENDED");
    }

    /** A further visit in the period, at another cell and on another day than the one that is owed. */
    private LineView planned(int period) {
        PlanView view = add(read(plan, member).lines().get(period));
        LineView owed = view.lines().get(period);
        LineView added = view.lines().get(period + 1);
        LocalDateTime meeting = owed.meetings().get(0).withDayOfMonth(1).plusMonths(1).withDayOfMonth(11);
        PlanView saved = save(added, otherCell(owed.cellId()), meeting);
        assertThat(saved.lines().get(period + 1).remarks()).noneMatch(remark -> remark.kind() == Remark.Kind.FAULT);
        return saved.lines().get(period + 1);
    }

    private PlanView add(LineView line) {
        return road.as(member, () -> further.add(plan, version(plan), line.id()));
    }

    private PlanView save(LineView line, Long cell, LocalDateTime meeting) {
        return road.as(member, () -> plans.save(plan, version(plan), List.of(new Typed(line.id(), cell, meeting, null, false))));
    }

    private Long otherCell(Long cell) {
        return sql.sql("select id from party_unit where level = 'CELL' and code like ? and id <> ? order by id limit 1")
                .params(district.code() + "-%", cell).query(Long.class).single();
    }

    private Long visitOf(Long line) {
        return sql.sql("select visit_id from plan_line where id = ?").param(line).query(Long.class).optional().orElse(null);
    }

    /** In the first quarter. */
    private List<Long> visitsOf(String user) {
        return sql.sql("select id from visit where person_id = ? and state <> 'ENDED' and meeting_at between '2026-12-31 17:00Z' and '2027-03-31 16:59Z'")
                .param(fixture.personId(user)).query(Long.class).list();
    }

    private static List<String> texts(LineView line) {
        return line.remarks().stream().map(remark -> remark.text()).toList();
    }
}
