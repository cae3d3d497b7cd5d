-- The tasks of a group, out of the index alone: lists and counts of tasks begin here (ADR 0005).
create index ix_candidate_group on act_ru_identitylink (group_id_, task_id_) where type_ = 'candidate' and task_id_ is not null;
