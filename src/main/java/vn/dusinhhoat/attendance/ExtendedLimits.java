package vn.dusinhhoat.attendance;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.LaterLimits.LaterLimit;
import vn.dusinhhoat.attendance.OpenReports.Names;
import vn.dusinhhoat.attendance.OpenReports.NewLimit;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.SpecialDays;
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

    private final OpenReports reports;
    private final OpenReportTasks tasks;
    private final LaterLimits later;
    private final SpecialDays specialDays;

    ExtendedLimits(OpenReports reports, OpenReportTasks tasks, LaterLimits later, SpecialDays specialDays) {
        this.reports = reports;
        this.tasks = tasks;
        this.later = later;
        this.specialDays = specialDays;
    }

    /** Every limit that would move, by what is known now. Nothing is stored. */
    @Transactional(readOnly = true)
    public List<ExtendedLimit> wouldExtend(Long extensionId, Extension document) {
        Names names = reports.names();
        return extended(extensionId, document, "").stream().map(each -> shown(each, names)).toList();
    }

    private static ExtendedLimit shown(LaterLimit each, Names names) {
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
        List<LaterLimit> all = extended(extensionId, document, " for update of r");
        Map<Boolean, List<NewLimit>> bySent = all.stream().map(LaterLimit::limit)
                .collect(Collectors.partitioningBy(limit -> limit.report().submittedAt() != null));
        later.move(all);
        reports.countAsOnTime(bySent.get(true));
        String basis = " theo " + document.document() + "; lý do: " + reason;
        Function<NewLimit, String> sentence = limit -> "Gia hạn gửi báo cáo từ " + OpenReports.fromTo(limit, " đến ") + basis;
        reports.note(bySent.get(false), actor, VisitEvent.Kind.LIMIT_EXTENDED, sentence);
        reports.note(bySent.get(true), actor, VisitEvent.Kind.LIMIT_EXTENDED,
                limit -> sentence.apply(limit) + "; báo cáo đã gửi được tính đúng hạn");
        return new Done(bySent.get(false).size(), bySent.get(true).size());
    }

    private List<LaterLimit> extended(Long extensionId, Extension document, String lock) {
        return later.by(document, reports.select(REPORTS + lock, extensionId), tasks.all());
    }
}
