-- News of annual plans go out with the other mails.
alter table notice
    add column campaign_id bigint references plan_campaign,
    add column topic       varchar(20);
alter table notice drop constraint notice_kind_check, drop constraint notice_check, drop constraint notice_check1,
    drop constraint notice_kind_person_id_visit_id_unit_id_day_days_off_key;
alter table notice
    add constraint notice_kind_check check (kind in ('BEFORE_MEETING', 'MEETING_EVENING', 'BEFORE_LIMIT', 'AT_LIMIT', 'CLERK_DIGEST', 'PLAN_NEWS')),
    add constraint notice_about_one check (num_nonnulls(visit_id, unit_id, campaign_id) = 1),
    add constraint notice_digest_of_unit check ((kind = 'CLERK_DIGEST') = (unit_id is not null)),
    add constraint notice_news_of_campaign check ((kind = 'PLAN_NEWS') = (campaign_id is not null) and (campaign_id is null) = (topic is null)),
    add constraint notice_once unique nulls not distinct (kind, person_id, visit_id, unit_id, campaign_id, topic, day, days_off);
