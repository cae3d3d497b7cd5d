package vn.dusinhhoat.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A data folder of a version before the roles: everything belongs to the server's administrator. */
class EmbeddedRolesTest {

    private static final String FOREIGN = """
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner <> 'dusinhhoat'::regrole
            union all select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proowner <> 'dusinhhoat'::regrole
                and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all select collname from pg_collation where collnamespace = 'public'::regnamespace and collowner <> 'dusinhhoat'::regrole""";

    @Test
    void anOlderDataFolderIsHandedToTheOwnerAsOftenAsItStarts() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start()) {
            JdbcClient administrator = JdbcClient.create(server.getPostgresDatabase());
            administrator.sql("""
                    create extension unaccent; create extension pg_trgm; create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');
                    create function plain_text(value text) returns text language sql immutable as $$ select lower(unaccent('unaccent'::regdictionary, value)) $$;
                    create table visit (id bigint generated always as identity primary key, name text collate vietnamese, at serial,
                        plain text generated always as (plain_text(name)) stored);
                    create sequence alone; create view seen as select id from visit; insert into visit (name) values ('Đặng')""").update();
            assertThat(administrator.sql("select count(*) from pg_class where relname = 'visit'").query(Integer.class).single()).isEqualTo(1);

            new EmbeddedRoles(server.getPostgresDatabase()).prepare();
            new EmbeddedRoles(server.getPostgresDatabase()).prepare();

            assertThat(administrator.sql(FOREIGN).query(String.class).list()).isEmpty();
            JdbcClient owner = JdbcClient.create(server.getDatabase(EmbeddedRoles.OWNER, "postgres"));
            owner.sql("alter table visit add column more int; create table other (id int); drop view seen").update();
            assertThat(owner.sql("insert into visit (name) values ('Ước') returning plain").query(String.class).single()).isEqualTo("uoc");
        }
    }
}
