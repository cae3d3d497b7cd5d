-- What the system makes late says so: the day it was made, beside the meeting and the days off.
alter table report alter column limit_reason type varchar(700);
