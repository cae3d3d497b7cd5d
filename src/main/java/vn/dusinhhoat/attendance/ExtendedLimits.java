package vn.dusinhhoat.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.ExtendedLimit.Effect;
import vn.dusinhhoat.attendance.OpenReportTasks.OpenReportTask;
import vn.dusinhhoat.attendance.OpenReports.LimitedReport;
import vn.dusinhhoat.attendance.OpenReports.Names;
import vn.dusinhhoat.attendance.OpenReports.NewLimit;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.SpecialDays;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.organization.OrganizationFacts;

/** Limits that a document moves, with all that hangs on them (situation C10, ADR 0002). */
@Service
public class ExtendedLimits {

    private static final String REPORTS = AppliedExtensions.COVERED + """
            join report r on r.visit_id = v.id
            where e.id = ? and %s and r.limit_at is not null
              and (r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM') or r.on_time = false) order by v.id""".formatted(AppliedExtensions.IN_REACH);

    /** What an extension did. */
    public record Done(int extended, int onTimeAfterAll) {
    }

    /** A report with its new limit; no task when it has been sent. */
    private record Extended(NewLimit limit, OpenReportTask task) {

        LimitedReport report() {
            return limit.report();
        }

        Effect effect() {
            if (report().submittedAt() != null) {
                return Effect.ON_TIME_AFTER_ALL;
            }
            return task.timerId() == null ? Effect.LADDER_STAYS : Effect.MOVES;
        }
    }

    private final OpenReports reports;
    private final OpenReportTasks tasks;
    private final AppliedExtensions applied;
    private final Deadlines deadlines;
    private final SpecialDays specialDays;

    ExtendedLimits(OpenReports reports, OpenReportTasks tasks, AppliedExtensions applied, Deadlines deadlines,
                   SpecialDays specialDays) {
        this.reports = reports;
        this.tasks = tasks;
        this.applied = applied;
        this.deadlines = deadlines;
        this.specialDays = specialDays;
    }

    /** Every limit that would move, by what is known now. Nothing is stored. */
    @Transactional(readOnly = true)
    public List<ExtendedLimit> wouldExtend(Long extensionId, Extension document) {
        Names names = reports.names();
        return extended(extensionId, document, "").stream().map(each -> shown(each, names)).toList();
    }

    private static ExtendedLimit shown(Extended each, Names names) {
        OrganizationFacts.Cell cell = names.cellOf(each.report());
        return new ExtendedLimit(cell.unitCode(), cell.unitName(), names.subjectOf(each.report()),
                each.report().limit().lastDay(), each.limit().next().lastDay(), each.limit().next().explanation(), each.effect());
    }

    /** From here to the end of the transaction no report gets its first limit: what is there now is all there is. */
    @Transactional
    public void holdNewLimits() {
        specialDays.holdNewLimits();
    }

    /**
     * Moves stored limits, tasks and timers, in the caller's transaction.
     *
     * @param actor  user id of who decided
     * @param reason as given with the document
     */
    @Transactional
    public Done extend(Long extensionId, Extension document, String actor, String reason) {
        List<Extended> all = extended(extensionId, document, " for update of r");
        Map<Boolean, List<NewLimit>> bySent = all.stream().map(Extended::limit)
                .collect(Collectors.partitioningBy(limit -> limit.report().submittedAt() != null));
        reports.write(all.stream().map(Extended::limit).toList());
        reports.countAsOnTime(bySent.get(true));
        String basis = " theo " + document.document() + "; lý do: " + reason;
        Function<NewLimit, String> sentence = limit -> "Gia hạn gửi báo cáo từ " + OpenReports.fromTo(limit, " đến ") + basis;
        reports.note(bySent.get(false), actor, VisitEvent.Kind.LIMIT_EXTENDED, sentence);
        reports.note(bySent.get(true), actor, VisitEvent.Kind.LIMIT_EXTENDED,
                limit -> sentence.apply(limit) + "; báo cáo đã gửi được tính đúng hạn");
        Map<OpenReportTask, Instant> limits = new LinkedHashMap<>();
        all.stream().filter(each -> each.task() != null).forEach(each -> limits.put(each.task(), each.limit().next().at()));
        tasks.move(limits);
        return new Done(bySent.get(false).size(), bySent.get(true).size());
    }

    private List<Extended> extended(Long extensionId, Extension document, String lock) {
        List<LimitedReport> found = reports.select(REPORTS + lock, extensionId);
        Map<Long, List<Extension>> others = applied.of(found.stream().map(LimitedReport::visitId).toList());
        Map<Long, OpenReportTask> open = tasks.all().stream()
                .collect(Collectors.toMap(OpenReportTask::visitId, Function.identity(), (one, other) -> one));
        WorkingCalendar calendar = deadlines.calendar();
        List<Extended> extended = new ArrayList<>();
        for (LimitedReport report : found) {
            List<Extension> documents = new ArrayList<>(others.getOrDefault(report.visitId(), List.of()));
            documents.add(document);
            Limit next = calendar.after(report.from(), report.span(), documents);
            Extended each = new Extended(new NewLimit(report, next), report.submittedAt() == null ? open.get(report.visitId()) : null);
            if (next.lastDay().isAfter(report.limit().lastDay()) && isOfUse(each)) {
                extended.add(each);
            }
        }
        return extended;
    }

    /** What was sent after the new limit too is late whatever the document says. */
    private static boolean isOfUse(Extended each) {
        return each.report().submittedAt() == null ? each.task() != null : each.limit().next().isMetBy(each.report().submittedAt());
    }
}
