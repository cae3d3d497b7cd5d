package vn.dusinhhoat.duty.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.duty.DutyTables;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.testing.OwnerSql;

/** Every element of attendance-cycle.bpmn on PostgreSQL, in one commune of the sample and in the province's committee. */
class DutyCycleTest extends CycleTest {

    private static final String COMMUNE = "17110";
    private static final String PROVINCE = "40";

    @Autowired
    private VisitChanges changes;
    @Autowired
    private DutyTables tables;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private HistoryService history;
    @Autowired
    private OwnerSql owner;

    private Long commune;

    @BeforeEach
    void chooseCommune() {
        commune = unit(COMMUNE);
    }

    @Test
    void nextMonthOfACommune() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        run();
        int people = sql.sql("select count(distinct person_id) from post where unit_id = ?").param(commune).query(Integer.class).single();
        assertThat(people).isGreaterThan(20);
        assertThat(duties("MONTHLY")).isEqualTo(people);
        assertThat(sql.sql("""
                select count(*) from duty d join visit v on v.id = d.visit_id join act_ru_execution e on e.business_key_ = v.id::text
                where v.state = 'SCHEDULED' and e.tenant_id_ = ? and e.parent_id_ is null""").param(COMMUNE).query(Integer.class).single()).isEqualTo(people);
        assertThat(wrongVisits()).isZero();
        // Two thirds of the cells meet on the third, and so do the own cells of most visitors: all others go there.
        int freeOnTheThird = sql.sql("""
                select count(distinct t.person_id) from post t join person p on p.id = t.person_id join party_unit h on h.id = p.home_cell_id
                where t.unit_id = ? and h.meeting_day <> 3""").param(commune).query(Integer.class).single();
        assertThat(sql.sql("select count(distinct v.cell_id) from duty d join visit v on v.id = d.visit_id").query(Integer.class).single())
                .isEqualTo(freeOnTheThird + sql.sql("select count(*) from party_unit where parent_id = ? and meeting_day <> 3").param(commune)
                        .query(Integer.class).single());
        assertThat(history.createHistoricActivityInstanceQuery().finished().orderByHistoricActivityInstanceEndTime().desc().list().stream()
                .map(HistoricActivityInstance::getActivityId).distinct().toList()).contains("end_periodOpen", "service_checkComplete",
                        "gateway_moreToCreate", "service_createBatch", "service_listDuties", "start_periodToOpen");
    }

    /** What exists is not made again, however often and by whomever. */
    @Test
    void onceAndForAll() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        run();
        List<Long> before = sql.sql("select visit_id from duty order by id").query(Long.class).list();
        run();
        process.begin();
        run();
        assertThat(sql.sql("select visit_id from duty order by id").query(Long.class).list()).isEqualTo(before);
    }

    @Test
    void theProvincesMembersByHalfYearOverTheWholeProvince() {
        starts.set(unit(PROVINCE), LocalDate.of(2027, 1, 1), false, null);
        // Not the communes: they begin later.
        sql.sql("insert into duty_start (unit_id, starts_on, changed_at) select id, '2030-01-01', now() from party_unit where level = 'COMMUNE'").update();
        at(LocalDateTime.of(2026, 12, 20, 5, 0));
        run();
        assertThat(duties("HALF_YEARLY")).isEqualTo(68);
        assertThat(duties("MONTHLY")).isZero();
        assertThat(wrongVisits()).isZero();
        assertThat(sql.sql("select count(distinct v.cell_id) from duty d join visit v on v.id = d.visit_id").query(Integer.class).single()).isEqualTo(68);
        assertThat(sql.sql("select count(distinct extract(month from v.meeting_at)) from duty d join visit v on v.id = d.visit_id")
                .query(Integer.class).single()).isEqualTo(6);
        // Whoever is in charge of communes stays in them.
        assertThat(sql.sql("""
                select count(*) from duty d join visit v on v.id = d.visit_id join party_unit c on c.id = v.cell_id
                where exists (select 1 from area_in_charge a where a.person_id = d.person_id)
                  and not exists (select 1 from area_in_charge a where a.person_id = d.person_id and a.unit_id = c.parent_id)""")
                .query(Integer.class).single()).isZero();
    }

    /** Row T7: the timer fires once, all four months are there; the limit of what is over counts from now. */
    @Test
    void fourMissedMonths() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        at(LocalDateTime.of(2027, 4, 2, 8, 0));
        run();
        assertThat(sql.sql("select to_char(first_day, 'MM/YYYY') from duty_period where cadence = 'MONTHLY' order by first_day").query(String.class).list())
                .containsExactly("12/2026", "01/2027", "02/2027", "03/2027", "04/2027");
        assertEachOnceWithItsCase();
        assertThat(sql.sql("""
                select count(*) from duty d join visit v on v.id = d.visit_id join duty_period p on p.id = d.period_id
                where (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date not between p.first_day and p.last_day""").query(Integer.class).single()).isZero();
        assertThat(sql.sql("""
                select count(*) from duty d join visit v on v.id = d.visit_id join duty_period p on p.id = d.period_id
                where p.last_day < '2027-04-01' and v.counts_from is distinct from '2027-04-02'""").query(Integer.class).single()).isZero();
        assertThat(sql.sql("select count(*) from duty d join visit v on v.id = d.visit_id where v.meeting_at > '2027-04-02' and v.counts_from is not null")
                .query(Integer.class).single()).isZero();
    }

    /** Row T8: the overdue timer goes with the old version of the diagram; what it would have opened is opened all the same. */
    @Test
    void aModelDeployedWhileAStartIsDue() throws Exception {
        starts.set(commune, LocalDate.of(2027, 1, 1), false, null);
        at(LocalDateTime.of(2026, 12, 22, 8, 0));
        String model = new ClassPathResource("processes/attendance-cycle.bpmn").getContentAsString(StandardCharsets.UTF_8);
        try {
            deploy(model.replaceFirst("versionTag=\"1.0.0\"", "versionTag=\"1.0.1\""));
            Job timer = management.createJobQuery().timers().processDefinitionKey("attendance-cycle-monthly").singleResult();
            assertThat(timer.getDuedate().toInstant()).as("the next one, not the overdue one")
                    .isEqualTo(LocalDateTime.of(2027, 1, 20, 5, 0).atZone(TimeZones.VIETNAM).toInstant());
            runWhatHasBegun();
            assertThat(duties("MONTHLY")).isEqualTo(32);
            assertEachOnceWithItsCase();
        } finally {
            deploy(model);
        }
    }

    @Test
    void theClockIsSetBackAnHour() {
        starts.set(commune, LocalDate.of(2027, 1, 1), false, null);
        at(LocalDateTime.of(2026, 12, 20, 5, 30));
        run();
        List<Long> before = sql.sql("select visit_id from duty order by id").query(Long.class).list();
        assertThat(before).hasSize(32).doesNotContainNull();
        at(LocalDateTime.of(2026, 12, 20, 4, 30));
        run();
        at(LocalDateTime.of(2026, 12, 20, 5, 10));
        run();
        assertEachOnceWithItsCase();
        assertThat(sql.sql("select visit_id from duty order by id").query(Long.class).list()).isEqualTo(before);
    }

    private void deploy(String model) {
        repository.createDeployment().name("attendance-cycle").addString("attendance-cycle.bpmn", model).deploy();
    }

    /** Situation C19: the visited cell became the own one, the visit has ended; the duty has not. */
    @Test
    void whoseVisitEndedWithTheOrganizationGetsAnother() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        run();
        Long first = sql.sql("select min(visit_id) from duty").query(Long.class).single();
        Long person = sql.sql("select person_id from duty where visit_id = ?").param(first).query(Long.class).single();
        changes.endAtOwnCell(first);
        run();
        assertThat(sql.sql("select v.state from duty d join visit v on v.id = d.visit_id where d.person_id = ? and d.visit_id <> ?").params(person, first)
                .query(String.class).list()).containsExactly("SCHEDULED");
        assertThat(sql.sql("select count(*) from duty where person_id = ?").param(person).query(Integer.class).single()).isOne();
    }

    /** Six visits a year instead of twelve: the table of other provinces, put in force and taken back. */
    @Test
    void anotherTable() {
        starts.set(commune, LocalDate.of(2027, 1, 1), false, null);
        at(LocalDateTime.of(2026, 12, 20, 5, 0));
        tables.putInForce("duty-2-6-6");
        try {
            assertThat(tables.all()).filteredOn(DutyTables.Table::inForce).extracting(DutyTables.Table::id).containsExactly("duty-2-6-6");
            run();
            assertThat(duties("TWO_MONTHLY")).isEqualTo(32);
            assertThat(duties("MONTHLY")).isZero();
        } finally {
            tables.putInForce("duty");
        }
        assertThat(tables.all()).filteredOn(DutyTables.Table::inForce).extracting(DutyTables.Table::id).containsExactly("duty");
        // Days that are owed by the other table are not owed again.
        run();
        assertThat(duties("MONTHLY")).isZero();
        assertThatThrownBy(() -> tables.putInForce("khong-co")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void nothingBeforeDutiesBegin() {
        run();
        assertThat(sql.sql("select count(*) from duty_period").query(Integer.class).single()).isZero();
        starts.set(commune, LocalDate.of(2027, 3, 1), false, null);
        run();
        assertThat(sql.sql("select count(*) from duty").query(Integer.class).single()).isZero();
    }

    /** One duty with something wrong stops that one only; after the last attempt the cause is to be read. */
    @Test
    void aPoisonedPersonStopsNobodyElse() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        Long poisoned = sql.sql("select min(person_id) from post where unit_id = ?").param(commune).query(Long.class).single();
        sql.sql("""
                insert into area_in_charge (person_id, unit_id, valid_from) select ?, id, '2026-01-01' from party_unit where code = '17971'""")
                .param(poisoned).update();
        try {
            assertThatThrownBy(this::run).hasMessageContaining("Còn 1 nhiệm vụ chưa xếp được chi bộ").hasMessageContaining("tháng 12/2026")
                    .hasMessageContaining("địa bàn phụ trách");
            assertThat(sql.sql("select count(*) from duty where visit_id is null").query(Integer.class).single()).isOne();
            Job check = management.createJobQuery().processDefinitionKey("attendance-cycle").singleResult();
            assertThat(check.getRetries()).isEqualTo(4);
            for (int left = 4; left > 0; left--) {
                assertThatThrownBy(() -> management.executeJob(check.getId())).hasMessageContaining("Còn 1 nhiệm vụ");
            }
            assertThat(runtime.createIncidentQuery().processInstanceId(check.getProcessInstanceId()).singleResult().getIncidentMessage())
                    .as("what a supervisor reads in Cockpit").contains("Còn 1 nhiệm vụ chưa xếp được chi bộ", "địa bàn phụ trách");
        } finally {
            sql.sql("delete from area_in_charge where person_id = ? and unit_id = (select id from party_unit where code = '17971')").param(poisoned).update();
        }
        run();
        assertThat(sql.sql("select count(*) from duty where visit_id is null").query(Integer.class).single()).isZero();
    }

    /** Cells that no visit can be written for are always the next in turn; the others of the batch go elsewhere. */
    @Test
    void poisonedCellsStopNobody() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        List<Long> firstInTurn = sql.sql("""
                select c.id from party_unit c left join area_attribute w on w.unit_id = c.id where c.parent_id = ? and c.level = 'CELL'
                order by coalesce(w.weight, 0) desc, c.id limit 2""").param(commune).query(Long.class).list();
        whileVisitsFail("new.cell_id in (%d, %d)".formatted(firstInTurn.toArray()), this::run);
        assertThat(duties("MONTHLY")).isEqualTo(32);
        assertThat(sql.sql("select distinct v.cell_id from duty d join visit v on v.id = d.visit_id").query(Long.class).list())
                .doesNotContainAnyElementsOf(firstInTurn);
        assertThat(wrongVisits()).isZero();
    }

    /** Whatever it is that goes wrong with somebody: the duty keeps a sentence, the others have their visits. */
    @Test
    void aPersonWhoseVisitCannotBeWrittenStopsNobodyElse() {
        starts.set(commune, LocalDate.of(2026, 12, 1), false, null);
        Long poisoned = sql.sql("select max(person_id) from post where unit_id = ?").param(commune).query(Long.class).single();
        whileVisitsFail("new.person_id = " + poisoned, () -> assertThatThrownBy(this::run).hasMessageContaining("Còn 1 nhiệm vụ chưa xếp được chi bộ")
                .hasMessageContaining("kiểm tra dữ liệu của đồng chí"));
        assertThat(duties("MONTHLY")).isEqualTo(31);
        assertThat(sql.sql("select person_id from duty where visit_id is null").query(Long.class).list()).containsExactly(poisoned);
        run();
        assertThat(duties("MONTHLY")).isEqualTo(32);
    }

    private void whileVisitsFail(String condition, Runnable work) {
        owner.sql("create function poisoned() returns trigger language plpgsql as $$ begin raise exception 'poisoned'; end $$").update();
        owner.sql("create trigger poisoned before insert on visit for each row when (" + condition + ") execute function poisoned()").update();
        try {
            work.run();
        } finally {
            owner.sql("drop trigger poisoned on visit").update();
            owner.sql("drop function poisoned").update();
        }
    }

    /** The days on the diagram, as the engine reads them: the same for its timers and for catching up (row T4). */
    @ParameterizedTest
    @CsvSource({"monthly, 2026-11-20T05:00", "two-monthly, 2026-12-20T05:00", "quarterly, 2026-12-20T05:00", "half-yearly, 2026-12-20T05:00"})
    void eachTimerBeginsACycleOnItsDay(String pool, LocalDateTime next) {
        Job timer = management.createJobQuery().timers().processDefinitionKey("attendance-cycle-" + pool).singleResult();
        at(LocalDateTime.of(2026, 11, 19, 12, 0));
        management.recalculateJobDuedate(timer.getId(), false);
        assertThat(management.createJobQuery().jobId(timer.getId()).singleResult().getDuedate().toInstant())
                .isEqualTo(next.atZone(TimeZones.VIETNAM).toInstant());
        management.executeJob(timer.getId());
        management.executeJob(management.createJobQuery().messages().processDefinitionKey("attendance-cycle-" + pool).singleResult().getId());
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("attendance-cycle").count()).isOne();
    }
}
