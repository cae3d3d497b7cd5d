-- The organisation as it really is: kinds, names at a date, successors, meeting days, contacts, exemptions, areas in
-- charge, attributes, addressees outside; and its import. Days are days in Asia/Ho_Chi_Minh; both ends of a span count.

update party_unit set kind = case kind
    when 'Tỉnh' then 'PROVINCE' when 'Huyện' then 'DISTRICT' when 'Thành phố' then 'CITY' when 'Thị xã' then 'DISTRICT_TOWN'
    when 'Xã' then 'COMMUNE' when 'Phường' then 'WARD' when 'Thị trấn' then 'TOWNSHIP' when 'Đặc khu' then 'SPECIAL_ZONE'
    when 'xóm' then 'XOM' when 'khối' then 'KHOI' else 'OTHER_CELL' end;
alter table party_unit
    add column successor_id bigint references party_unit,
    add column meeting_day  smallint check (meeting_day between 1 and 31),
    add column meeting_time time,
    add check (kind in ('PROVINCE', 'MUNICIPALITY', 'DISTRICT', 'CITY', 'DISTRICT_TOWN', 'URBAN_DISTRICT', 'COMMUNE', 'WARD',
                        'TOWNSHIP', 'SPECIAL_ZONE', 'THON', 'XOM', 'BAN', 'KHOI', 'TO_DAN_PHO', 'AP', 'KHU', 'BUON', 'AGENCY_CELL',
                        'SCHOOL_CELL', 'POLICE_CELL', 'MILITARY_CELL', 'HEALTH_CELL', 'COOPERATIVE_CELL', 'ENTERPRISE_CELL',
                        'OTHER_CELL')),
    add check (successor_id is null or (valid_to is not null and successor_id <> id));
create index ix_party_unit_successor on party_unit (successor_id) where successor_id is not null;

-- A name holds until the next one begins; party_unit.name is the newest.
create table unit_name (
    unit_id    bigint       not null references party_unit,
    valid_from date         not null,
    name       varchar(200) not null,
    primary key (unit_id, valid_from)
);
insert into unit_name (unit_id, valid_from, name) select id, valid_from, name from party_unit;

-- Seen by planners only.
create table area_attribute (
    id         bigint generated always as identity primary key,
    unit_id    bigint      not null references party_unit,
    kind       varchar(20) not null check (kind in ('BORDER', 'ETHNIC', 'RELIGIOUS', 'MERGED', 'STRENGTHEN', 'COMPLEX')),
    weight     smallint    not null check (weight between 1 and 5),
    valid_from date        not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);

-- Without user_id: a person who needs no account, for instance the secretary of a cell. Never deleted, so that an id
-- is never given to somebody else.
alter table person
    alter column user_id drop not null,
    add column phone                  varchar(20),
    add column email                  varchar(254),
    add column non_residential_reason varchar(200),
    add column ended_on               date;

-- Spans without duties (EXEMPT: exempt from work and meetings; SUSPENDED: shown without a reason, situation C18).
create table person_exemption (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person,
    kind       varchar(20) not null check (kind in ('EXEMPT', 'SUSPENDED')),
    valid_from date        not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);

alter table post
    add column decision_number varchar(50),
    add column decision_date   date;

create table area_in_charge (
    id         bigint generated always as identity primary key,
    person_id  bigint not null references person,
    unit_id    bigint not null references party_unit,
    valid_from date   not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);
create index ix_area_in_charge_unit on area_in_charge (unit_id);

-- A fact is told from others by what it says and the day it begins.
create unique index ux_post on post (person_id, unit_id, kind, valid_from);
create unique index ux_body_member on body_member (person_id, body_id, valid_from);
create unique index ux_area_attribute on area_attribute (unit_id, kind, valid_from);
create unique index ux_person_exemption on person_exemption (person_id, kind, valid_from);
create unique index ux_area_in_charge on area_in_charge (person_id, unit_id, valid_from);

-- State bodies, branches and others that recommendations are sent to and that have no account (ruling A8).
create table addressee (
    id       bigint generated always as identity primary key,
    code     varchar(20)  not null unique,
    name     varchar(200) not null,
    kind     varchar(30)  not null check (kind in ('PEOPLES_COMMITTEE', 'DEPARTMENT', 'FATHERLAND_FRONT',
                                                   'MASS_ORGANISATION', 'ENTERPRISE', 'OTHER')),
    unit_id  bigint       not null references party_unit,
    email    varchar(254),
    ended_on date
);
create index ix_addressee_unit on addressee (unit_id);

-- Counts the changes of the organisation; its row lock lets one change in at a time.
create table organization_revision (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into organization_revision (number) values (0);

create table organization_import (
    id            bigint generated always as identity primary key,
    file_name     varchar(255) not null,
    file          bytea        not null,
    state         varchar(20)  not null check (state in ('UPLOADED', 'CHECKING', 'FAULTY', 'READY', 'APPLYING', 'APPLIED', 'CANCELLED')),
    uploaded_by   varchar(64)  not null,
    uploaded_at   timestamptz  not null,
    checked_against bigint,
    fault_count   integer      not null default 0,
    new_count     integer      not null default 0,
    changed_count integer      not null default 0,
    ended_count   integer      not null default 0,
    decided_by    varchar(64),
    progress      smallint     not null default 0 check (progress between 0 and 100),
    finished_at   timestamptz
);
-- One at a time: the second is told.
create unique index ix_organization_import_open on organization_import ((true)) where state not in ('APPLIED', 'CANCELLED');

create table organization_import_fault (
    import_id   bigint       not null references organization_import on delete cascade,
    position    integer      not null,
    sheet       varchar(50),
    line        integer,
    column_name varchar(50),
    value       varchar(200),
    problem     varchar(500) not null,
    remedy      varchar(500) not null,
    primary key (import_id, position)
);

create table organization_import_change (
    import_id bigint       not null references organization_import on delete cascade,
    position  integer      not null,
    unit_code varchar(20)  not null,
    unit_name varchar(200) not null,
    sheet     varchar(50)  not null,
    action    varchar(10)  not null check (action in ('NEW', 'CHANGED', 'ENDED')),
    label     varchar(500) not null,
    detail    varchar(2000),
    primary key (import_id, position)
);
create index ix_organization_import_change_unit on organization_import_change (import_id, unit_code, position);

-- What was changed, when and by whom, kept for ever.
create table organization_change (
    id       bigint generated always as identity primary key,
    revision bigint       not null,
    at       timestamptz  not null,
    actor    varchar(64)  not null,
    sheet    varchar(50)  not null,
    action   varchar(10)  not null,
    label    varchar(500) not null,
    detail   varchar(2000)
);
create trigger organization_change_append_only before update or delete or truncate on organization_change
    for each statement execute function refuse_change();
