-- More time by a document for reports on meetings in listed communes (situation C10).
create table limit_extension (
    id             bigint generated always as identity primary key,
    state          varchar(20)  not null check (state in ('NEW', 'OPEN', 'APPLYING', 'APPLIED', 'CANCELLED')),
    scope_unit_id  bigint       not null references party_unit,
    meetings_from  date         not null,
    meetings_to    date         not null,
    more_days      integer      check (more_days > 0),
    last_day       date,
    document       varchar(120) not null,
    document_date  date         not null,
    reason         varchar(500) not null,
    started_by     varchar(64)  not null,
    started_at     timestamptz  not null,
    decided_by     varchar(64),
    finished_at    timestamptz,
    extended_count integer      not null default 0,
    on_time_count  integer      not null default 0,
    check (meetings_from <= meetings_to),
    check (num_nulls(more_days, last_day) = 1)
);
comment on column limit_extension.scope_unit_id is 'unit whose staff decided: it moves reports that it receives or a unit below it does';

create table limit_extension_unit (
    extension_id bigint not null references limit_extension,
    unit_id      bigint not null references party_unit,
    primary key (unit_id, extension_id)
);
create index ix_limit_extension_unit on limit_extension_unit (extension_id);

-- The span as the diagram had it: what is worked out anew needs no diagram. The sentence may name a document now.
alter table report
    add column limit_days integer,
    alter column limit_reason type varchar(1000);
update report r set limit_days = case v.report_path when 'ONE_DAY' then 1 when 'THREE_DAYS' then 3 end
from visit v where v.id = r.visit_id;
