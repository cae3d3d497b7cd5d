-- How far the ladder of a late report has come (ruling B5): kept where the board counts by it. Null before its first step.
alter table report add column ladder_step varchar(10) check (ladder_step in ('LATE', 'URGED', 'LEADERS', 'ABOVE', 'NOTED'));
update report r set ladder_step = taken.step from (
    select e.visit_id, (array_agg(case e.kind when 'LIMIT_PASSED' then 'LATE' when 'URGED' then 'URGED' when 'LISTED_FOR_LEADERS' then 'LEADERS'
                                              when 'LISTED_FOR_ABOVE' then 'ABOVE' else 'NOTED' end order by e.id desc))[1] as step
    from visit_event e
    where e.kind in ('LIMIT_PASSED', 'URGED', 'LISTED_FOR_LEADERS', 'LISTED_FOR_ABOVE', 'NOTED_TO_LEADER')
      and e.id > coalesce((select max(o.id) from visit_event o where o.visit_id = e.visit_id and o.kind = 'REPORT_OPENED'), 0)
    group by e.visit_id) taken
where taken.visit_id = r.visit_id and r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM');

-- More time for one report, beside the documents for whole communes (limit_extension). Holds for the meeting it was given for.
create table report_extension (
    id          bigint generated always as identity primary key,
    visit_id    bigint       not null references visit,
    meeting_day date         not null,
    more_days   integer      check (more_days > 0),
    last_day    date,
    basis       varchar(300) not null,
    reason      varchar(500) not null,
    granted_by  varchar(64)  not null,
    granted_at  timestamptz  not null,
    check (num_nulls(more_days, last_day) = 1)
);
comment on column report_extension.basis is 'as in a sentence: "ý kiến của Văn phòng Đảng ủy xã …"';
create index ix_report_extension_visit on report_extension (visit_id);

-- The board's lists and counts, and the badges of a diagram, out of the index alone.
create index ix_task_board on act_ru_task (tenant_id_, due_date_) include (proc_def_id_, task_def_key_, assignee_, proc_inst_id_, id_)
    where due_date_ is not null;
create index ix_task_badges on act_ru_task (proc_def_id_, task_def_key_) include (tenant_id_, due_date_, assignee_, create_time_)
    where due_date_ is not null;

-- Reports of each month by the unit that receives them, without those of members of a Thường trực (ruling B5). Worked out
-- anew from the reports every half hour; nothing but the board's trend reads it.
create table report_month (
    unit_id    bigint  not null references party_unit,
    month      date    not null check (extract(day from month) = 1),
    on_time    integer not null,
    late       integer not null,
    unreported integer not null,
    primary key (unit_id, month)
);
-- One row: when report_month was worked out; null before the first time.
create table report_month_state (
    only_row boolean primary key default true check (only_row),
    as_of    timestamptz
);
insert into report_month_state default values;

-- What a row of the report on consistency is about: accounts (every night at 00:05), limits and timers (00:20).
alter table consistency_report add column about varchar(10) not null default 'ACCOUNTS' check (about in ('ACCOUNTS', 'LIMITS'));
