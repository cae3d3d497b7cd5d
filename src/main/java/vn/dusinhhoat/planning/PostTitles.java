package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts as they stand beside names in plans. */
@Component
class PostTitles {

    private final JdbcClient sql;
    private final Clock clock;

    PostTitles(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Titles of today, by person; who holds no post has none. */
    Map<Long, String> of(Collection<Long> personIds) {
        Map<Long, String> titles = new HashMap<>();
        sql.sql("""
                select person_id, string_agg(title, '; ' order by id) from post where person_id = any(:people)
                and valid_from <= :day and (valid_to is null or valid_to >= :day) group by person_id""")
                .param("people", personIds.toArray(Long[]::new)).param("day", LocalDate.now(clock))
                .query(row -> {
                    titles.put(row.getLong(1), row.getString(2));
                });
        return titles;
    }
}
