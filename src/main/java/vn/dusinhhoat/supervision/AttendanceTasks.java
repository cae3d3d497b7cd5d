package vn.dusinhhoat.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.attendance.ExtendedLimit.Effect;
import vn.dusinhhoat.attendance.GrantedTime;
import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.attendance.SupervisedVisits;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.platform.TimeZones;

/** Tasks about visits and their reports. The tables are read directly: a page has to be one statement. */
@Component
class AttendanceTasks implements WatchedTasks {

    static final String REPORT = "REPORT";
    static final String ABSENCE = "ABSENCE";
    private static final String ATTENDANCE = "attendance";
    private static final String REPORTING = "attendance-report";
    private static final String CORRECTING = "report-correction";
    private static final Set<BoardAction> OF_REPORTS = EnumSet.of(BoardAction.URGE, BoardAction.EXTEND, BoardAction.EXCUSE);
    private static final Set<BoardAction> URGE = EnumSet.of(BoardAction.URGE);

    private static final List<WatchedKind> KINDS = List.of(
            new WatchedKind(REPORT, "Gửi báo cáo", REPORTING, "task_writeReportOneDay", OF_REPORTS),
            new WatchedKind(REPORT, "Gửi báo cáo", REPORTING, "task_writeReportThreeDays", OF_REPORTS),
            new WatchedKind("SUPPLEMENT", "Bổ sung báo cáo", REPORTING, "task_supplementReport", URGE),
            new WatchedKind("RECEPTION", "Tiếp nhận báo cáo", REPORTING, "task_receiveReport", Set.of()),
            new WatchedKind("CORRECTION", "Đính chính báo cáo", CORRECTING, "task_correctReport", URGE),
            new WatchedKind("RECEPTION", "Tiếp nhận báo cáo", CORRECTING, "task_receiveCorrection", Set.of()),
            new WatchedKind("AGREE_DATE", "Thống nhất thời gian với chi ủy", ATTENDANCE, "task_agreeDate", Set.of()),
            new WatchedKind(ABSENCE, "Xem xét lý do không dự", ATTENDANCE, "task_decideAbsence", EnumSet.of(BoardAction.EXCUSE)),
            new WatchedKind("OBJECTION", "Xem xét ý kiến nơi có chi bộ", ATTENDANCE, "task_considerObjection", Set.of()));

    private static final String SUBJECTS = """
            select v.id, c.name as cell, v.meeting_at, p.full_name, b.name as receiver, r.limit_reason, r.ladder_step, r.limit_at,
                   r.state in ('NOT_STARTED', 'DRAFT', 'TO_CONFIRM') as unsent, count(e.id) as urged, max(e.at) as urged_at
            from visit v join party_unit c on c.id = v.cell_id join person p on p.id = v.person_id
            left join body b on b.id = v.receiver_id left join report r on r.visit_id = v.id
            left join visit_event e on e.visit_id = v.id and e.kind = 'URGED'
            where v.id = any(:ids) group by v.id, c.id, p.id, b.id, r.visit_id""";

    /** What has to do with limits and who has what; opinions of hosts and reasons of absence are others' to read. */
    private static final Set<VisitEvent.Kind> TOLD = EnumSet.complementOf(EnumSet.of(VisitEvent.Kind.HOST_OBJECTED,
            VisitEvent.Kind.OBJECTION_DECIDED, VisitEvent.Kind.ABSENCE_REPORTED, VisitEvent.Kind.JOINED, VisitEvent.Kind.DRAFTED));
    private static final String VISITOR = "select p.user_id from visit v join person p on p.id = v.person_id where v.id = ? and p.user_id is not null";

    private final SupervisedVisits visits;
    private final GrantedTime grantedTime;
    private final VisitLog log;
    private final JdbcClient sql;
    private final Clock clock;

    AttendanceTasks(SupervisedVisits visits, GrantedTime grantedTime, VisitLog log, JdbcClient sql, Clock clock) {
        this.visits = visits;
        this.grantedTime = grantedTime;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    /** Ids of the tasks in which a report is first sent. */
    static String[] reportElements() {
        return KINDS.stream().filter(kind -> kind.code().equals(REPORT)).map(WatchedKind::element).toArray(String[]::new);
    }

    @Override
    public List<WatchedKind> kinds() {
        return KINDS;
    }

    @Override
    public Map<Long, Subject> subjects(String process, Collection<Long> ids) {
        Map<Long, Subject> subjects = new HashMap<>();
        sql.sql(SUBJECTS).param("ids", ids.toArray(Long[]::new)).query(row -> {
            subjects.put(row.getLong("id"), subject(row));
        });
        return subjects;
    }

    private Subject subject(ResultSet row) throws SQLException {
        LocalDate meeting = row.getTimestamp("meeting_at").toInstant().atZone(TimeZones.VIETNAM).toLocalDate();
        LateStep step = step(row);
        OffsetDateTime urgedAt = row.getObject("urged_at", OffsetDateTime.class);
        return new Subject("%s, họp %s, đồng chí %s".formatted(row.getString("cell"), WorkingCalendar.named(meeting), row.getString("full_name")),
                row.getString("receiver"), row.getString("limit_reason"), step == null ? null : step.name(), step == null ? null : step.label(),
                row.getInt("urged"), urgedAt == null ? null : urgedAt.atZoneSameInstant(TimeZones.VIETNAM).toOffsetDateTime());
    }

    /** Of a report that is late now: after an extension the ladder stays where it was, and nothing is late. */
    private LateStep step(ResultSet row) throws SQLException {
        String reached = row.getString("ladder_step");
        Instant limit = row.getTimestamp("limit_at") == null ? null : row.getTimestamp("limit_at").toInstant();
        boolean late = row.getBoolean("unsent") && limit != null && limit.isBefore(clock.instant());
        return late && reached != null ? LateStep.valueOf(reached) : null;
    }

    @Override
    public Optional<String> owner(String process, Long id) {
        return sql.sql(VISITOR).param(id).query(String.class).optional();
    }

    @Override
    public List<Event> events(String process, Long id) {
        return log.storyOf(id).stream().filter(event -> TOLD.contains(event.kind()))
                .map(event -> new Event(event.at(), event.actor(), event.kind().name(), text(event))).toList();
    }

    private static String text(VisitEvent event) {
        String detail = event.detail() == null ? "" : event.detail();
        return switch (event.kind()) {
            case SCHEDULED -> "Đã có lịch dự: " + detail;
            case REPORT_ROUTED -> "Nơi nhận báo cáo: " + detail;
            case REPORT_OPENED -> "Giao việc gửi báo cáo. " + detail;
            case REPORT_SUBMITTED -> "Gửi báo cáo: " + detail;
            case MORE_ASKED -> "Nơi nhận đề nghị bổ sung";
            case REPORT_RECEIVED -> detail.isEmpty() ? "Đã tiếp nhận báo cáo" : "Đã tiếp nhận báo cáo: " + detail;
            default -> detail;
        };
    }

    @Override
    public Optional<String> limitReason(WatchedTask task) {
        return Arrays.asList(reportElements()).contains(task.element())
                ? Optional.ofNullable(subjects(task.process(), List.of(task.subjectId())).get(task.subjectId())).map(Subject::reason) : Optional.empty();
    }

    @Override
    public void urge(WatchedTask task, String note, String actor) {
        visits.urge(task.subjectId(), note, actor);
    }

    @Override
    public MovedLimit preview(WatchedTask task, Extension more) {
        GrantedTime.Moved moved = grantedTime.preview(task.subjectId(), more);
        return new MovedLimit(moved.from(), moved.to(), moved.explanation(), moved.effect().name(), label(moved.effect()));
    }

    private static String label(Effect effect) {
        return switch (effect) {
            case MOVES -> "Dời hạn của việc và đồng hồ";
            case LADDER_STAYS -> "Đã quá hạn: gửi trong hạn mới thì tính đúng hạn, việc đã đôn đốc giữ nguyên";
            case ON_TIME_AFTER_ALL -> "Đã gửi: tính đúng hạn";
        };
    }

    @Override
    public void extend(WatchedTask task, Extension more, String actor, String reason) {
        grantedTime.grant(task.subjectId(), more, actor, reason);
    }

    @Override
    public void excuse(WatchedTask task, AbsenceReason reason, String note, String actor) {
        visits.excuse(task.subjectId(), reason, note, actor);
    }

    @Override
    public void handedOver(WatchedTask task, String detail, String actor) {
        visits.handedOver(task.subjectId(), detail, actor);
    }
}
