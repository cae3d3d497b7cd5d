package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.BoardView.RowView;

/** The story of a limit: which rule set it, who moved it and why, what has been done, what comes next. */
@Service
@Transactional(readOnly = true)
public class CaseStory {

    /** What has to do with limits and who has what; opinions of hosts and reasons of absence are others' to read. */
    private static final Set<VisitEvent.Kind> TOLD = EnumSet.complementOf(EnumSet.of(VisitEvent.Kind.HOST_OBJECTED,
            VisitEvent.Kind.OBJECTION_DECIDED, VisitEvent.Kind.ABSENCE_REPORTED, VisitEvent.Kind.JOINED, VisitEvent.Kind.DRAFTED));
    private static final String CASE = """
            select c.id_, c.proc_def_id_, c.business_key_, c.tenant_id_, u.name from act_ru_execution c left join party_unit u on u.code = c.tenant_id_
            where c.id_ = :case and c.id_ = c.proc_inst_id_ %s""";
    /** Whose case it is: their lateness may not be for the caller to see, also while the work is somebody else's. */
    private static final String VISITOR = "select p.user_id from visit v join person p on p.id = v.person_id where v.id = ?";

    private record Case(String id, String definitionId, String businessKey, String unitName) {
    }

    /**
     * A case, for who looks at its diagram.
     *
     * @param limits what is open, with the sentence of each limit
     * @param taken  what has happened, oldest first
     * @param coming what happens next if nothing is done, soonest first
     */
    public record Story(String title, String unitName, List<Limit> limits, List<Fact> taken, List<ComingSteps.Step> coming) {
    }

    /** @param reason where the limit comes from: the rule, the meeting, what moved it */
    public record Limit(String taskId, String element, String kindLabel, OffsetDateTime dueAt, boolean late, String dueText, String reason,
                        String who, boolean isBody, String holder, String step, String stepLabel, Set<BoardAction> actions) {
    }

    /** Something that happened. */
    public record Fact(OffsetDateTime at, String who, String kind, String text) {
    }

    private final BoardTables tables;
    private final RowViews rowViews;
    private final Kinds kinds;
    private final ComingSteps coming;
    private final VisitLog visits;
    private final Organization organization;
    private final JdbcClient sql;
    private final Clock clock;

    CaseStory(BoardTables tables, RowViews rowViews, Kinds kinds, ComingSteps coming, VisitLog visits, Organization organization, JdbcClient sql,
              Clock clock) {
        this.tables = tables;
        this.rowViews = rowViews;
        this.kinds = kinds;
        this.coming = coming;
        this.visits = visits;
        this.organization = organization;
        this.sql = sql;
        this.clock = clock;
    }

    /** The story; empty when the case is not there, or not for the caller to see. */
    public Optional<Story> of(Sight sight, String instanceId) {
        return find(sight, instanceId).filter(found -> isSeen(sight, found)).map(found -> {
            List<RowView> rows = rowViews.of(sight, BoardSpan.at(clock), tables.tasksOfCase(sight, BoardSpan.at(clock), instanceId));
            Subject subject = subject(found);
            return new Story(subject.sentence() == null ? kinds.processName(found.definitionId()) : subject.sentence(), found.unitName(),
                    rows.stream().map(row -> limit(row, subject)).toList(), facts(found), coming.of(found.id(), found.definitionId()));
        });
    }

    private Optional<Case> find(Sight sight, String instanceId) {
        return sql.sql(CASE.formatted(sight.everything() ? "" : "and c.tenant_id_ = any(:units)")).param("case", instanceId)
                .param("units", sight.units().toArray(String[]::new))
                .query((row, n) -> new Case(row.getString(1), row.getString(2), row.getString(3), row.getString(5))).optional();
    }

    private boolean isSeen(Sight sight, Case found) {
        return !isAboutVisit(found) || sql.sql(VISITOR).param(Long.valueOf(found.businessKey())).query(String.class).optional()
                .filter(visitor -> !sight.hidden().contains(visitor)).isPresent();
    }

    private static boolean isAboutVisit(Case found) {
        return found.businessKey() != null && AttendanceTasks.isAboutVisits(Kinds.processOf(found.definitionId()));
    }

    private Subject subject(Case found) {
        if (found.businessKey() == null) {
            return Subject.of(null);
        }
        Long id = Long.valueOf(found.businessKey());
        return kinds.subjects(Kinds.processOf(found.definitionId()), Set.of(id)).getOrDefault(id, Subject.of(null));
    }

    private Limit limit(RowView row, Subject subject) {
        String reason = row.kind().equals(AttendanceTasks.REPORT) ? subject.reason() : kinds.documentation(row.definitionId(), row.element());
        return new Limit(row.taskId(), row.element(), row.kindLabel(), row.dueAt(), row.late(), row.dueText(), reason, row.who(), row.isBody(),
                row.holder(), row.step(), row.stepLabel(), row.actions());
    }

    private List<Fact> facts(Case found) {
        if (!isAboutVisit(found)) {
            return List.of();
        }
        List<VisitEvent> events = visits.storyOf(Long.valueOf(found.businessKey())).stream().filter(event -> TOLD.contains(event.kind())).toList();
        Map<String, String> names = organization.namesOfUsers(events.stream().map(VisitEvent::actor).filter(Objects::nonNull).collect(Collectors.toSet()));
        return events.stream().map(event -> new Fact(event.at().atZone(TimeZones.VIETNAM).toOffsetDateTime(),
                event.actor() == null ? "Hệ thống" : names.containsKey(event.actor()) ? "Đồng chí " + names.get(event.actor()) : "Quản trị hệ thống",
                event.kind().name(), text(event))).toList();
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
}
