-- One visit of one person to the meeting of one cell. The id is the business key of its processes.
create table visit (
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person,
    cell_id       bigint      not null references party_unit,
    meeting_at    timestamptz not null,
    state         varchar(20) not null,
    report_path   varchar(20) check (report_path in ('ONE_DAY', 'THREE_DAYS')),
    receiver_id   bigint references body,
    row_version   integer     not null default 0
);
create index ix_visit_person on visit (person_id, meeting_at);
create index ix_visit_cell on visit (cell_id, meeting_at);
create index ix_visit_receiver on visit (receiver_id) where receiver_id is not null;

-- The report of a visit. While DRAFT, content is what was typed so far and draft_version counts its savings.
create table report (
    visit_id      bigint primary key references visit,
    state         varchar(20) not null,
    limit_at      timestamptz,
    limit_reason  varchar(500),
    content       jsonb       not null default '{}',
    draft_version integer     not null default 0,
    saved_at      timestamptz,
    submitted_at  timestamptz,
    submitted_by  varchar(64),
    on_time       boolean,
    received_at   timestamptz,
    received_by   varchar(64),
    remark        varchar(2000),
    row_version   integer     not null default 0,
    check ((submitted_at is null) = (submitted_by is null)),
    check ((received_at is null) = (received_by is null))
);

-- What happened to a visit, kept for ever: the engine's history is cleaned up, this is not.
create table visit_event (
    id       bigint generated always as identity primary key,
    visit_id bigint      not null references visit,
    at       timestamptz not null,
    actor    varchar(64),
    kind     varchar(40) not null,
    detail   varchar(2000)
);
create index ix_visit_event_visit on visit_event (visit_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger visit_event_append_only before update or delete or truncate on visit_event
    for each statement execute function refuse_change();
