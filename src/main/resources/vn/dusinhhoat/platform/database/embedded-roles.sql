-- The roles of the embedded database, made once; what an earlier version made as the server's administrator goes to
-- the owner. Members of extensions stay with the administrator.
do $$
declare
    thing record;
begin
    if to_regrole('dusinhhoat') is null then
        create role dusinhhoat login;
    end if;
    if to_regrole('dusinhhoat_app') is null then
        create role dusinhhoat_app login;
    end if;
    execute format('alter database %I owner to dusinhhoat', current_database());
    for thing in
        select case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind, c.oid::regclass::text as name
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
          and c.relowner <> 'dusinhhoat'::regrole
          -- A sequence of a column goes with its table.
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('i', 'a', 'e'))
        union all
        select 'routine', p.oid::regprocedure::text from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.proowner <> 'dusinhhoat'::regrole
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        union all
        select 'collation', n.oid::regcollation::text from pg_collation n
        where n.collnamespace = 'public'::regnamespace and n.collowner <> 'dusinhhoat'::regrole
    loop
        execute format('alter %s %s owner to dusinhhoat', thing.kind, thing.name);
    end loop;
end $$;
