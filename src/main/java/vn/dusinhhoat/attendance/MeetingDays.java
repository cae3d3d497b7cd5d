package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.MeetingRules;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** When the cells of a commune meet, confirmed by its clerk a month at a time; visits follow (ruling B3, C20, C23). */
@Service
public class MeetingDays {

    private static final LocalTime USUAL_TIME = LocalTime.of(19, 30);
    private static final int FARTHEST_MONTHS = 6;

    private static final String CELLS = """
            select c.id, c.name, u.name as commune, c.meeting_day, c.meeting_time, m.meeting_at,
                   (select count(*) from visit v where v.cell_id = c.id and v.state in ('SCHEDULED', 'AGREED', 'MOVED')
                    and v.meeting_at >= :from and v.meeting_at < :until) as visits
            from party_unit c join party_unit u on u.id = c.parent_id left join cell_meeting m on m.cell_id = c.id and m.month = :month
            where c.level = 'CELL' and (c.valid_to is null or c.valid_to >= :month) and u.level = 'COMMUNE' and exists (
                select 1 from body b join body_member x on x.body_id = b.id join person p on p.id = x.person_id
                where b.unit_id = u.id and b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :user
                  and x.valid_from <= :day and (x.valid_to is null or x.valid_to >= :day) and (p.ended_on is null or p.ended_on >= :day))
            order by u.name collate vietnamese, c.name collate vietnamese, c.id""";

    private static final String WAITING = """
            select id, meeting_at from visit where cell_id = :cell and state in ('SCHEDULED', 'AGREED', 'MOVED')
            and meeting_at >= :from and meeting_at < :until order by id""";

    /** Two visits on one day, or one on the evening of the visitor's own cell. */
    private static final String CLASHES = """
            select p.full_name as visitor, c.name as cell, v.meeting_at, o.name as other
            from visit v join person p on p.id = v.person_id join party_unit c on c.id = v.cell_id
            join lateral (
                select oc.name from visit w join party_unit oc on oc.id = w.cell_id
                where w.person_id = v.person_id and w.id <> v.id and w.state in ('SCHEDULED', 'AGREED', 'MOVED')
                  and (w.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date = (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date
                union
                select h.name from cell_meeting m join party_unit h on h.id = m.cell_id where m.cell_id = p.home_cell_id
                  and (m.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date = (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date) o on true
            where v.cell_id = any(:cells) and v.state in ('SCHEDULED', 'AGREED', 'MOVED') and v.meeting_at >= :from
            order by v.meeting_at, p.full_name collate vietnamese, v.id limit 200""";

    /**
     * A cell in a month.
     *
     * @param meetingDay  usual day of the month; null when none is known
     * @param meetingAt   as confirmed; null before
     * @param visits      still to come in this month
     */
    public record CellMonth(Long id, String name, String commune, Integer meetingDay, LocalTime meetingTime, OffsetDateTime meetingAt,
                            int visits) {

        /** What the grid shows before anybody has typed: as confirmed, else by the usual day; null when nothing is known. */
        public LocalDateTime proposed(YearMonth month) {
            if (meetingAt != null) {
                return meetingAt.atZoneSameInstant(TimeZones.VIETNAM).toLocalDateTime();
            }
            return meetingDay == null ? null : usual(month, meetingDay, meetingTime);
        }
    }

    /** When a cell meets; date and time in Vietnam. */
    public record CellDay(Long cellId, LocalDateTime meetingAt) {
    }

    /** Somebody who cannot be at both places. */
    public record Clash(String visitor, String cell, OffsetDateTime meetingAt, String other) {
    }

    /** @param moved visits that take place at another time now */
    public record Outcome(int moved, List<Clash> clashes) {
    }

    private record Waiting(Long id, OffsetDateTime meetingAt) {
    }

    private final JdbcClient sql;
    private final MeetingRules usualDays;
    private final VisitChanges changes;
    private final Clock clock;

    MeetingDays(JdbcClient sql, MeetingRules usualDays, VisitChanges changes, Clock clock) {
        this.sql = sql;
        this.usualDays = usualDays;
        this.changes = changes;
        this.clock = clock;
    }

    /** Cells of the communes whose board or office the user works in; empty for others. */
    @Transactional(readOnly = true)
    public List<CellMonth> cells(String userId, YearMonth month) {
        return sql.sql(CELLS).param("user", userId).param("day", LocalDate.now(clock)).param("month", month.atDay(1))
                .param("from", startOf(month)).param("until", startOf(month.plusMonths(1))).query(CellMonth.class).list();
    }

    /**
     * Confirms when cells meet in a month; visits of the month follow.
     *
     * @throws RuleViolation when a cell is not the user's, a day is not in the month, or the month is past or far ahead;
     *                       then nothing is stored
     */
    @Transactional
    public Outcome confirm(String userId, YearMonth month, List<CellDay> days) {
        YearMonth now = YearMonth.now(clock);
        if (month.isBefore(now) || month.isAfter(now.plusMonths(FARTHEST_MONTHS))) {
            throw new RuleViolation("Chỉ xác nhận lịch từ tháng này đến 06 tháng tới.");
        }
        Map<Long, CellMonth> own = cells(userId, month).stream().collect(Collectors.toMap(CellMonth::id, Function.identity()));
        int moved = 0;
        for (CellDay day : days) {
            CellMonth cell = own.get(day.cellId());
            if (cell == null) {
                throw new NotFound("Có chi bộ không thuộc xã, phường của đồng chí: tải lại trang.");
            }
            if (day.meetingAt() == null || !YearMonth.from(day.meetingAt()).equals(month)) {
                throw new RuleViolation(cell.name() + ": đề nghị ghi ngày, giờ họp trong tháng " + month.getMonthValue() + "/" + month.getYear() + ".");
            }
            moved += store(day, month, userId);
        }
        return new Outcome(moved, clashes(own.keySet().toArray(Long[]::new)));
    }

    /**
     * The cell meets on another day of the month from now on; visits of months that nobody has confirmed yet follow.
     *
     * @throws RuleViolation when the cell is not the user's or there is no such day
     */
    @Transactional
    public Outcome changeUsualDay(String userId, Long cellId, int day, LocalTime time) {
        YearMonth now = YearMonth.now(clock);
        if (cells(userId, now).stream().noneMatch(cell -> cell.id().equals(cellId))) {
            throw new NotFound("Chi bộ này không thuộc xã, phường của đồng chí: tải lại trang.");
        }
        usualDays.change(cellId, day, time);
        List<LocalDate> confirmed = sql.sql("select month from cell_meeting where cell_id = ?").param(cellId).query(LocalDate.class).list();
        Instant from = clock.instant();
        int moved = 0;
        for (Waiting visit : waiting(cellId, from.atOffset(ZoneOffset.UTC), startOf(now.plusMonths(24)))) {
            YearMonth month = YearMonth.from(visit.meetingAt().atZoneSameInstant(TimeZones.VIETNAM));
            Instant usual = usual(month, day, time).atZone(TimeZones.VIETNAM).toInstant();
            if (!confirmed.contains(month.atDay(1)) && usual.isAfter(from) && changes.followCell(visit.id(), usual, userId)) {
                moved++;
            }
        }
        return new Outcome(moved, clashes(cellId));
    }

    private int store(CellDay day, YearMonth month, String userId) {
        Instant meetingAt = day.meetingAt().atZone(TimeZones.VIETNAM).toInstant();
        sql.sql("""
                insert into cell_meeting (cell_id, month, meeting_at, confirmed_at, confirmed_by) values (:cell, :month, :at, :now, :by)
                on conflict (cell_id, month) do update set meeting_at = :at, confirmed_at = :now, confirmed_by = :by""")
                .param("cell", day.cellId()).param("month", month.atDay(1)).param("at", meetingAt.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("by", userId).update();
        return (int) waiting(day.cellId(), startOf(month), startOf(month.plusMonths(1))).stream()
                .filter(visit -> changes.followCell(visit.id(), meetingAt, userId)).count();
    }

    private List<Waiting> waiting(Long cellId, OffsetDateTime from, OffsetDateTime until) {
        return sql.sql(WAITING).param("cell", cellId).param("from", from).param("until", until).query(Waiting.class).list();
    }

    private List<Clash> clashes(Long... cells) {
        return sql.sql(CLASHES).param("cells", cells).param("from", clock.instant().atOffset(ZoneOffset.UTC)).query(Clash.class).list();
    }

    static LocalDateTime usual(YearMonth month, int day, LocalTime time) {
        return month.atDay(Math.min(day, month.lengthOfMonth())).atTime(time == null ? USUAL_TIME : time);
    }

    private static OffsetDateTime startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
