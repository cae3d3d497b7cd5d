-- Every version of a report that was sent, kept for ever (situation C16); the newest is also in report.content.
create table report_version (
    visit_id     bigint      not null references report,
    version      integer     not null,
    content      jsonb       not null,
    submitted_at timestamptz not null,
    submitted_by varchar(64) not null,
    primary key (visit_id, version)
);
create trigger report_version_append_only before update or delete or truncate on report_version
    for each statement execute function refuse_change();
insert into report_version (visit_id, version, content, submitted_at, submitted_by)
select visit_id, 1, content, submitted_at, submitted_by from report where submitted_at is not null;

-- What the receiver asks to be added; null when nothing is asked.
alter table report add column supplement_request varchar(2000);

-- Without a receiver: nobody had anything to say until the end of the span (ruling A7).
alter table report drop constraint report_check1, add constraint report_received check (received_by is null or received_at is not null);
