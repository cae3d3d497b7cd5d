-- Who is urged from the board gets a mail of its own, once a day for each task; about which the task itself says.
alter table notice add column task_id varchar(64);
alter table notice drop constraint notice_kind_check, drop constraint notice_about_one, drop constraint notice_once;
alter table notice
    add constraint notice_kind_check check (kind in ('BEFORE_MEETING', 'MEETING_EVENING', 'BEFORE_LIMIT', 'AT_LIMIT', 'CLERK_DIGEST', 'PLAN_NEWS',
                                                     'URGED')),
    add constraint notice_about_one check (num_nonnulls(visit_id, unit_id, campaign_id, task_id) = 1),
    add constraint notice_urged_task check ((kind = 'URGED') = (task_id is not null)),
    add constraint notice_once unique nulls not distinct (kind, person_id, visit_id, unit_id, campaign_id, task_id, topic, day, days_off);
create index ix_notice_task on notice (task_id, day) where task_id is not null;
