-- Changes of the calendar: what an administrator wants, and what was changed. Limits that move with it are facts of their visits.

create table calendar_change (
    id          bigint generated always as identity primary key,
    state       varchar(20) not null check (state in ('OPEN', 'APPLYING', 'APPLIED', 'CANCELLED')),
    started_by  varchar(64) not null,
    started_at  timestamptz not null,
    decided_by  varchar(64),
    finished_at timestamptz,
    moved_count integer     not null default 0
);
-- One at a time: the second is told.
create unique index ux_calendar_change_open on calendar_change ((true)) where state in ('OPEN', 'APPLYING');

-- A day without a kind is taken out of the calendar.
create table calendar_change_day (
    change_id bigint not null references calendar_change,
    day       date   not null,
    kind      varchar(10) check (kind in ('OFF', 'WORKING')),
    name      varchar(200),
    status    varchar(20) check (status in ('OFFICIAL', 'STATUTORY', 'UNCONFIRMED')),
    source    varchar(300),
    primary key (change_id, day),
    check (num_nulls(kind, name, status, source) in (0, 4))
);

-- What a day was and became, when and by whom, kept for ever. Null: an ordinary day.
create table special_day_change (
    id        bigint generated always as identity primary key,
    change_id bigint      not null references calendar_change,
    at        timestamptz not null,
    actor     varchar(64) not null,
    day       date        not null,
    before    jsonb,
    after     jsonb,
    check (before is distinct from after)
);
create index ix_special_day_change_day on special_day_change (day, id);
create trigger special_day_change_append_only before update or delete or truncate on special_day_change
    for each statement execute function refuse_change();

-- People read the sources now.
update special_day set source = case source
    when 'Labour Code art. 112' then 'Điều 112 Bộ luật Lao động'
    when 'notice for civil servants: 8 to 14 February 2024' then 'Thông báo nghỉ Tết: 08/02 đến 14/02/2024'
    when 'notice: 25 January to 2 February 2025' then 'Thông báo nghỉ Tết: 25/01 đến 02/02/2025'
    when 'notice: 14 to 22 February 2026' then 'Thông báo nghỉ Tết: 14/02 đến 22/02/2026'
    when '10th of the 3rd lunar month' then 'Điều 112 Bộ luật Lao động; ngày 10 tháng 3 âm lịch'
    when '10th of the 3rd lunar month is Sunday 26 April 2026' then 'Ngày 10 tháng 3 âm lịch là Chủ nhật, 26/4/2026'
    when '2450/VPCP-KGVX 12/4/2024' then '2450/VPCP-KGVX ngày 12/4/2024'
    when '12729/VPCP-KGVX 25/12/2025' then '12729/VPCP-KGVX ngày 25/12/2025'
    when 'swapped with 2 May 2025' then 'Hoán đổi với thứ Sáu, 02/5/2025'
    when 'swapped with 26 April 2025' then 'Hoán đổi với thứ Bảy, 26/4/2025'
    when 'swapped with 31 August 2026' then 'Hoán đổi với thứ Hai, 31/8/2026'
    when 'swapped with 22 August 2026' then 'Hoán đổi với thứ Bảy, 22/8/2026'
    when 'ordered by 80-NQ/TW and 30/NQ-CP; the amended law was not found' then '80-NQ/TW, 30/NQ-CP; chờ luật sửa đổi'
    when 'first lunar day is Saturday 6 February 2027; the five days are fixed by a yearly notice not found'
        then 'Mồng Một là thứ Bảy, 06/02/2027; chờ thông báo ngày nghỉ'
    when '1 May 2027 is a Saturday' then 'Khoản 3 Điều 111 Bộ luật Lao động: thứ Bảy, 01/5/2027'
    when 'the second day is fixed by a yearly notice' then 'Điều 112 Bộ luật Lao động; ngày liền kề chờ thông báo'
    else source end;
