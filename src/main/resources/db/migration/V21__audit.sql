-- Who did what and who read what, beside the engine's operation log, which holds no reads and no logins and is cleaned
-- up (rows D2, D3). Ids only: no name, no text, no file name. Kept for ever; the application adds to it and no more.
create table audit_event (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    kind           varchar(30) not null,
    -- User id; null when nobody was logged in, or what was typed is no user id.
    actor          varchar(64),
    subject_type   varchar(30),
    subject_id     varchar(64),
    outcome        varchar(10) not null check (outcome in ('DONE', 'REFUSED')),
    detail         varchar(500),
    remote_address varchar(45)
);
-- Who read report X; what did user U do; what happened last week.
create index ix_audit_event_subject on audit_event (subject_type, subject_id, id) where subject_id is not null;
create index ix_audit_event_actor on audit_event (actor, id) where actor is not null;
create index ix_audit_event_at on audit_event using brin (at);
create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
