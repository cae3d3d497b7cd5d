package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.SearchText;

/** Cells that somebody may visit: below the units of their posts, without their own (II.1a, II.2d). */
@Service
@Transactional(readOnly = true)
public class VisitableCells {

    private static final int LONGEST_QUERY = 200;
    private static final String CELLS = """
            with recursive below (id) as (
                select t.unit_id from post t where t.person_id = :person and t.valid_from <= :day
                       and (t.valid_to is null or t.valid_to >= :day)
                union select u.id from party_unit u join below b on u.parent_id = b.id)
            select c.id, c.name, above.name as commune from party_unit c join below b on b.id = c.id
            join party_unit above on above.id = c.parent_id
            where c.level = 'CELL' and (c.valid_to is null or c.valid_to >= :day)
              and c.id <> (select home_cell_id from person where id = :person) %s
            order by c.name collate vietnamese, above.name collate vietnamese, c.id limit 20""";
    private static final String NAMED = """
             and not exists (select 1 from regexp_split_to_table(plain_text(:part), '\\s+') word
                             where c.search_name || ' ' || above.search_name not like '%' || word || '%')""";
    private static final String THIS = " and c.id = :cell";

    /** A cell; the commune tells apart what has the same name. */
    public record Cell(Long id, String name, String commune) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    VisitableCells(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The first twenty cells by name.
     *
     * @param part words of the names of the cell and its commune, tone marks do not matter; empty finds all
     * @throws RuleViolation when the text is beyond all measure
     */
    public List<Cell> find(Long personId, String part) {
        if (part.length() > LONGEST_QUERY) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        String plain = SearchText.literally(part);
        return sql.sql(CELLS.formatted(plain.isEmpty() ? "" : NAMED)).param("person", personId).param("day", LocalDate.now(clock))
                .param("part", plain).query(Cell.class).list();
    }

    /**
     * A cell that the person may choose.
     *
     * @throws RuleViolation when there is none with this id
     */
    public Cell require(Long personId, Long cellId) {
        return sql.sql(CELLS.formatted(THIS)).param("person", personId).param("day", LocalDate.now(clock)).param("cell", cellId)
                .query(Cell.class).optional()
                .orElseThrow(() -> new NotFound("Đề nghị đồng chí chọn chi bộ trong danh sách; không chọn chi bộ nơi mình sinh hoạt."));
    }
}
