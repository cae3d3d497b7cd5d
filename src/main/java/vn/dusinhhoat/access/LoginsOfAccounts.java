package vn.dusinhhoat.access;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.LoginsInUse;

/** Login names of accounts that were made by hand, and those that somebody had once. */
@Component
class LoginsOfAccounts implements LoginsInUse {

    private static final String TAKEN = """
            select u.id_ from act_id_user u where u.id_ = any(:ids)
              and not exists (select 1 from account a where a.user_id = u.id_)
            union
            select a.user_id from account a where a.user_id = any(:ids)
              and not exists (select 1 from person p where p.id = a.person_id and p.user_id = a.user_id)""";

    private final JdbcClient sql;

    LoginsOfAccounts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> takenByOthers(Collection<String> userIds) {
        return sql.sql(TAKEN).param("ids", userIds.toArray(String[]::new)).query(String.class).set();
    }
}
