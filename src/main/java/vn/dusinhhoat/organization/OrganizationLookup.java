package vn.dusinhhoat.organization;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.SearchText;

/** Finds units, cells and people by a part of their name, with or without tone marks, within what one may see. */
@Service
@Transactional(readOnly = true)
public class OrganizationLookup {

    /** Longer than any name. */
    private static final int LONGEST_QUERY = 200;
    private static final int LAST_PAGE = 500;

    private static final String UNITS = """
            select u.id, u.code, u.name, p.name as context
            from party_unit u left join party_unit p on p.id = u.parent_id
            where u.level = :level and u.valid_to is null %s
            order by u.name collate vietnamese, u.code limit :limit offset :offset""";
    private static final String UNIT_SCOPE = " and case when u.level = 'CELL' then p.code else u.code end = any(:codes)";
    private static final String UNIT_NAME = " and u.search_name like '%' || plain_text(:part) || '%'";

    private static final String PEOPLE = """
            select p.id, p.code, p.full_name as name,
                   (select string_agg(post.title, '; ' order by post.id) from post
                    where post.person_id = p.id and post.valid_to is null) as context
            from (select * from person p where true %s
                  order by p.full_name collate vietnamese, p.code limit :limit offset :offset) p
            order by p.full_name collate vietnamese, p.code""";
    private static final String PERSON_SCOPE = """
             and exists (select 1 from post join party_unit u on u.id = post.unit_id
             where post.person_id = p.id and post.valid_to is null and u.code = any(:codes))""";
    private static final String PERSON_NAME = " and p.search_name like '%' || plain_text(:part) || '%'";

    /**
     * Something found.
     *
     * @param context the unit above, or the person's posts: tells apart what has the same name
     */
    public record Hit(Long id, String code, String name, String context) {
    }

    private final JdbcClient sql;

    OrganizationLookup(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Units of a level.
     *
     * @param part part of the name; empty finds all
     * @param page counted from 0
     * @throws RuleViolation when the text or the page number is beyond all measure
     */
    public LookupPage<Hit> units(LookupScope scope, UnitLevel level, String part, int page) {
        String statement = UNITS.formatted(conditions(scope, part, UNIT_SCOPE, UNIT_NAME));
        return LookupPage.of(query(statement, scope, part, page).param("level", level.name()).query(Hit.class).list());
    }

    /** People who hold a post within the scope; see {@link #units} for the parameters and errors. */
    public LookupPage<Hit> people(LookupScope scope, String part, int page) {
        String statement = PEOPLE.formatted(conditions(scope, part, PERSON_SCOPE, PERSON_NAME));
        return LookupPage.of(query(statement, scope, part, page).query(Hit.class).list());
    }

    /** Only the conditions that narrow: with the others in, the database would sort everybody for a first page. */
    private static String conditions(LookupScope scope, String part, String scopeCondition, String nameCondition) {
        return (scope.everything() ? "" : scopeCondition) + (part.isBlank() ? "" : nameCondition);
    }

    private JdbcClient.StatementSpec query(String statement, LookupScope scope, String part, int page) {
        if (part.length() > LONGEST_QUERY || page < 0 || page > LAST_PAGE) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        return sql.sql(statement)
                .param("codes", scope.unitCodes().toArray(String[]::new))
                .param("part", SearchText.literally(part))
                .param("limit", LookupPage.SIZE + 1)
                .param("offset", page * LookupPage.SIZE);
    }
}
