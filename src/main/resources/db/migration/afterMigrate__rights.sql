-- After every migration and every start: the application's role reads and writes the rows of all tables, the engine's
-- too; it only adds to those that carry the trigger refuse_change, and only reads Flyway's own. It makes, changes and
-- empties no table. Nothing is written when the rights are as they should be.
do $$
declare
    role_name   name := ${applicationRole};
    owned       record;
    append_only boolean;
    wanted      text;
begin
    -- Several nodes may start at once.
    perform pg_advisory_xact_lock(hashtext('rights of ' || role_name));
    if has_schema_privilege(role_name, current_schema(), 'CREATE') then
        execute format('revoke create on schema %I from public, %I', current_schema(), role_name);
    end if;
    if not has_schema_privilege(role_name, current_schema(), 'USAGE') then
        execute format('grant usage on schema %I to %I', current_schema(), role_name);
    end if;
    for owned in
        select c.oid, c.relname, c.relkind from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
          and pg_has_role(current_user, c.relowner, 'USAGE')
    loop
        if owned.relkind = 'S' then
            -- To set numbers on after rows with numbers of their own. A row that is only added takes its number without.
            if not has_sequence_privilege(role_name, owned.oid, 'UPDATE') and not exists (
                    select from pg_depend d join pg_trigger t on t.tgrelid = d.refobjid
                    where d.objid = owned.oid and d.deptype in ('a', 'i') and t.tgfoid = to_regproc('refuse_change')) then
                execute format('grant usage, select, update on sequence %I to %I', owned.relname, role_name);
            end if;
            continue;
        end if;
        append_only := exists (select from pg_trigger t where t.tgrelid = owned.oid and t.tgfoid = to_regproc('refuse_change'));
        wanted := case when owned.relname = 'flyway_schema_history' then 'select'
                       when append_only then 'select, insert'
                       else 'select, insert, update, delete' end;
        if not (select bool_and(has_table_privilege(role_name, owned.oid, trim(one))) from unnest(string_to_array(wanted, ',')) one) then
            execute format('grant %s on %I to %I', wanted, owned.relname, role_name);
        end if;
        if wanted <> 'select, insert, update, delete'
           and (has_any_column_privilege(role_name, owned.oid, 'UPDATE') or has_table_privilege(role_name, owned.oid, 'DELETE, TRUNCATE, TRIGGER')) then
            execute format('revoke update, delete, truncate, references, trigger on %I from %I', owned.relname, role_name);
        end if;
    end loop;
end $$;
