package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.SearchText;

/**
 * From when on duties arise. A province starts with a few communes and goes on with all of them: what is said of a unit
 * holds for all units below that say nothing of their own. Where nothing is said nothing arises.
 */
@Service
public class DutyStarts {

    /** For other statements: each unit above the cells with its start; null where duties have not begun. */
    static final String STARTS = """
            recursive starts (unit_id, starts_on) as (
                select u.id, s.starts_on from party_unit u left join duty_start s on s.unit_id = u.id where u.parent_id is null
                union all
                select u.id, coalesce(s.starts_on, a.starts_on) from party_unit u join starts a on a.unit_id = u.parent_id
                left join duty_start s on s.unit_id = u.id where u.level <> 'CELL')""";

    /** What is said of a unit. */
    public record Start(Long unitId, String unitName, LocalDate startsOn, boolean noticesMuted) {
    }

    private static final int LONGEST_QUERY = 200;

    private final JdbcClient sql;
    private final Clock clock;

    DutyStarts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** All that is said, the province first. */
    @Transactional(readOnly = true)
    public List<Start> all() {
        return sql.sql("""
                select s.unit_id, u.name as unit_name, s.starts_on, s.notices_muted from duty_start s join party_unit u on u.id = s.unit_id
                order by u.parent_id nulls first, u.name collate vietnamese""").query(Start.class).list();
    }

    /** A unit that duties may begin in. */
    public record Unit(Long id, String name) {
    }

    /**
     * Units above the cells whose names contain the words, tone marks do not matter; the first twenty.
     *
     * @param part empty finds all
     */
    @Transactional(readOnly = true)
    public List<Unit> find(String part) {
        return sql.sql("""
                select u.id, u.name from party_unit u where u.level <> 'CELL' and (u.valid_to is null or u.valid_to >= :day)
                and not exists (select 1 from regexp_split_to_table(plain_text(:part), '\\s+') word where u.search_name not like '%' || word || '%')
                order by u.parent_id nulls first, u.name collate vietnamese limit 20""").param("day", LocalDate.now(clock))
                .param("part", SearchText.literally(part.length() > LONGEST_QUERY ? part.substring(0, LONGEST_QUERY) : part)).query(Unit.class).list();
    }

    /** The earliest day on which duties arise anywhere; empty when they arise nowhere. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> earliest() {
        return sql.sql("select min(starts_on) from duty_start having min(starts_on) is not null").query(LocalDate.class).optional();
    }

    /**
     * Says from when on duties arise in the unit and below.
     *
     * @param noticesMuted nobody gets a message about them
     * @param actor        user id; null for the installation itself
     * @throws RuleViolation when the unit is none, or no day is given
     */
    @Transactional
    public void set(Long unitId, LocalDate startsOn, boolean noticesMuted, String actor) {
        if (startsOn == null || startsOn.getYear() < 2020 || startsOn.getYear() > 2100) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày bắt đầu tính nhiệm vụ.");
        }
        if (unitId == null || sql.sql("select count(*) from party_unit where id = ? and level <> 'CELL'").param(unitId).query(Integer.class).single() == 0) {
            throw new RuleViolation("Đề nghị đồng chí chọn đơn vị trong danh sách.");
        }
        sql.sql("""
                insert into duty_start (unit_id, starts_on, notices_muted, changed_at, changed_by)
                values (:unit, :from, :muted, :now, :by)
                on conflict (unit_id) do update set starts_on = excluded.starts_on, notices_muted = excluded.notices_muted,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("unit", unitId).param("from", startsOn).param("muted", noticesMuted)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("by", actor).update();
    }

    /** Takes back what is said of the unit: what is said above holds again. */
    @Transactional
    public void clear(Long unitId) {
        sql.sql("delete from duty_start where unit_id = ?").param(unitId).update();
    }
}
