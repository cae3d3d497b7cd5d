package vn.dusinhhoat.planning.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanFigures;
import vn.dusinhhoat.testing.ApplicationTest;

/**
 * A campaign of 900 members over the whole sample province: how long it takes until everybody has a proposal and a task,
 * against the cases alone begun one by one; and what its board's lists take, against the bare rows of a page.
 */
@ApplicationTest
@Import(PlanRoad.class)
class PlanCampaignBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(PlanCampaignBenchmark.class);
    private static final int MEMBERS = 900;
    private static final int DISTRICTS = 20;
    private static final int OF_DISTRICT = 40;
    private static final int TIMES = 21;
    private static final String BOARD = "dv-40-5";

    @Autowired
    private PlanRoad road;
    @Autowired
    private CampaignOpening opening;
    @Autowired
    private CampaignViews views;
    @Autowired
    private PlanFigures figures;
    @Autowired
    private MemberPlans plans;
    @Autowired
    private Organization organization;
    @Autowired
    private DutyStarts starts;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcClient sql;

    @Test
    void compare() {
        Long province = organization.unitByCode("40").orElseThrow().id();
        int year = LocalDate.now().getYear() + 1;
        members(province);
        starts.set(province, LocalDate.of(year, 1, 1), true, null);
        Long campaign = road.as(BOARD, () -> opening.open("40", year, BOARD));
        double started = seconds(() -> {
            road.job(PlanCases.CAMPAIGN, campaign, "service_preparePlans");
            return null;
        });
        List<Long> ids = sql.sql("select id from member_plan where campaign_id = ?").param(campaign).query(Long.class).list();
        assertThat(ids).hasSize(MEMBERS);
        String diagram = repository.createProcessDefinitionQuery().processDefinitionKey(PlanCases.MEMBER).latestVersion().singleResult().getId();
        double oneByOne = seconds(() -> {
            ids.forEach(id -> runtime.startProcessInstanceById(diagram, String.valueOf(id)));
            return null;
        });
        LOG.info("{} members: proposals, plans, tasks in {} s; their cases alone, one by one: {} s", MEMBERS, started, oneByOne);
        Map<String, Supplier<Object>> lists = Map.of(
                "campaigns", () -> views.list(0), "campaign", () -> views.read(campaign), "plans of a page", () -> views.plans(campaign, null, 0),
                "lines by month", () -> views.lines(campaign, CampaignViews.Order.MONTH, 0),
                "lines by member", () -> views.lines(campaign, CampaignViews.Order.MEMBER, 17),
                "hosts", () -> views.hosts(campaign), "one plan", () -> plans.read(ids.get(0)));
        double floor = median(() -> sql.sql("""
                select * from member_plan m join plan_line l on l.plan_id = m.id where m.campaign_id = ? order by m.id limit 100""").param(campaign)
                .query().listOfRows());
        LOG.info("floor, 100 rows of two tables: {} ms", floor);
        lists.forEach((name, list) -> {
            double ms = median(() -> road.as(BOARD, list::get));
            LOG.info("{}: {} ms, {} x the floor", name, ms, Math.round(ms / floor));
            assertThat(ms).as(name).isLessThan(50);
        });
        LOG.info("figures: {} ms", median(() -> road.as(BOARD, () -> figures.of(campaign))));
        districts(province);
        LOG.info("{} districts of {} members: campaigns begun in {} s, prepared in {} s", DISTRICTS, OF_DISTRICT,
                seconds(() -> assertThat(opening.openAll(year)).isEqualTo(DISTRICTS)), seconds(() -> {
                    sql.sql("select id from plan_campaign where unit_id in (select id from party_unit where level = 'DISTRICT')").query(Long.class).list()
                            .forEach(each -> road.job(PlanCases.CAMPAIGN, each, "service_preparePlans"));
                    return null;
                }));
        assertThat(sql.sql("select count(*) from plan_line where cadence = 'QUARTERLY'").query(Integer.class).single()).isEqualTo(DISTRICTS * OF_DISTRICT * 4);
        assertThat(started).isLessThan(10);
    }

    private void members(Long province) {
        int there = sql.sql("select count(distinct person_id) from post where unit_id = ?").param(province).query(Integer.class).single();
        sql.sql("""
                with home as (select array_agg(id order by id) as cells from party_unit where level = 'CELL'),
                added as (insert into person (code, full_name, user_id, home_cell_id)
                    select 'do-' || n, 'Nguyễn Văn Đo ' || n, 'do-' || n, cells[1 + n * 3] from home, generate_series(1, ?) n returning id)
                insert into post (person_id, unit_id, kind, title, valid_from)
                select id, ?, 'COMMITTEE_MEMBER', 'Ủy viên', date '2025-07-01' from added""").params(MEMBERS - there, province).update();
    }

    /** The three levels of before: each commune below one of the districts, whose members write four visits a year. */
    private void districts(Long province) {
        for (int n = 0; n < DISTRICTS; n++) {
            Long district = sql.sql("""
                    insert into party_unit (code, level, kind, name, parent_id, valid_from)
                    values (?, 'DISTRICT', 'DISTRICT', ?, ?, date '2025-07-01') returning id""").params("do-h" + n, "Huyện Đo " + n, province)
                    .query(Long.class).single();
            sql.sql("update party_unit set parent_id = ? where level = 'COMMUNE' and id % ? = ?").params(district, DISTRICTS, n).update();
            sql.sql("""
                    with home as (select array_agg(id order by id) as cells from party_unit where level = 'CELL'),
                    added as (insert into person (code, full_name, user_id, home_cell_id)
                        select 'do-h' || ? || '-' || n, 'Trần Thị Đo ' || n, 'do-h' || ? || '-' || n, cells[2 + n * 5] from home, generate_series(1, ?) n
                        returning id)
                    insert into post (person_id, unit_id, kind, title, valid_from)
                    select id, ?, 'COMMITTEE_MEMBER', 'Ủy viên', date '2025-07-01' from added""").params(n, n, OF_DISTRICT, district).update();
        }
    }

    private static double seconds(Supplier<Object> work) {
        long begin = System.nanoTime();
        work.get();
        return Math.round((System.nanoTime() - begin) / 1e7) / 100.0;
    }

    private static double median(Supplier<Object> work) {
        return IntStream.range(0, TIMES).mapToDouble(n -> {
            long begin = System.nanoTime();
            work.get();
            return (System.nanoTime() - begin) / 1e6;
        }).sorted().toArray()[TIMES / 2];
    }
}
