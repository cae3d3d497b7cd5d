package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.ExtendedLimit.Effect;
import vn.dusinhhoat.attendance.LaterLimits.LaterLimit;
import vn.dusinhhoat.attendance.OpenReports.LimitedReport;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** More time for one report ("Gia hạn"): limit, task and timer move together, as with a document for whole communes (C10). */
@Service
public class GrantedTime {

    private static final String REPORT = """
            from report r join visit v on v.id = r.visit_id
            where v.id = ? and r.limit_at is not null and r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM')""";

    /**
     * A limit that moves.
     *
     * @param explanation sentence of the new limit
     */
    public record Moved(LocalDate from, LocalDate to, String explanation, Effect effect) {
    }

    private final OpenReports reports;
    private final OpenReportTasks tasks;
    private final LaterLimits later;
    private final Deadlines deadlines;
    private final JdbcClient sql;
    private final Clock clock;

    GrantedTime(OpenReports reports, OpenReportTasks tasks, LaterLimits later, Deadlines deadlines, JdbcClient sql, Clock clock) {
        this.reports = reports;
        this.tasks = tasks;
        this.later = later;
        this.deadlines = deadlines;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What would become of the limit, by what is known now. Nothing is stored.
     *
     * @param more with who grants it, as in a sentence, in the place of the document
     * @throws RuleViolation when the report does not wait to be sent, or the limit would not be later or be over
     */
    @Transactional(readOnly = true)
    public Moved preview(Long visitId, Extension more) {
        return moved(laterLimit(visitId, more, ""));
    }

    /**
     * Moves the stored limit, the task and its timer, and keeps what was granted: whatever moves the limit later adds to it.
     *
     * @param actor  user id of who grants it
     * @param reason Vietnamese
     * @throws RuleViolation as {@link #preview}; nothing is stored
     */
    @Transactional
    public Moved grant(Long visitId, Extension more, String actor, String reason) {
        deadlines.waitForChange();
        LaterLimit limit = laterLimit(visitId, more, " for update of r");
        sql.sql("""
                insert into report_extension (visit_id, meeting_day, more_days, last_day, basis, reason, granted_by, granted_at)
                values (:visit, :meeting, :days, :last, :basis, :reason, :actor, :now)""")
                .param("visit", visitId).param("meeting", limit.report().meeting()).param("days", more.moreDays())
                .param("last", more.lastDay()).param("basis", more.document()).param("reason", reason).param("actor", actor)
                .param("now", clock.instant().atZone(TimeZones.VIETNAM).toOffsetDateTime()).update();
        later.move(List.of(limit));
        reports.note(List.of(limit.limit()), actor, VisitEvent.Kind.LIMIT_EXTENDED, move -> "Gia hạn gửi báo cáo từ "
                + OpenReports.fromTo(move, " đến ") + " theo " + more.document() + "; lý do: " + reason);
        return moved(limit);
    }

    private LaterLimit laterLimit(Long visitId, Extension more, String lock) {
        List<LimitedReport> found = reports.select(REPORT + lock, visitId);
        if (found.isEmpty()) {
            throw new RuleViolation("Báo cáo này đã gửi hoặc không còn phải gửi: tải lại danh sách.");
        }
        LaterLimit limit = later.by(more, found, tasks.of(List.of(visitId))).stream().findFirst().orElseThrow(() ->
                new RuleViolation("Hạn mới không sau hạn hiện nay (hết ngày " + WorkingCalendar.named(found.get(0).limit().lastDay())
                        + "): ghi ngày muộn hơn."));
        if (limit.limit().next().lastDay().isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("Hạn mới (hết ngày " + WorkingCalendar.named(limit.limit().next().lastDay())
                    + ") đã qua: ghi ngày từ hôm nay trở đi.");
        }
        return limit;
    }

    private static Moved moved(LaterLimit limit) {
        return new Moved(limit.report().limit().lastDay(), limit.limit().next().lastDay(), limit.limit().next().explanation(), limit.effect());
    }
}
