-- Party organisations of one tree. A name is the official name; history of names follows with the full organisation.
create table party_unit (
    id         bigint generated always as identity primary key,
    code       varchar(20)  not null unique,
    level      varchar(10)  not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'CELL')),
    kind       varchar(30)  not null,
    name       varchar(200) not null,
    parent_id  bigint references party_unit,
    valid_from date         not null,
    valid_to   date,
    sample     boolean      not null default false,
    check (valid_to is null or valid_to >= valid_from),
    check ((level = 'PROVINCE') = (parent_id is null))
);
create index ix_party_unit_parent on party_unit (parent_id);

-- Bodies that receive work. The engine's group of a body has the body's group_id.
create table body (
    id       bigint generated always as identity primary key,
    unit_id  bigint       not null references party_unit,
    kind     varchar(30)  not null check (kind in ('THUONG_TRUC', 'BAN_THUONG_VU', 'EXECUTIVE_COMMITTEE',
                                                   'ORGANISATION_BOARD', 'OFFICE', 'HOST_COMMITTEE', 'CELL_COMMITTEE')),
    name     varchar(250) not null,
    group_id varchar(64)  not null unique,
    unique (unit_id, kind)
);

create table person (
    id           bigint generated always as identity primary key,
    code         varchar(20)  not null unique,
    full_name    varchar(120) not null,
    user_id      varchar(64)  not null unique,
    home_cell_id bigint       not null references party_unit,
    sample       boolean      not null default false
);
create index ix_person_home_cell on person (home_cell_id);

-- A post gives a duty (II.1a, II.2d of the plan): member of a committee, or Party member working at a commune.
create table post (
    id         bigint generated always as identity primary key,
    person_id  bigint       not null references person,
    unit_id    bigint       not null references party_unit,
    kind       varchar(30)  not null check (kind in ('COMMITTEE_MEMBER', 'COMMUNE_WORKER')),
    title      varchar(200) not null,
    valid_from date         not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);
create index ix_post_person on post (person_id);
create index ix_post_unit on post (unit_id);

create table body_member (
    id         bigint generated always as identity primary key,
    body_id    bigint       not null references body,
    person_id  bigint       not null references person,
    role       varchar(100) not null,
    valid_from date         not null,
    valid_to   date,
    check (valid_to is null or valid_to >= valid_from)
);
create index ix_body_member_body on body_member (body_id);
create index ix_body_member_person on body_member (person_id);
