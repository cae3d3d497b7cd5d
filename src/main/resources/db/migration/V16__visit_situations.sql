-- Visits outside the plan (C11), carried over (C5), shared reports (C3), and what the host committee says.
alter table visit
    add column origin         varchar(10) not null default 'PLANNED' check (origin in ('PLANNED', 'EXTRA')),
    add column carry_over     boolean     not null default false,
    add column absence_entry  bigint,
    add column host_opinion   varchar(20) check (host_opinion in ('SILENT', 'OBJECTED', 'KEPT', 'NOT_ATTENDED')),
    add column host_objection varchar(500),
    add check ((host_objection is null) = (host_opinion is null or host_opinion = 'SILENT'));

-- One entry covers all visits of its days (situation C5); days in Asia/Ho_Chi_Minh, both ends count.
create table absence_entry (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person,
    from_day   date        not null,
    to_day     date        not null,
    reason     varchar(20) not null check (reason in ('MISSION', 'SICK', 'STUDY', 'OTHER')),
    note       varchar(500),
    carry_over boolean     not null,
    decision   varchar(10) check (decision in ('EXCUSED', 'MISSED')),
    created_at timestamptz not null,
    check (to_day >= from_day)
);
create index ix_absence_entry_person on absence_entry (person_id, to_day);
alter table visit add foreign key (absence_entry) references absence_entry;
create index ix_visit_absence_entry on visit (absence_entry) where absence_entry is not null;

drop index ix_visit_open;
create index ix_visit_open on visit (person_id) where state in ('SCHEDULED', 'AGREED', 'MOVED');

-- When a cell meets in a month, as its commune has confirmed it (ruling B3).
create table cell_meeting (
    cell_id      bigint      not null references party_unit,
    month        date        not null check (extract(day from month) = 1),
    meeting_at   timestamptz not null,
    confirmed_at timestamptz not null,
    confirmed_by varchar(64) not null,
    primary key (cell_id, month)
);

-- Who may type for whom (C12); days in Asia/Ho_Chi_Minh, both ends count.
create table assistant (
    id           bigint generated always as identity primary key,
    person_id    bigint not null references person,
    assistant_id bigint not null references person,
    valid_from   date   not null,
    valid_to     date   not null,
    check (valid_to >= valid_from),
    check (assistant_id <> person_id)
);
create index ix_assistant_person on assistant (person_id);
create index ix_assistant_assistant on assistant (assistant_id);

-- Drafted by somebody else (C12), on paper (C24), the report of somebody else in the same delegation (C3), corrected (C16).
alter table report
    add column drafted_by      varchar(64),
    add column paper_day       date,
    add column paper_number    varchar(50),
    add column entered_by      varchar(64),
    add column joint_visit_id  bigint references visit,
    add check (paper_day is not null or (paper_number is null and entered_by is null));

-- Reports that somebody still has to send, or may still enter from paper.
create index ix_report_unsent on report (visit_id) where state not in ('SUBMITTED', 'SUBMITTED_LATE', 'RECEIVED', 'NOT_APPLICABLE');
