package vn.dusinhhoat.access.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells user ids from whatever else people type into the field for them, a password for instance. */
final class KnownUsers {

    /** As many wrong passwords lock an account ({@code AccountState.LOCKED}). */
    private static final int LOCKED_AFTER = 10;

    private final JdbcClient sql;

    KnownUsers(JdbcClient sql) {
        this.sql = sql;
    }

    /** An account. */
    record Known(String userId, boolean locked) {
    }

    Optional<Known> find(String typed) {
        return sql.sql("select id_, attempts_ >= :lock from act_id_user where id_ = :id")
                .param("lock", LOCKED_AFTER).param("id", typed == null ? "" : typed.replace("\0", ""))
                .query((row, number) -> new Known(row.getString(1), row.getBoolean(2))).optional();
    }
}
