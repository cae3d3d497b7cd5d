package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.PlanFixture.District;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** The whole road of a level's plan on PostgreSQL: written, checked, agreed with hosts, consolidated, agreed, in force. */
@ApplicationTest
@Import({PlanFixture.class, PlanRoad.class})
class AnnualPlanProcessTest {

    @Autowired
    private PlanFixture fixture;
    @Autowired
    private PlanRoad road;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private MovableClock clock;

    private District district;

    @BeforeEach
    void begin() {
        clock.moveTo(LocalDateTime.of(2026, 12, 1, 9, 0).atZone(TimeZones.VIETNAM).toInstant());
        district = fixture.district(3, LocalDate.of(2026, 12, 1));
    }

    @AfterEach
    void end() {
        fixture.close(district);
        clock.reset();
    }

    @Test
    void fromTheFirstTaskToThePlanInForce() {
        Long campaign = road.open(district, 2027);
        Long plan = road.planOf(campaign, district.leader());
        Task write = road.task(plan, "task_writePlan");
        assertThat(write.getName()).isEqualTo("Xây dựng kế hoạch cá nhân năm 2027");
        assertThat(write.getAssignee()).isEqualTo(district.leader());
        assertThat(write.getTenantId()).isEqualTo(district.code());
        assertThat(lines(campaign, "DRAFT")).as("four quarters each, all proposed").isEqualTo(12);
        road.toHosts(campaign, district);
        assertThat(road.requests(campaign)).hasSize(2);
        road.requests(campaign).forEach(request -> assertThat(road.task(request, "task_giveHostOpinion").getTenantId()).isIn(district.communes()));
        road.allHostsAgree(campaign, district);
        assertThat(lines(campaign, "AGREED")).isEqualTo(12);
        road.consolidate(campaign, district);
        assertThat(road.task(campaign, "task_giveOpinion").getName()).isEqualTo("Cho ý kiến kế hoạch chung năm 2027");
        road.complete(campaign, "task_giveOpinion", district.leader(), Map.of("planOpinion", "AGREED"));
        assertThatThrownBy(() -> road.complete(campaign, "task_giveOwnOpinion", district.leader(), Map.of("planOpinion", "AGREED")))
                .hasMessageContaining("Không ai cho ý kiến về kế hoạch của chính mình");
    }

    private int lines(Long campaign, String state) {
        return sql.sql("select count(*) from plan_line l join member_plan m on m.id = l.plan_id where m.campaign_id = ? and l.state = ?")
                .params(campaign, state).query(Integer.class).single();
    }
}
