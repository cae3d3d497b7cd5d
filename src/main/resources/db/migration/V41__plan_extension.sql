-- More time for one task of a plan, granted from the board. Holds for the task that began on that day: whatever moves its limit
-- later takes it into account, as report_extension for reports.
create table plan_extension (
    id              bigint generated always as identity primary key,
    campaign_id     bigint       not null references plan_campaign,
    plan_id         bigint       references member_plan,
    host_request_id bigint       references host_request,
    element         varchar(64)  not null,
    begun_on        date         not null,
    more_days       integer      check (more_days > 0),
    last_day        date,
    basis           varchar(300) not null,
    reason          varchar(500) not null,
    granted_by      varchar(64)  not null,
    granted_at      timestamptz  not null,
    check (num_nulls(more_days, last_day) = 1),
    check (num_nonnulls(plan_id, host_request_id) <= 1)
);
comment on column plan_extension.basis is 'as in a sentence: "ý kiến của Ban Tổ chức Tỉnh ủy"';
create index ix_plan_extension_campaign on plan_extension (campaign_id);
