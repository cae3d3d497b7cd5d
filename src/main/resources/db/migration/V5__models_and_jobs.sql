-- Which release or administrator the running version of a process comes from (ADR 0003).
create table model_release (
    id            bigint generated always as identity primary key,
    bundle        varchar(100) not null,
    content_hash  char(64)     not null,
    origin        varchar(10)  not null check (origin in ('RELEASE', 'ADMIN')),
    deployment_id varchar(64)  not null,
    author        varchar(64),
    at            timestamptz  not null
);
create index ix_model_release_bundle on model_release (bundle, id);

-- The engine ships no index on the due date: with many waiting jobs each look for due ones would read them all.
create index ix_job_due on act_ru_job (duedate_);
create index ix_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;
