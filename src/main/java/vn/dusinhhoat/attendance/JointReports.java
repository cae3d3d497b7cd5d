package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Several people at the same meeting: one writes, the others say "cùng đoàn" (situations C3 and C4). Whoever reports to
 * the same body sends the same report; whoever reports to another body sends the facts of the meeting only, because that
 * body may not read what the first one was told (ruling B7).
 */
@Service
public class JointReports {

    private static final List<String> FACTS = List.of("meetingKind", "startedAt", "endedAt", "present", "required", "ownScore");
    private static final String OTHERS = """
            select o.id as visit_id, p.full_name as visitor, o.receiver_id = v.receiver_id as same_receiver, b.name as receiver
            from visit v join visit o on o.cell_id = v.cell_id and o.id <> v.id
                 and (o.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date = (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date
            join report r on r.visit_id = o.id and r.submitted_at is not null and r.joint_visit_id is null
                 and r.state in ('SUBMITTED', 'SUBMITTED_LATE', 'SUPPLEMENTED', 'RECEIVED', 'CORRECTED')
            join person p on p.id = o.person_id join body b on b.id = o.receiver_id
            where v.id = :visit and o.state = 'ATTENDED' and not (r.paper_day is not null and r.content = '{}')""";
    private static final String SHOWN = OTHERS + " order by o.id limit 20";
    private static final String ONE = OTHERS + " and o.id = :other";

    /**
     * A report that was sent about the same meeting.
     *
     * @param sameReceiver whether it went to the same body
     * @param receiver     the body it went to
     */
    public record Other(Long visitId, String visitor, boolean sameReceiver, String receiver) {
    }

    private final AttendanceRepositories.Reports reports;
    private final ReportVersions versions;
    private final VisitLog log;
    private final JdbcClient sql;
    private final Clock clock;

    JointReports(AttendanceRepositories.Reports reports, ReportVersions versions, VisitLog log, JdbcClient sql, Clock clock) {
        this.reports = reports;
        this.versions = versions;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    /** Reports about the same meeting that this visit may share. */
    @Transactional(readOnly = true)
    public List<Other> othersOf(Long visitId) {
        return sql.sql(SHOWN).param("visit", visitId).query(Other.class).list();
    }

    /**
     * Takes over the other's report; the caller then sends it as their own.
     *
     * @throws RuleViolation when there is no such report of the same meeting, or the own one has been sent
     */
    @Transactional
    public void join(Long visitId, Long otherVisit, String actor) {
        Other other = sql.sql(ONE).param("visit", visitId).param("other", otherVisit).query(Other.class).optional()
                .orElseThrow(() -> new RuleViolation("Chưa có báo cáo nào của đoàn về buổi họp này: đồng chí tự ghi báo cáo."));
        Report report = reports.findForChange(visitId).filter(found -> found.state().isOpen() && found.submittedAt() == null)
                .orElseThrow(() -> new RuleViolation("Báo cáo của đồng chí đã gửi: tải lại danh sách công việc."));
        ReportAnswers whole = versions.newest(otherVisit);
        report.joint(otherVisit, other.sameReceiver() ? whole
                : factsOfMeeting(whole, "Cùng đoàn với đồng chí " + other.visitor() + "; báo cáo gửi " + other.receiver() + "."), clock.instant());
        log.record(visitId, actor, VisitEvent.Kind.JOINED, "Cùng đoàn với đồng chí " + other.visitor());
        reports.saveAndFlush(report);
    }

    /** What everybody at the meeting knows, without what the visitor wrote about it. */
    private static ReportAnswers factsOfMeeting(ReportAnswers whole, String instead) {
        ReportAnswers facts = ReportAnswers.EMPTY;
        for (String fact : FACTS) {
            facts = facts.with(fact, whole.values().get(fact));
        }
        return facts.with("recommendations", "NO").with("summary", instead);
    }
}
