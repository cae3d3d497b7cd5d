-- What is said of the visits of who gave the opinion on the whole stands apart from what is said of the whole (ruling A5).
alter table plan_campaign add column own_opinion_note varchar(1000);
