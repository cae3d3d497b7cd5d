package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.OpenReportTasks.OpenReportTask;
import vn.dusinhhoat.attendance.OpenReports.LimitedReport;
import vn.dusinhhoat.attendance.OpenReports.Names;
import vn.dusinhhoat.attendance.OpenReports.NewLimit;
import vn.dusinhhoat.calendar.CalendarShift;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.OpenLimits;
import vn.dusinhhoat.organization.OrganizationFacts;

/** Limits of reports that are not sent: they follow the calendar, together with their tasks and timers. */
@Service
class LimitMoves implements OpenLimits {

    private static final String OPEN = """
            from report r join visit v on v.id = r.visit_id
            where r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM') and r.limit_at is not null order by v.id""";

    private final OpenReports reports;
    private final OpenReportTasks tasks;
    private final AppliedExtensions extensions;

    LimitMoves(OpenReports reports, OpenReportTasks tasks, AppliedExtensions extensions) {
        this.reports = reports;
        this.tasks = tasks;
        this.extensions = extensions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MovedLimit> wouldMove(CalendarShift shift) {
        Names names = reports.names();
        return moves(shift, OPEN, openTasks()).stream().filter(NewLimit::isAnotherDay)
                .map(move -> shown(move, names, hasPassed(move, shift.today()))).toList();
    }

    private static MovedLimit shown(NewLimit move, Names names, boolean kept) {
        OrganizationFacts.Cell cell = names.cellOf(move.report());
        return new MovedLimit(cell.unitCode(), cell.unitName(), names.subjectOf(move.report()), move.report().limit().lastDay(),
                move.next().lastDay(), move.next().explanation(), kept);
    }

    /** Rows are locked: who sends a report at this moment comes before or after the move, never into it. */
    @Override
    @Transactional
    public int move(CalendarShift shift, String actor, String basis) {
        Map<Long, OpenReportTask> open = openTasks();
        List<NewLimit> moves = moves(shift, OPEN + " for update of r", open).stream()
                .filter(move -> !hasPassed(move, shift.today())).toList();
        reports.write(moves);
        List<NewLimit> toAnotherDay = moves.stream().filter(NewLimit::isAnotherDay).toList();
        reports.note(toAnotherDay, actor, VisitEvent.Kind.LIMIT_MOVED,
                move -> "Dời hạn gửi báo cáo từ " + OpenReports.fromTo(move, " sang ") + " theo " + basis);
        Map<OpenReportTask, Instant> limits = new LinkedHashMap<>();
        toAnotherDay.forEach(move -> limits.put(open.get(move.report().visitId()), move.next().at()));
        tasks.move(limits);
        return toAnotherDay.size();
    }

    private Map<Long, OpenReportTask> openTasks() {
        return tasks.all().stream().collect(Collectors.toMap(OpenReportTask::visitId, Function.identity(), (one, other) -> one));
    }

    private static boolean hasPassed(NewLimit move, LocalDate today) {
        return move.report().limit().lastDay().isBefore(today);
    }

    /** Also where only the reason changes: a day was confirmed, or has another name. */
    private List<NewLimit> moves(CalendarShift shift, String statement, Map<Long, OpenReportTask> open) {
        List<LimitedReport> all = reports.select(statement);
        Map<Long, List<Extension>> documents = extensions.of(all.stream().map(LimitedReport::visitId).toList());
        List<NewLimit> moves = new ArrayList<>();
        for (LimitedReport report : all) {
            OpenReportTask task = open.get(report.visitId());
            Limit next = task == null ? report.limit() : shift.newLimit(report.from(), task.span(),
                    documents.getOrDefault(report.visitId(), List.of()), report.limit());
            if (!Objects.equals(next, report.limit())) {
                moves.add(new NewLimit(report, next));
            }
        }
        return moves;
    }
}
