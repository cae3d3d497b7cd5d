package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who owes a visit in a period, as one statement over the whole organisation: one duty per person and period, by the
 * most frequent cadence of their posts (ruling A2), for the days on which the post is held, duties have begun, and the
 * person is neither exempt nor gone (situations C8, C18).
 */
@Component
class OwedDuties {

    /** Days of the person in the period are a multirange: posts with gaps, exemptions in the middle. */
    private static final String OWED = "with " + DutyStarts.STARTS + """
            , rule (level, kind, months, path) as (select * from unnest(:levels::text[], :kinds::text[], :months::int[], :paths::int[])),
            held as (
                select t.id, t.person_id, t.unit_id, r.months, r.path,
                       daterange(t.valid_from, t.valid_to, '[]') * daterange(s.starts_on, null) as days
                from post t join party_unit u on u.id = t.unit_id join rule r on r.level = u.level and r.kind = t.kind
                join starts s on s.unit_id = u.id
                where s.starts_on is not null and daterange(t.valid_from, t.valid_to, '[]') && :period::daterange
                      and s.starts_on < upper(:period::daterange) /* people */),
            chosen as (select distinct on (person_id) person_id, unit_id, months from held where not isempty(days * :period::daterange)
                       order by person_id, months, path, id),
            owed as materialized (
                select c.person_id, c.unit_id,
                       range_agg(h.days) * datemultirange(:period::daterange) * datemultirange(daterange(null, p.ended_on, '[]'))
                       - coalesce((select range_agg(daterange(e.valid_from, e.valid_to, '[]')) from person_exemption e
                                   where e.person_id = c.person_id), '{}') as days
                from chosen c join held h on h.person_id = c.person_id and h.months = c.months join person p on p.id = c.person_id
                where c.months = :own group by c.person_id, c.unit_id, p.ended_on),
            enough as materialized (
                select * from owed o where (select coalesce(sum(upper(d) - lower(d)), 0) from unnest(o.days) d) >= :least
                -- By another cadence the same days are owed already: after a change of the table nobody owes twice for one post.
                and not exists (
                    select 1 from duty x join duty_period xp on xp.id = x.period_id
                    where x.person_id = o.person_id and xp.cadence <> :cadence
                      and daterange(xp.first_day, xp.last_day, '[]') && :period::daterange
                      and (x.unit_id = o.unit_id or array_position(:cadences::text[], xp.cadence::text) < array_position(:cadences::text[], :cadence)
                           or upper(:period::daterange) <= :today)))""";

    private static final String ADD = OWED + """
             insert into duty (period_id, person_id, unit_id, days, created_at)
            select :id, person_id, unit_id, days, :now from enough
            on conflict (person_id, period_id) do update set unit_id = excluded.unit_id, days = excluded.days, problem = null
            where duty.visit_id is null""";
    /** A visit that ended with the organisation (situations C13, C19) leaves its duty: who still owes it gets another one. */
    private static final String REOPEN = """
            update duty d set visit_id = null from visit v where d.period_id = :id and v.id = d.visit_id and v.state = 'ENDED'""";
    /** Nothing hangs on a duty without a visit. */
    private static final String DROP = OWED + """
             delete from duty d where d.period_id = :id and d.visit_id is null
            and not exists (select 1 from enough e where e.person_id = d.person_id)""";
    private static final String OPEN = """
            insert into duty_period (cadence, first_day, last_day, opened_at) values (:cadence, :first, :last, :now)
            on conflict (cadence, first_day) do update set last_day = excluded.last_day returning id""";
    private static final String EVERYBODY = OWED + """
             select e.person_id, p.full_name, p.home_cell_id, e.unit_id, u.code, u.name, e.days::text
            from enough e join person p on p.id = e.person_id join party_unit u on u.id = e.unit_id where %s
            order by u.parent_id nulls first, u.name collate vietnamese, e.unit_id, e.person_id""";
    private static final String WOULD_OWE = EVERYBODY.formatted("""
            not exists (select 1 from duty d join duty_period dp on dp.id = d.period_id where d.person_id = e.person_id
                        and dp.cadence = :cadence and dp.first_day = lower(:period::daterange))""");
    /** Only who holds a post in the unit is looked at: a whole province takes a quarter of a second. */
    private static final String OWE_IN_UNIT = EVERYBODY.formatted("e.unit_id = :unit")
            .replace("/* people */", "and t.person_id in (select person_id from post where unit_id = :unit)");

    /**
     * Somebody who would owe a visit.
     *
     * @param days as the database writes a multirange of dates
     */
    record Owed(Long personId, String name, Long homeCellId, Long unitId, String unitCode, String unitName, String days) {
    }

    private final JdbcClient sql;
    private final DutyTable table;
    private final DutyProperties settings;
    private final Clock clock;

    OwedDuties(JdbcClient sql, DutyTable table, DutyProperties settings, Clock clock) {
        this.sql = sql;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens the period if it is not open, and brings its duties in step with the organisation. Whoever does the same at
     * the same moment changes nothing twice.
     */
    @Transactional
    public void list(Period period) {
        Long id = sql.sql(OPEN).param("cadence", period.cadence().name()).param("first", period.firstDay()).param("last", period.lastDay())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Long.class).single();
        List<DutyTable.Row> rows = table.rows();
        sql.sql(REOPEN).param("id", id).update();
        statement(DROP, period, rows).param("id", id).update();
        statement(ADD, period, rows).param("id", id).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** Who would owe a visit in the period and has no duty in it yet; nothing is stored. */
    @Transactional
    public List<Owed> wouldOwe(Period period) {
        return owed(statement(WOULD_OWE, period, table.rows()));
    }

    /** Who owes a visit in the period for a post in the unit, whether it has been listed or not; nothing is stored. */
    @Transactional
    public List<Owed> inUnit(Long unitId, Period period) {
        return owed(statement(OWE_IN_UNIT, period, table.rows()).param("unit", unitId));
    }

    private static List<Owed> owed(JdbcClient.StatementSpec statement) {
        return statement.query((row, n) -> new Owed(row.getLong(1), row.getString(2), row.getLong(3),
                row.getLong(4), row.getString(5), row.getString(6), row.getString(7))).list();
    }

    private JdbcClient.StatementSpec statement(String text, Period period, List<DutyTable.Row> rows) {
        return sql.sql(text)
                .param("levels", rows.stream().map(row -> row.level().name()).toArray(String[]::new))
                .param("kinds", rows.stream().map(row -> row.post().name()).toArray(String[]::new))
                .param("months", rows.stream().map(row -> row.duty().cadence().months()).toArray(Integer[]::new))
                .param("paths", rows.stream().map(row -> row.duty().reportPath().ordinal()).toArray(Integer[]::new))
                .param("period", "[" + period.firstDay() + "," + period.lastDay() + "]")
                .param("own", period.cadence().months()).param("cadence", period.cadence().name())
                .param("cadences", Arrays.stream(Cadence.values()).map(Enum::name).toArray(String[]::new))
                .param("least", settings.leastDays()).param("today", LocalDate.now(clock));
    }
}
