package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.duty.CycleProcess;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Runs the cycle step by step; each test begins and ends without duties. */
@ApplicationTest
@Import(VisitFixture.class)
abstract class CycleTest {

    @Autowired
    protected CycleProcess process;
    @Autowired
    protected DutyStarts starts;
    @Autowired
    protected Organization organization;
    @Autowired
    protected ManagementService management;
    @Autowired
    protected RuntimeService runtime;
    @Autowired
    protected MovableClock clock;
    @Autowired
    protected JdbcClient sql;

    @BeforeEach
    void begin() {
        at(LocalDateTime.of(2026, 11, 20, 5, 0));
        remove();
    }

    @AfterEach
    void end() {
        remove();
        clock.reset();
    }

    private void remove() {
        runtime.createProcessInstanceQuery().processDefinitionKey("attendance-cycle").list()
                .forEach(each -> runtime.deleteProcessInstance(each.getId(), "test"));
        sql.sql("delete from duty_start").update();
        sql.sql("update visit set state = 'ENDED' where id in (select visit_id from duty)").update();
        sql.sql("delete from duty").update();
        sql.sql("delete from duty_period").update();
    }

    protected void run() {
        process.begin();
        runWhatHasBegun();
    }

    protected void runWhatHasBegun() {
        for (Job job = next(); job != null; job = next()) {
            management.executeJob(job.getId());
        }
    }

    private Job next() {
        return management.createJobQuery().processDefinitionKey("attendance-cycle").withRetriesLeft().listPage(0, 1).stream().findFirst().orElse(null);
    }

    /** Duties that have their visit. */
    protected int duties(String cadence) {
        return sql.sql("select count(*) from duty d join duty_period p on p.id = d.period_id where p.cadence = ? and d.visit_id is not null")
                .param(cadence).query(Integer.class).single();
    }

    /** Own cell, other unit's cell, outside the period, evening of the own cell's meeting. */
    protected int wrongVisits() {
        return sql.sql("""
                select count(*) from duty d join visit v on v.id = d.visit_id join duty_period p on p.id = d.period_id
                join person h on h.id = d.person_id join party_unit home on home.id = h.home_cell_id join party_unit c on c.id = v.cell_id
                join party_unit a on a.id = c.parent_id left join party_unit b on b.id = a.parent_id
                where v.cell_id = h.home_cell_id or d.unit_id not in (a.id, b.id, coalesce(b.parent_id, 0))
                   or (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date not between p.first_day and p.last_day
                   or extract(day from v.meeting_at at time zone 'Asia/Ho_Chi_Minh') = home.meeting_day""").query(Integer.class).single();
    }

    /** Nobody twice in a period, and each visit with one case that runs or has run. */
    protected void assertEachOnceWithItsCase() {
        assertThat(sql.sql("select count(*) from duty where visit_id is null").query(Integer.class).single()).isZero();
        assertThat(sql.sql("select count(*) from (select 1 from duty group by person_id, period_id having count(*) > 1) twice").query(Integer.class).single())
                .isZero();
        assertThat(sql.sql("""
                select count(*) from duty d where 1 <> (select count(*) from act_hi_procinst i where i.business_key_ = d.visit_id::text
                                                        and i.super_process_instance_id_ is null)""").query(Integer.class).single()).isZero();
    }

    protected void at(LocalDateTime moment) {
        clock.moveTo(moment.atZone(TimeZones.VIETNAM).toInstant());
    }

    protected Long unit(String code) {
        return organization.unitByCode(code).orElseThrow().id();
    }
}
