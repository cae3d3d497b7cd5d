-- What reports ask (III.5a), by audience and version; a report keeps the version it was started with.
create table report_form (
    audience      varchar(20) not null check (audience in ('COMMITTEE', 'COMMUNE')),
    version       integer     not null check (version > 0),
    definition    jsonb       not null,
    in_force_from date        not null,
    primary key (audience, version)
);
create trigger report_form_append_only before update or delete or truncate on report_form
    for each statement execute function refuse_change();

-- How visitors score a meeting; a version holds the sheets of regular and thematic meetings together.
create table score_rubric (
    version       integer primary key check (version > 0),
    definition    jsonb   not null,
    in_force_from date    not null
);
create trigger score_rubric_append_only before update or delete or truncate on score_rubric
    for each statement execute function refuse_change();

alter table report
    add column form_audience  varchar(20),
    add column form_version   integer,
    add column rubric_version integer references score_rubric,
    add foreign key (form_audience, form_version) references report_form;

-- Files of a report. What went with a sent version stays although it has been removed since.
create table report_file (
    id          bigint generated always as identity primary key,
    visit_id    bigint       not null references report,
    name        varchar(200) not null,
    kind        varchar(10)  not null check (kind in ('PDF', 'DOCX', 'XLSX', 'JPG', 'PNG', 'HEIC')),
    size        integer      not null check (size between 1 and 20971520),
    content     bytea        not null,
    uploaded_at timestamptz  not null,
    uploaded_by varchar(64)  not null,
    removed_at  timestamptz
);
-- All these kinds are packed already.
alter table report_file alter column content set storage external;
create index ix_report_file_visit on report_file (visit_id, id);

create table report_version_file (
    visit_id bigint  not null,
    version  integer not null,
    file_id  bigint  not null references report_file,
    primary key (visit_id, version, file_id),
    foreign key (visit_id, version) references report_version
);
create index ix_report_version_file on report_version_file (file_id);
create trigger report_version_file_append_only before update or delete or truncate on report_version_file
    for each statement execute function refuse_change();
