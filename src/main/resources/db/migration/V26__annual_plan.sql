-- One level's plan of a year (III.1a, III.4a, III.5b): a campaign; later changes take the same road for the lines concerned.
create table plan_campaign (
    id               bigint      generated always as identity primary key,
    unit_id          bigint      not null references party_unit,
    year             int         not null check (year between 2000 and 2999),
    kind             varchar(10) not null check (kind in ('ANNUAL', 'AMENDMENT')),
    state            varchar(15) not null check (state in ('WRITING', 'CHECKING', 'COORDINATING', 'REVISING', 'CONSOLIDATING', 'OPINION', 'IN_FORCE',
                                                           'NO_OPINION', 'ENDED')),
    -- Why it is amended or was given up; null for the year's plan.
    reason           varchar(500),
    started_at       timestamptz not null,
    -- User id; null for the timer on the diagram.
    started_by       varchar(64),
    -- Limit of the task that it waits for; null while it waits for members or hosts.
    limit_at         timestamptz,
    -- The one opinion of Thường trực on the whole (ruling A5), and who agreed to the lines of who gave it.
    opinion_by       varchar(64),
    opinion_at       timestamptz,
    opinion_note     varchar(1000),
    own_opinion_by   varchar(64),
    in_force_at      timestamptz
);
create unique index ux_campaign_of_year on plan_campaign (unit_id, year) where kind = 'ANNUAL' and state not in ('ENDED', 'NO_OPINION');
create index ix_campaign_unit on plan_campaign (unit_id, id);

-- What one member plans in a campaign.
create table member_plan (
    id            bigint      generated always as identity primary key,
    campaign_id   bigint      not null references plan_campaign,
    person_id     bigint      not null references person,
    state         varchar(15) not null check (state in ('DRAFT', 'SENT', 'TO_SUPPLEMENT', 'TO_REVISE', 'IN_FORCE', 'NOT_SENT', 'NO_OPINION', 'ENDED')),
    row_version   bigint      not null default 0,
    -- Limit of the member's task; null while there is none.
    limit_at      timestamptz,
    saved_at      timestamptz,
    sent_at       timestamptz,
    board_comment varchar(1000),
    unique (campaign_id, person_id)
);
create index ix_member_plan_person on member_plan (person_id);
create index ix_member_plan_limit on member_plan (limit_at) where limit_at is not null;

-- What a host committee is asked about: all lines at its cells in one round of a campaign (III.1a, III.3b).
create table host_request (
    id          bigint      generated always as identity primary key,
    campaign_id bigint      not null references plan_campaign,
    unit_id     bigint      not null references party_unit,
    -- A plan that Thường trực wants adjusted goes round again.
    round       int         not null,
    state       varchar(10) not null check (state in ('ASKED', 'ANSWERED', 'SILENT', 'ENDED')),
    row_version bigint      not null default 0,
    asked_at    timestamptz not null,
    limit_at    timestamptz,
    answered_at timestamptz,
    answered_by varchar(64),
    unique (campaign_id, unit_id, round)
);
create index ix_host_request_unit on host_request (unit_id) where state = 'ASKED';

-- One visit planned: a period of a cadence, a cell, a date.
create table plan_line (
    id               bigint      generated always as identity primary key,
    plan_id          bigint      not null references member_plan,
    cadence          varchar(15) not null check (cadence in ('MONTHLY', 'TWO_MONTHLY', 'QUARTERLY', 'HALF_YEARLY')),
    first_day        date        not null check (extract(day from first_day) = 1),
    cell_id          bigint      references party_unit,
    meeting_at       timestamptz,
    theme            varchar(500),
    -- An amendment may take a visit back: the rotation looks for another one.
    withdrawn        boolean     not null default false,
    -- Why it was proposed; null once a person has changed it.
    why              varchar(300),
    state            varchar(15) not null check (state in ('DRAFT', 'SENT', 'AGREED', 'SILENT_AGREED', 'OTHER_DATE', 'IN_FORCE', 'REPLACED', 'ENDED')),
    board_comment    varchar(500),
    host_request_id  bigint      references host_request,
    -- The host's answer as it is typed; it counts once the request is answered.
    host_answer      varchar(10) check (host_answer in ('AGREE', 'OTHER_DATE')),
    host_date        timestamptz,
    host_note        varchar(500),
    -- The line of the plan in force that this one takes the place of.
    replaces_line_id bigint      references plan_line,
    -- Whether it was put in force on a usual meeting of its cell: then it follows the cell's day (situation C23).
    follows_cell     boolean     not null default false,
    unique (plan_id, first_day)
);
create index ix_plan_line_in_force on plan_line (cadence, first_day) where state = 'IN_FORCE';
create index ix_plan_line_request on plan_line (host_request_id);
create index ix_plan_line_replaces on plan_line (replaces_line_id) where replaces_line_id is not null;

-- Facts of a campaign, append-only: who, when, what.
create table plan_event (
    id          bigint      generated always as identity primary key,
    campaign_id bigint      not null references plan_campaign,
    plan_id     bigint      references member_plan,
    line_id     bigint      references plan_line,
    at          timestamptz not null,
    -- User id; null for the system.
    actor       varchar(64),
    kind        varchar(30) not null,
    detail      varchar(1000)
);
create index ix_plan_event_campaign on plan_event (campaign_id);
create trigger plan_event_append_only before update or delete or truncate on plan_event
    for each statement execute function refuse_change();
