-- Who sees a task is known from the task itself (ADR 0005): the engine's grant rows for single tasks are of no use now.
delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*';

-- The order of Tasklist's lists. Whoever may read every task takes the first rows from here.
create index ix_task_due on act_ru_task (due_date_);
