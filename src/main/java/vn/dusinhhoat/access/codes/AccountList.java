package vn.dusinhhoat.access.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.SearchText;
import vn.dusinhhoat.platform.TimeZones;

/** Accounts that the caller may issue codes for. */
@Service
@Transactional(readOnly = true)
public class AccountList {

    /** Accounts on a page. */
    public static final int PAGE = 20;
    private static final int LONGEST_QUERY = 200;
    private static final int LAST_PAGE = 500;
    /** The engine locks for good after so many wrong passwords; until then it only makes one wait. */
    private static final int WRONG_PASSWORDS = 10;

    private static final String ROWS = ClerkScope.REACH + """
            , line as (
              select a.user_id, p.full_name, p.code, p.id as person_id, c.expires_at,
                     case when u.attempts_ >= :lock then 'LOCKED'
                          when c.used_at is null and c.failures < :tries and c.expires_at > :now then 'CODE_ISSUED'
                          when a.activated_at is not null then 'ACTIVE'
                          else 'NO_CODE' end as state
              from account a join person p on p.id = a.person_id join act_id_user u on u.id_ = a.user_id
              left join account_code c on c.user_id = a.user_id
              where %s %s)
            , page as materialized (
              select * from line where (cast(:state as text) is null or state = :state)
              order by full_name collate vietnamese, code limit :limit offset :offset)
            select user_id, full_name, (select string_agg(t.title, '; ' order by t.id) from post t
                    where t.person_id = page.person_id and t.valid_from <= :day and (t.valid_to is null or t.valid_to >= :day)) as posts,
                   (select case when u.level = 'CELL' then u.name || ', ' || above.name else u.name end
                    from place join party_unit u on u.id = place.unit_id left join party_unit above on above.id = u.parent_id
                    where place.person_id = page.person_id order by u.id limit 1) as unit, state, expires_at
            from page order by full_name collate vietnamese, code""";
    private static final String NAMED =
            " and (p.search_name like '%' || plain_text(:part) || '%' or a.user_id like lower(:part) || '%')";
    private static final String THESE = " and a.user_id = any(:ids)";

    /**
     * An account.
     *
     * @param posts   titles of today's posts; null without any
     * @param unit    where the person belongs
     * @param lastDay last day of an open code; else null
     */
    public record Line(String userId, String fullName, String posts, String unit, AccountState state, String label,
                       LocalDate lastDay) {
    }

    /** One page, and whether there is a next one. */
    public record Page(List<Line> items, boolean more) {
    }

    private final JdbcClient sql;
    private final ClerkScope scope;
    private final Clock clock;

    AccountList(JdbcClient sql, ClerkScope scope, Clock clock) {
        this.sql = sql;
        this.scope = scope;
        this.clock = clock;
    }

    /** Whether the caller may issue codes at all. */
    public boolean isForCaller() {
        return scope.callerIsClerk();
    }

    /**
     * Accounts in the caller's reach, by name.
     *
     * @param part  part of the name, tone marks do not matter, or beginning of the login name; empty finds all
     * @param state null finds all
     * @param page  counted from 0
     * @throws RuleViolation when the caller is no clerk, or the question is beyond all measure
     */
    public Page find(String part, AccountState state, int page) {
        scope.requireClerk();
        if (part.length() > LONGEST_QUERY || page < 0 || page > LAST_PAGE) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        String literally = SearchText.literally(part);
        List<Line> lines = lines(literally.isEmpty() ? "" : NAMED, state, PAGE + 1, page * PAGE)
                .param("part", literally).query((row, n) -> line(row)).list();
        return new Page(lines.size() > PAGE ? lines.subList(0, PAGE) : lines, lines.size() > PAGE);
    }

    /** These accounts, as far as they are in the caller's reach. */
    List<Line> of(List<String> userIds) {
        return lines(THESE, null, userIds.size(), 0).param("ids", userIds.toArray(String[]::new))
                .query((row, n) -> line(row)).list();
    }

    private JdbcClient.StatementSpec lines(String condition, AccountState state, int limit, int offset) {
        return scope.with(sql.sql(ROWS.formatted(ClerkScope.CONDITION, condition)))
                .param("lock", WRONG_PASSWORDS).param("tries", AccountCodes.MOST_TRIES)
                .param("now", Timestamp.from(clock.instant())).param("state", state == null ? null : state.name())
                .param("limit", limit).param("offset", offset);
    }

    private static Line line(ResultSet row) throws SQLException {
        AccountState state = AccountState.valueOf(row.getString("state"));
        LocalDate lastDay = state != AccountState.CODE_ISSUED ? null
                : AccountCodes.lastDay(row.getTimestamp("expires_at").toInstant().atZone(TimeZones.VIETNAM));
        return new Line(row.getString("user_id"), row.getString("full_name"), row.getString("posts"), row.getString("unit"),
                state, state.label(), lastDay);
    }
}
