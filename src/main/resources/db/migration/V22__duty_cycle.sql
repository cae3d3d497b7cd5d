-- From when on duties arise (go-live), by unit: the nearest row upwards in the tree counts. Without any row nothing arises.
create table duty_start (
    unit_id       bigint      primary key references party_unit,
    starts_on     date        not null,
    -- Duties arise, but nobody gets a message about them.
    notices_muted boolean     not null default false,
    changed_at    timestamptz not null,
    -- User id; null for the installation itself.
    changed_by    varchar(64)
);

-- A period of a cadence that has been opened; days in Asia/Ho_Chi_Minh, both ends count.
create table duty_period (
    id        bigint      generated always as identity primary key,
    cadence   varchar(15) not null check (cadence in ('MONTHLY', 'TWO_MONTHLY', 'QUARTERLY', 'HALF_YEARLY')),
    first_day date        not null check (extract(day from first_day) = 1),
    last_day  date        not null check (last_day > first_day),
    opened_at timestamptz not null,
    unique (cadence, first_day)
);

-- What one person owes in one period (ruling A2). Filled once it has its visit.
create table duty (
    id         bigint      generated always as identity primary key,
    period_id  bigint      not null references duty_period,
    person_id  bigint      not null references person,
    -- Unit of the post that the duty comes from: its staff see the duty.
    unit_id    bigint      not null references party_unit,
    -- Days of the period on which it is owed: who joins, leaves or is exempt in the middle owes a part (situation C8).
    days       datemultirange not null check (not isempty(days)),
    visit_id   bigint      unique references visit,
    created_at timestamptz not null,
    -- Why it has no cell yet, in Vietnamese; null while nobody has tried, and once it has one.
    problem    varchar(500),
    unique (person_id, period_id),
    check (visit_id is null or problem is null)
);
create index ix_duty_open on duty (period_id, unit_id) where visit_id is null;
create index ix_duty_unit on duty (unit_id, period_id);

-- Made by the system after its meeting, because the system stood still: the limit counts from this day.
alter table visit add column counts_from date;
