-- Why somebody did not attend, and who decided about it (situation C5).
alter table visit
    add column absence_reason varchar(20) check (absence_reason in ('MISSION', 'SICK', 'STUDY', 'OWN_CELL', 'COMMITTEE', 'CELL_MOVED', 'DISASTER', 'OTHER')),
    add column absence_note   varchar(500);
create index ix_visit_open on visit (person_id) where state in ('SCHEDULED', 'MOVED');
