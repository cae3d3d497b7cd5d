package vn.dusinhhoat.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database as its owner sees it, for what the application's role may not do: change tables, look for locks. */
public final class OwnerSql {

    private final JdbcClient sql;

    /** For the database at this JDBC address. */
    public OwnerSql(String address) {
        this.sql = JdbcClient.create(new DriverManagerDataSource(address, TestDatabase.OWNER, ""));
    }

    /** A statement in a transaction of its own. */
    public JdbcClient.StatementSpec sql(String statement) {
        return sql.sql(statement);
    }
}
