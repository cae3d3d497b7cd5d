-- Accounts that follow the organisation. A row stays for ever: the id is never given to somebody else (row S12), and
-- a user of the engine without a row was made by hand and is left alone.
create table account (
    user_id      varchar(64) primary key,
    person_id    bigint      not null references person,
    created_at   timestamptz not null,
    -- Since when the owner has a password of their own.
    activated_at timestamptz,
    ended_at     timestamptz
);
create unique index ux_account_person on account (person_id) where ended_at is null;
insert into account (user_id, person_id, created_at, activated_at)
select p.user_id, p.id, now(), now() from person p join act_id_user u on u.id_ = p.user_id;

-- The newest one-time code of an account, as a hash only.
create table account_code (
    user_id    varchar(64) primary key references account,
    code_hash  varchar(64) not null,
    issued_by  varchar(64) not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    failures   smallint    not null default 0,
    used_at    timestamptz
);

-- Who did what to an account, kept for ever.
create table account_event (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   varchar(64) not null,
    user_id varchar(64) not null,
    kind    varchar(20) not null check (kind in ('CREATED', 'ENDED', 'CODE_ISSUED', 'CODE_VOIDED', 'PASSWORD_SET', 'UNLOCKED'))
);
create trigger account_event_append_only before update or delete or truncate on account_event
    for each statement execute function refuse_change();

-- What the nightly comparison of organisation and engine found, before it was mended.
create table consistency_report (
    id       bigint generated always as identity primary key,
    ran_at   timestamptz not null,
    findings integer     not null,
    detail   text        not null
);
