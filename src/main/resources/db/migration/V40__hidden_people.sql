-- Whose own lateness is not for the caller to see (ruling B5): members of a Thường trực, and who was one within 60 days, whose
-- work from before has not yet left the ladder; except to themselves and to its permanent deputy. Here, because the engine's
-- lists of tasks and cases ask it too, each in its own statement.
create function hidden_people(caller text, today date) returns table (user_id varchar) language sql stable parallel safe as $$
    with deputized as (
        select m.body_id from body_member m join person p on p.id = m.person_id
        where p.user_id = caller and plain_text(m.role) like 'pho bi thu thuong truc%'
          and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today))
    select p.user_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
    where b.kind = 'THUONG_TRUC' and p.user_id <> caller
      and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today - 60)
    group by p.user_id having not bool_or(m.body_id in (select body_id from deputized))
$$;
