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

/** Who may type the report of whom; the person confirms and sends it (situation C12). */
@Service
public class Assistants {

    private static final int LONGEST_SPAN_DAYS = 366;
    /** Only people of the same Party organisation that can log in. */
    private static final String CANDIDATES = """
            select p.id, p.full_name as name, (select string_agg(t.title, '; ' order by t.id) from post t where t.person_id = p.id
                    and t.valid_from <= :day and (t.valid_to is null or t.valid_to >= :day)) as posts
            from person p where p.id <> :person and p.user_id is not null and (p.ended_on is null or p.ended_on >= :day)
              and exists (select 1 from post mine join post theirs on theirs.unit_id = mine.unit_id
                          where mine.person_id = :person and theirs.person_id = p.id
                            and mine.valid_from <= :day and (mine.valid_to is null or mine.valid_to >= :day)
                            and theirs.valid_from <= :day and (theirs.valid_to is null or theirs.valid_to >= :day)) %s
            order by p.full_name collate vietnamese, p.id limit 20""";
    private static final String NAMED = " and p.search_name like '%' || plain_text(:part) || '%'";

    /** Somebody to choose; posts tell apart who has the same name. */
    public record Candidate(Long id, String name, String posts) {
    }

    /** An assistant with first and last day. */
    public record Assistant(Long id, String name, LocalDate validFrom, LocalDate validTo) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    Assistants(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** People whom the person may choose, by a part of the name. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Long personId, String part) {
        if (part.length() > 200) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        return sql.sql(CANDIDATES.formatted(part.isBlank() ? "" : NAMED)).param("person", personId).param("day", LocalDate.now(clock))
                .param("part", SearchText.literally(part)).query(Candidate.class).list();
    }

    /** Assistants of the person, today and later. */
    @Transactional(readOnly = true)
    public List<Assistant> of(Long personId) {
        return sql.sql("""
                select a.id, p.full_name as name, a.valid_from, a.valid_to from assistant a join person p on p.id = a.assistant_id
                where a.person_id = :person and a.valid_to >= :day order by a.valid_from, a.id""")
                .param("person", personId).param("day", LocalDate.now(clock)).query(Assistant.class).list();
    }

    /**
     * Lets somebody type for the person.
     *
     * @param from first day, in Vietnam
     * @param to   last day
     * @throws RuleViolation when the person may not choose them, or the span is none
     */
    @Transactional
    public void choose(Long personId, Long assistantId, LocalDate from, LocalDate to) {
        LocalDate today = LocalDate.now(clock);
        if (from == null || to == null || to.isBefore(from) || to.isBefore(today) || to.isAfter(today.plusDays(LONGEST_SPAN_DAYS))) {
            throw new RuleViolation("Đề nghị đồng chí ghi từ ngày, đến ngày: đến ngày không trước từ ngày và chưa qua, tối đa một năm.");
        }
        boolean allowed = assistantId != null && sql.sql(CANDIDATES.formatted(" and p.id = :assistant")).param("person", personId)
                .param("day", today).param("assistant", assistantId).query(Candidate.class).optional().isPresent();
        if (!allowed) {
            throw new NotFound("Đề nghị đồng chí chọn người giúp việc trong cùng tổ chức đảng và có tài khoản.");
        }
        sql.sql("insert into assistant (person_id, assistant_id, valid_from, valid_to) values (?, ?, ?, ?)")
                .params(personId, assistantId, from, to).update();
    }

    /**
     * The person does without from today on.
     *
     * @throws NotFound when this is no assistant of theirs
     */
    @Transactional
    public void dismiss(Long personId, Long id) {
        LocalDate today = LocalDate.now(clock);
        if (sql.sql("select count(*) from assistant where id = ? and person_id = ?").params(id, personId).query(Integer.class).single() == 0) {
            throw new NotFound("Danh sách đồng chí giúp việc vừa thay đổi: tải lại trang.");
        }
        sql.sql("delete from assistant where id = :id and person_id = :person and valid_from >= :day")
                .param("id", id).param("person", personId).param("day", today).update();
        sql.sql("update assistant set valid_to = :day where id = :id and person_id = :person and valid_to >= :today")
                .param("id", id).param("person", personId).param("day", today.minusDays(1)).param("today", today).update();
    }
}
