package vn.dusinhhoat.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.OpenReportTasks.OpenReportTask;
import vn.dusinhhoat.calendar.CalendarShift;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.OpenLimits;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.organization.OrganizationFacts;
import vn.dusinhhoat.platform.TimeZones;

/** Limits of reports that are not sent: they follow the calendar, together with their tasks and timers. */
@Service
class LimitMoves implements OpenLimits {

    private static final int BATCH = 500;
    /** Rows are locked: who sends a report at this moment comes before or after the move, never into it. */
    private static final String OPEN = """
            select v.id, v.cell_id, v.person_id, v.meeting_at, r.limit_at, r.limit_reason
            from report r join visit v on v.id = r.visit_id
            where r.state in ('NOT_STARTED', 'DRAFT') and r.limit_at is not null order by v.id""";

    private record OpenReport(Long visitId, Long cellId, Long personId, LocalDate meeting, Limit limit) {
    }

    private record Move(OpenReport report, OpenReportTask task, Limit next) {

        boolean toAnotherDay() {
            return !next.lastDay().equals(report.limit().lastDay());
        }

        boolean hasPassed() {
            return task.timerId() == null;
        }
    }

    private final JdbcTemplate sql;
    private final OpenReportTasks tasks;
    private final OrganizationFacts organization;
    private final Clock clock;

    LimitMoves(JdbcTemplate sql, OpenReportTasks tasks, OrganizationFacts organization, Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MovedLimit> wouldMove(CalendarShift shift) {
        Map<Long, OrganizationFacts.Cell> cells = organization.cells().stream()
                .collect(Collectors.toMap(OrganizationFacts.Cell::id, Function.identity()));
        Map<Long, String> names = organization.logins(shift.today()).stream().collect(Collectors.toMap(
                OrganizationFacts.Login::personId, OrganizationFacts.Login::fullName, (one, other) -> one));
        return moves(shift, OPEN).stream().filter(Move::toAnotherDay)
                .map(move -> shown(move, cells.get(move.report().cellId()), names.get(move.report().personId()))).toList();
    }

    private static MovedLimit shown(Move move, OrganizationFacts.Cell cell, String visitor) {
        String subject = "%s, họp %s%s".formatted(cell.name(), WorkingCalendar.named(move.report().meeting()),
                visitor == null ? "" : ", đồng chí " + visitor);
        return new MovedLimit(cell.unitCode(), cell.unitName(), subject, move.report().limit().lastDay(), move.next().lastDay(),
                move.next().explanation(), move.hasPassed());
    }

    @Override
    @Transactional
    public int move(CalendarShift shift, Long changeId) {
        List<Move> moves = moves(shift, OPEN + " for update of r").stream().filter(move -> !move.hasPassed()).toList();
        write(moves);
        List<Move> toAnotherDay = moves.stream().filter(Move::toAnotherDay).toList();
        record(toAnotherDay, changeId);
        Map<OpenReportTask, Instant> limits = new LinkedHashMap<>();
        toAnotherDay.forEach(move -> limits.put(move.task(), move.next().at()));
        tasks.move(limits);
        return toAnotherDay.size();
    }

    /** Also where only the reason changes: a day was confirmed, or has another name. */
    private List<Move> moves(CalendarShift shift, String statement) {
        List<OpenReport> reports = sql.query(statement, (row, n) -> new OpenReport(row.getLong(1), row.getLong(2), row.getLong(3),
                dayOf(row.getTimestamp(4)), new Limit(dayOf(row.getTimestamp(5)), row.getString(6))));
        Map<Long, OpenReportTask> open = tasks.all().stream()
                .collect(Collectors.toMap(OpenReportTask::visitId, Function.identity(), (one, other) -> one));
        List<Move> moves = new ArrayList<>();
        for (OpenReport report : reports) {
            OpenReportTask task = open.get(report.visitId());
            Limit next = task == null ? report.limit() : shift.newLimit(report.meeting(), task.span(), report.limit());
            if (!Objects.equals(next, report.limit())) {
                moves.add(new Move(report, task, next));
            }
        }
        return moves;
    }

    private static LocalDate dayOf(Timestamp moment) {
        return moment.toInstant().atZone(TimeZones.VIETNAM).toLocalDate();
    }

    private void write(List<Move> moves) {
        sql.batchUpdate("update report set limit_at = ?, limit_reason = ?, row_version = row_version + 1 where visit_id = ?",
                moves, BATCH, (prepared, move) -> {
                    prepared.setTimestamp(1, Timestamp.from(move.next().at()));
                    prepared.setString(2, move.next().explanation());
                    prepared.setLong(3, move.report().visitId());
                });
    }

    private void record(List<Move> moves, Long changeId) {
        Timestamp now = Timestamp.from(clock.instant());
        sql.batchUpdate("insert into limit_move (visit_id, change_id, at, old_limit, new_limit, reason) values (?, ?, ?, ?, ?, ?)",
                moves, BATCH, (prepared, move) -> {
                    prepared.setLong(1, move.report().visitId());
                    prepared.setLong(2, changeId);
                    prepared.setTimestamp(3, now);
                    prepared.setTimestamp(4, Timestamp.from(move.report().limit().at()));
                    prepared.setTimestamp(5, Timestamp.from(move.next().at()));
                    prepared.setString(6, move.next().explanation());
                });
    }
}
