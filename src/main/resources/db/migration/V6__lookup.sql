-- Names are found without tone marks and sorted as Vietnamese readers expect, numbers by their value.
create extension if not exists unaccent;
create extension if not exists pg_trgm;

create collation vietnamese (provider = icu, locale = 'vi-u-kn-true');

create function plain_text(value text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, value));

alter table party_unit add column search_name text generated always as (plain_text(name)) stored;
alter table person add column search_name text generated always as (plain_text(full_name)) stored;
create index ix_party_unit_search on party_unit using gin (search_name gin_trgm_ops);
create index ix_person_search on person using gin (search_name gin_trgm_ops);
-- The first page of a list in its order, without sorting everybody.
create index ix_party_unit_sorted on party_unit (level, name collate vietnamese, code);
create index ix_person_sorted on person (full_name collate vietnamese, code);
