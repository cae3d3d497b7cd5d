-- Reminders: the outbox of daily-notices (ADR 0010). Written in sets, sent one by one; days in Asia/Ho_Chi_Minh.
create table notice (
    id              bigint generated always as identity primary key,
    kind            varchar(20)  not null check (kind in ('BEFORE_MEETING', 'MEETING_EVENING', 'BEFORE_LIMIT', 'AT_LIMIT', 'CLERK_DIGEST')),
    person_id       bigint       not null references person,
    -- What it is about: a visit, or for a digest the unit of the reports.
    visit_id        bigint       references visit,
    unit_id         bigint       references party_unit,
    -- Day of the meeting, of the limit, of the digest; and how many days away from it the moment is.
    day             date         not null,
    days_off        smallint     not null,
    -- MUTED: duties arise without messages (duty_start). NO_SERVER: nobody could have sent it; it stays unsent.
    state           varchar(10)  not null check (state in ('WAITING', 'SENT', 'SUPPRESSED', 'MUTED', 'NO_SERVER', 'FAILED')),
    -- Given once: whatever is sent twice is the same mail to the server that receives it.
    message_id      varchar(200) not null unique,
    -- Numbers of a digest at the time of its writing.
    due_today       integer,
    late            integer,
    to_receive      integer,
    written_at      timestamptz  not null,
    sent_at         timestamptz,
    attempts        smallint     not null default 0,
    next_attempt_at timestamptz  not null,
    -- The server's code or a word of ours, never its text: that holds addresses.
    last_error      varchar(50),
    check (num_nonnulls(visit_id, unit_id) = 1),
    check ((kind = 'CLERK_DIGEST') = (unit_id is not null)),
    check ((state = 'SENT') = (sent_at is not null)),
    unique nulls not distinct (kind, person_id, visit_id, unit_id, day, days_off)
);
create index ix_notice_waiting on notice (next_attempt_at, id) where state = 'WAITING';
create index ix_notice_written on notice (written_at);

-- One row: which run sends, and until when a server that does not answer is left alone.
create table notice_sending (
    only_row        boolean primary key default true check (only_row),
    run_id          varchar(64),
    failures        integer not null default 0,
    next_attempt_at timestamptz,
    down_since      timestamptz
);
insert into notice_sending default values;

-- What the moments ask: meetings of a day, reports at work by their limit.
create index ix_visit_meeting on visit (meeting_at);
create index ix_report_at_work on report (limit_at) where state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM', 'SUBMITTED', 'SUBMITTED_LATE', 'SUPPLEMENTED', 'PAPER', 'CORRECTED');
