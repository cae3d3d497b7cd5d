package vn.dusinhhoat.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.duty.VisitSchedule;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.platform.TimeZones;

/** Meetings and visits as the cycle of duties asks for them: each question one statement, however many people it is about. */
@Component
class DutyVisits implements VisitSchedule {

    /** Most cells of the province meet on this day; the visitor agrees on the date with the cell anyway. */
    private static final int USUAL_DAY = 3;
    private static final String DAY = "(v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date";
    /** Called off is neither done nor to come. */
    private static final String STANDS = "v.state in ('SCHEDULED', 'AGREED', 'MOVED', 'ATTENDED')";

    private static final String CELLS = """
            select c.id, c.meeting_day, c.meeting_time, c.valid_from, c.valid_to,
                   array_remove(array[a.id, b.id, p.id], null) as areas,
                   coalesce((select max(w.weight) from area_attribute w where w.unit_id in (c.id, a.id)
                             and w.valid_from <= :last and (w.valid_to is null or w.valid_to >= :first)), 0) as weight
            from party_unit c join party_unit a on a.id = c.parent_id left join party_unit b on b.id = a.parent_id
            left join party_unit p on p.id = b.parent_id
            where c.level = 'CELL' and c.valid_from <= :last and (c.valid_to is null or c.valid_to >= :first) and %s order by c.id""";
    private static final String BELOW = CELLS.formatted(
            "c.kind = any(:kinds) and (a.id = any(:ids) or b.id = any(:ids) or p.id = any(:ids))");
    private static final String THESE = CELLS.formatted("c.id = any(:ids)");
    private static final String CONFIRMED = """
            select cell_id, month, meeting_at from cell_meeting where cell_id = any(:cells) and month between :first and :last""";

    private static final String LAST = "select v.person_id, v.cell_id, max(" + DAY + ") from visit v where v.person_id = any(:people) and "
            + STANDS + " and v.meeting_at < :until group by v.person_id, v.cell_id";
    private static final String IN_PERIOD = "select v.person_id, v.cell_id, " + DAY + " from visit v where v.person_id = any(:people) and "
            + STANDS + " and v.meeting_at >= :from and v.meeting_at < :until";
    private static final String OF_UNITS = """
            select d.unit_id, v.cell_id, max(%1$s) from duty d join visit v on v.id = d.visit_id
            where d.unit_id = any(:units) and %2$s and v.meeting_at < :from group by d.unit_id, v.cell_id
            union all
            select d.unit_id, v.cell_id, %1$s from duty d join visit v on v.id = d.visit_id
            where d.unit_id = any(:units) and %2$s and v.meeting_at >= :from and v.meeting_at < :until""".formatted(DAY, STANDS);

    private record Row(Long id, Integer day, LocalTime time, LocalDate from, LocalDate to, List<Long> areas, int weight) {

        boolean existsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private final JdbcClient sql;
    private final VisitBatch batch;
    private final Absences absences;
    private final VisitChanges changes;

    DutyVisits(JdbcClient sql, VisitBatch batch, Absences absences, VisitChanges changes) {
        this.sql = sql;
        this.batch = batch;
        this.changes = changes;
        this.absences = absences;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cell> cellsBelow(Collection<Long> unitIds, Period period) {
        String[] kinds = Arrays.stream(UnitKind.values()).filter(UnitKind::isResidential).map(Enum::name).toArray(String[]::new);
        return withMeetings(of(sql.sql(BELOW).param("kinds", kinds), unitIds, period), period);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cell> cells(Collection<Long> cellIds, Period period) {
        return withMeetings(of(sql.sql(THESE), cellIds, period), period);
    }

    private static List<Row> of(JdbcClient.StatementSpec statement, Collection<Long> ids, Period period) {
        return statement.param("ids", ids.toArray(Long[]::new)).param("first", period.firstDay()).param("last", period.lastDay())
                .query((row, n) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getObject(2, Integer.class), row.getObject(3, LocalTime.class), row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class), List.of((Long[]) row.getArray(6).getArray()), row.getInt(7));
    }

    private List<Cell> withMeetings(List<Row> rows, Period period) {
        Map<Long, Map<YearMonth, LocalDateTime>> confirmed = confirmed(rows.stream().map(Row::id).toArray(Long[]::new), period);
        return rows.stream().map(row -> {
            List<LocalDateTime> meetings = new ArrayList<>();
            for (YearMonth month = period.first(); !month.atDay(1).isAfter(period.lastDay()); month = month.plusMonths(1)) {
                LocalDateTime meeting = confirmed.getOrDefault(row.id(), Map.of()).get(month);
                meetings.add(meeting != null ? meeting : MeetingDays.usual(month, row.day() == null ? USUAL_DAY : row.day(), row.time()));
            }
            return new Cell(row.id(), row.areas(), row.weight(), meetings.stream().filter(meeting -> row.existsOn(meeting.toLocalDate())).toList());
        }).toList();
    }

    private Map<Long, Map<YearMonth, LocalDateTime>> confirmed(Long[] cells, Period period) {
        Map<Long, Map<YearMonth, LocalDateTime>> confirmed = new HashMap<>();
        sql.sql(CONFIRMED).param("cells", cells).param("first", period.firstDay()).param("last", period.lastDay()).query(row -> {
            confirmed.computeIfAbsent(row.getLong(1), cell -> new HashMap<>()).put(YearMonth.from(row.getObject(2, LocalDate.class)),
                    row.getObject(3, OffsetDateTime.class).atZoneSameInstant(TimeZones.VIETNAM).toLocalDateTime());
        });
        return confirmed;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Visited> lastVisitsOf(Collection<Long> personIds, Period period) {
        return visited(LAST, personIds, period);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Visited> visitsIn(Collection<Long> personIds, Period period) {
        return visited(IN_PERIOD, personIds, period);
    }

    private List<Visited> visited(String statement, Collection<Long> people, Period period) {
        return sql.sql(statement).param("people", people.toArray(Long[]::new)).param("from", startOf(period)).param("until", startOf(period.next()))
                .query((row, n) -> new Visited(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class))).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UnitVisit> visitsFor(Collection<Long> unitIds, Period period) {
        return sql.sql(OF_UNITS).param("units", unitIds.toArray(Long[]::new)).param("from", startOf(period)).param("until", startOf(period.next()))
                .query((row, n) -> new UnitVisit(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class))).list();
    }

    @Override
    public List<Long> schedule(List<Planned> visits) {
        return batch.schedule(visits);
    }

    @Override
    public void follow(Long visitId, Long cellId, Instant meetingAt) {
        changes.followPlan(visitId, cellId, meetingAt);
    }

    @Override
    public void giveUp(Long visitId) {
        changes.giveUp(visitId);
    }

    @Override
    public List<Long> absentOnes() {
        return absences.plannedDuringAbsences();
    }

    @Override
    public void applyAbsence(Long visitId) {
        absences.applyEntries(visitId);
    }

    private static OffsetDateTime startOf(Period period) {
        return period.firstDay().atStartOfDay(TimeZones.VIETNAM).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
