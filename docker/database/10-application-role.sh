#!/bin/bash
# The application's role beside the owner of the tables (ADR 0009). Run by the image on an empty volume; on an older one
# by hand (docs/operations.md). Repeatable: it also sets a changed password.
set -euo pipefail
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set password="$(cat /run/secrets/spring.datasource.password)" <<'SQL'
select 'create role dusinhhoat_app' where to_regrole('dusinhhoat_app') is null \gexec
alter role dusinhhoat_app login nosuperuser nocreatedb nocreaterole password :'password';
SQL
