package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dusinhhoat.planning.PlanFixture.District;

/** Bodies without anybody in them stop a plan with a sentence that says what to do; once that is done, the plan goes on. */
class PlanIncidentsTest extends PlanTest {

    private static final String REMEDY = "; bổ sung vào dữ liệu tổ chức rồi chạy lại.";

    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;

    private District district;
    private Long campaign;

    @BeforeEach
    void begin() {
        district = nextDistrict(3);
        campaign = road.open(district, 2027);
    }

    @Test
    void nobodyInBoardAndOfficeLooksThePlansOver() {
        road.sendAll(campaign, district);
        everybodyLeaves("organisationboard-" + district.code());
        everybodyLeaves("office-" + district.code());
        Job stopped = stopped(PlanCases.CAMPAIGN, campaign, "rule_routeBoard", "Huyện Kế Hoạch " + district.code() + " (mã " + district.code()
                + ") chưa có đồng chí nào ở ban tổ chức hoặc văn phòng cấp ủy để rà soát kế hoạch" + REMEDY);
        comesBack(district.office(), "office-" + district.code());
        goesOn(stopped);
        road.complete(campaign, "task_checkPlans", district.office());
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_askHosts")).hasSize(1);
    }

    @Test
    void aCommuneWithoutAnybodyWhoCouldAnswerStopsNoOtherCommune() {
        road.toCheck(campaign, district);
        road.complete(campaign, "task_checkPlans", district.board());
        road.job(PlanCases.CAMPAIGN, campaign, "service_askHosts");
        List<Long> requests = road.requests(campaign);
        Long emptied = requests.get(0);
        String host = road.hostOf(emptied, district);
        String commune = district.communes().get(district.hosts().indexOf(host));
        everybodyLeaves("hostcommittee-" + commune);
        Job stopped = stopped(PlanCases.HOST, emptied, "rule_routeHost", "Xã Đón Tiếp " + commune + " (mã " + commune
                + ") chưa có đồng chí nào ở đầu mối tiếp đoàn, ban xây dựng đảng hoặc văn phòng để cho ý kiến về lịch dự sinh hoạt" + REMEDY);
        road.job(PlanCases.HOST, requests.get(1), "rule_routeHost");
        road.complete(requests.get(1), "task_giveHostOpinion", road.hostOf(requests.get(1), district), Map.of("hostDecision", "AGREE_ALL"));
        assertThat(road.jobs(PlanCases.CAMPAIGN, campaign, "service_returnChanges")).as("one is still to be asked").isEmpty();
        comesBack(host, "hostcommittee-" + commune);
        goesOn(stopped);
        road.allHostsAgree(campaign, district);
        assertThat(road.task(campaign, "task_consolidatePlan")).isNotNull();
    }

    /** Whoever answers is told, whichever body it is. */
    @Test
    void theBoardOfACommuneWithoutABodyForGuestsIsAskedAndReminded() {
        String group = "hostcommittee-" + district.communes().get(0);
        String host = district.hosts().get(0);
        sql.sql("update body set kind = 'ORGANISATION_BOARD' where group_id = ?").param(group).update();
        sql.sql("update person set email = 'btc@example.vn' where user_id = ?").param(host).update();
        road.toHosts(campaign, district);
        Long request = road.requests(campaign).stream().filter(each -> road.hostOf(each, district).equals(host)).findFirst().orElseThrow();
        assertThat(asked(host)).isOne();
        road.due(PlanCases.HOST, request, "timer_remindHost");
        assertThat(asked(host)).as("and reminded").isEqualTo(2);
        road.complete(request, "task_giveHostOpinion", host, Map.of("hostDecision", "AGREE_ALL"));
    }

    private int asked(String user) {
        return sql.sql("select count(*) from notice where campaign_id = ? and topic = 'HOST_ASKED' and person_id = ?")
                .params(campaign, fixture.personId(user)).query(Integer.class).single();
    }

    @Test
    void noThuongTrucInTheData() {
        toConsolidation();
        everybodyLeaves("thuongtruc-" + district.code());
        sql.sql("update body set kind = 'BAN_THUONG_VU' where group_id = ?").param("thuongtruc-" + district.code()).update();
        Job stopped = stopped(PlanCases.CAMPAIGN, campaign, "service_submitPlan",
                "Chưa có " + thuongTruc() + " để cho ý kiến kế hoạch chung" + REMEDY);
        sql.sql("update body set kind = 'THUONG_TRUC' where group_id = ?").param("thuongtruc-" + district.code()).update();
        fixture.member(district.board(), "thuongtruc-" + district.code());
        fixture.changed();
        goesOn(stopped);
        road.complete(campaign, "task_giveOpinion", district.board(), Map.of("planOpinion", "AGREED"));
        road.job(PlanCases.CAMPAIGN, campaign, "service_putInForce");
        assertThat(road.isEnded(PlanCases.CAMPAIGN, campaign)).as("whoever has no visits of their own suffices").isTrue();
    }

    @Test
    void thuongTrucWithoutMembersAndWithOneWhoHasVisits() {
        toConsolidation();
        everybodyLeaves("thuongtruc-" + district.code());
        Job stopped = stopped(PlanCases.CAMPAIGN, campaign, "service_submitPlan",
                thuongTruc() + " chưa có đồng chí nào để cho ý kiến kế hoạch chung" + REMEDY);
        comesBack(district.leader(), "thuongtruc-" + district.code());
        management.setJobRetries(stopped.getId(), 1);
        stopped(PlanCases.CAMPAIGN, campaign, "service_submitPlan",
                thuongTruc() + " chỉ có một đồng chí, đồng chí đó có lượt dự trong kế hoạch nên không tự cho ý kiến" + REMEDY);
        comesBack(district.otherLeader(), "thuongtruc-" + district.code());
        goesOn(stopped);
        road.agree(campaign, district);
        assertThat(road.isEnded(PlanCases.CAMPAIGN, campaign)).isTrue();
    }

    private void toConsolidation() {
        road.toHosts(campaign, district);
        road.allHostsAgree(campaign, district);
        road.complete(campaign, "task_consolidatePlan", district.board());
    }

    private String thuongTruc() {
        return "Thường trực Huyện ủy Kế Hoạch " + district.code() + " (mã " + district.code() + ")";
    }

    private void everybodyLeaves(String group) {
        sql.sql("update body_member set valid_to = date '2026-11-30' where body_id = (select id from body where group_id = ?)").param(group).update();
    }

    private void comesBack(String user, String group) {
        sql.sql("update body_member set valid_to = null where person_id = ? and body_id = (select id from body where group_id = ?)")
                .params(fixture.personId(user), group).update();
    }

    /** The job fails to its last attempt; then Cockpit shows the sentence. */
    private Job stopped(String process, Long key, String element, String message) {
        Job job = road.jobOf(process, key, element);
        while (retries(job) > 0) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining(message);
        }
        assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getIncidentMessage())
                .as("what a supervisor reads in Cockpit").contains(message);
        return job;
    }

    private int retries(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    /** As the retry in Cockpit. */
    private void goesOn(Job job) {
        management.setJobRetries(job.getId(), 1);
        assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).count()).as("no incident any more").isZero();
        management.executeJob(job.getId());
    }
}
