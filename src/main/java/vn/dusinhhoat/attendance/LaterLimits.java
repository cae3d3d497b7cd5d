package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.ExtendedLimit.Effect;
import vn.dusinhhoat.attendance.OpenReportTasks.OpenReportTask;
import vn.dusinhhoat.attendance.OpenReports.LimitedReport;
import vn.dusinhhoat.attendance.OpenReports.NewLimit;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.WorkingCalendar;

/** What more time makes of limits, and the move of limit, task and timer together: for one report as for a whole commune. */
@Component
class LaterLimits {

    /** A report with its later limit; no task when it has been sent. */
    record LaterLimit(NewLimit limit, OpenReportTask task) {

        LimitedReport report() {
            return limit.report();
        }

        Effect effect() {
            if (report().submittedAt() != null) {
                return Effect.ON_TIME_AFTER_ALL;
            }
            return task.timerId() == null ? Effect.LADDER_STAYS : Effect.MOVES;
        }

        /** What was sent after the new limit too is late whatever is granted. */
        private boolean isOfUse() {
            return report().submittedAt() == null ? task != null : limit.next().isMetBy(report().submittedAt());
        }
    }

    private final OpenReports reports;
    private final OpenReportTasks tasks;
    private final AppliedExtensions applied;
    private final Deadlines deadlines;

    LaterLimits(OpenReports reports, OpenReportTasks tasks, AppliedExtensions applied, Deadlines deadlines) {
        this.reports = reports;
        this.tasks = tasks;
        this.applied = applied;
        this.deadlines = deadlines;
    }

    /** Limits of these reports that move when this is added to what gives them more time already. Nothing is stored. */
    List<LaterLimit> by(Extension more, List<LimitedReport> found, Collection<OpenReportTask> openTasks) {
        Map<Long, List<Extension>> others = applied.of(found.stream().map(LimitedReport::visitId).toList());
        Map<Long, OpenReportTask> open = openTasks.stream()
                .collect(Collectors.toMap(OpenReportTask::visitId, Function.identity(), (one, other) -> one));
        WorkingCalendar calendar = deadlines.calendar();
        List<LaterLimit> later = new ArrayList<>();
        for (LimitedReport report : found) {
            List<Extension> documents = new ArrayList<>(others.getOrDefault(report.visitId(), List.of()));
            documents.add(more);
            Limit next = calendar.after(report.from(), report.span(), documents);
            LaterLimit each = new LaterLimit(new NewLimit(report, next), report.submittedAt() == null ? open.get(report.visitId()) : null);
            if (next.lastDay().isAfter(report.limit().lastDay()) && each.isOfUse()) {
                later.add(each);
            }
        }
        return later;
    }

    /** Moves limits, tasks and timers, in the caller's transaction. */
    void move(List<LaterLimit> all) {
        reports.write(all.stream().map(LaterLimit::limit).toList());
        Map<OpenReportTask, Instant> limits = new LinkedHashMap<>();
        all.stream().filter(each -> each.task() != null).forEach(each -> limits.put(each.task(), each.limit().next().at()));
        tasks.move(limits);
    }
}
