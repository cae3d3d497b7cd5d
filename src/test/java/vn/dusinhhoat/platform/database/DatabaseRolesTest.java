package vn.dusinhhoat.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.TestDatabase;

/** Row D2, O6: what the application's role may do in the database, and what it may not. */
@ApplicationTest
class DatabaseRolesTest {

    private static final String NO_RIGHT = "permission denied|must be owner";

    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    @Test
    void theApplicationIsNotTheOwner() {
        assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo(TestDatabase.APPLICATION);
        assertThat(owner.sql("select distinct tableowner from pg_tables where schemaname = 'public'").query(String.class).list())
                .containsExactly(TestDatabase.OWNER);
    }

    @Test
    void everyAppendOnlyTableIsKeptByItsRightsToo() {
        List<String> tables = owner.sql("""
                select tgrelid::regclass::text from pg_trigger where tgfoid = 'refuse_change'::regproc order by 1""").query(String.class).list();
        assertThat(tables).contains("audit_event", "visit_event", "report_version", "account_event", "organization_change");
        for (String table : tables) {
            String column = owner.sql("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and attidentity = '' order by attnum limit 1")
                    .param(table).query(String.class).single();
            for (String statement : List.of("update " + table + " set " + column + " = " + column, "delete from " + table, "truncate " + table,
                    "alter table " + table + " disable trigger all", "drop table " + table)) {
                assertDenied(statement);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table x (id int)", "alter table visit add column x int", "drop table report", "truncate act_hi_op_log",
        "create function x() returns int language sql return 1", "alter table act_ru_task add column x int",
        "update flyway_schema_history set success = false", "delete from flyway_schema_history", "create index ix_x on visit (id)",
        "select setval('audit_event_id_seq', 1)", "create temporary table x (id int); alter table visit_event owner to dusinhhoat_app",
        "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$"})
    void tablesAreNotItsToMake(String statement) {
        assertDenied(statement);
    }

    /** Also what was made by the engine's scripts and what later migrations make. */
    @Test
    void everyOtherTableIsReadAndWritten() {
        assertThat(sql.sql("""
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and (not has_table_privilege(c.oid, 'SELECT') or not has_table_privilege(c.oid, 'INSERT')
                       or (not has_table_privilege(c.oid, 'UPDATE') or not has_table_privilege(c.oid, 'DELETE'))
                          and not exists (select from pg_trigger where tgrelid = c.oid and tgfoid = 'refuse_change'::regproc))""").query(String.class).list())
                .containsExactly("flyway_schema_history");
    }

    private void assertDenied(String statement) {
        assertThatThrownBy(() -> sql.sql(statement).update()).as(statement).rootCause().message().containsPattern(NO_RIGHT);
    }
}
