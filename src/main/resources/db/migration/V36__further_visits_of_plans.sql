-- A member may plan more visits in a period than the one that is owed (ruling A2): the duty goes to one line, further ones
-- are visits of their own, which arise when their period opens.
alter table plan_line
    add column further  boolean not null default false,
    add column visit_id bigint references visit;
alter table plan_line drop constraint plan_line_plan_id_first_day_key;
create unique index ux_plan_line_owed on plan_line (plan_id, first_day) where not further;
create unique index ux_plan_line_visit on plan_line (visit_id) where visit_id is not null and state = 'IN_FORCE';
-- Lines of a plan are looked for whether they are further ones or not.
create index ix_plan_line_plan on plan_line (plan_id, first_day);
