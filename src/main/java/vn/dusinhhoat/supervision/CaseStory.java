package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.BoardView.RowView;

/** The story of a limit: which rule set it, who moved it and why, what has been done, what comes next. */
@Service
@Transactional(readOnly = true)
public class CaseStory {

    private static final String CASE = """
            select c.id_, c.proc_def_id_, c.business_key_, c.tenant_id_, u.name from act_ru_execution c left join party_unit u on u.code = c.tenant_id_
            where c.id_ = :case and c.id_ = c.proc_inst_id_ %s""";
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
    private final Organization organization;
    private final JdbcClient sql;
    private final Clock clock;

    CaseStory(BoardTables tables, RowViews rowViews, Kinds kinds, ComingSteps coming, Organization organization, JdbcClient sql, Clock clock) {
        this.tables = tables;
        this.rowViews = rowViews;
        this.kinds = kinds;
        this.coming = coming;
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
                    rows.stream().map(row -> limit(found, row)).toList(), facts(found), coming.of(found.id(), found.definitionId()));
        });
    }

    private Optional<Case> find(Sight sight, String instanceId) {
        return sql.sql(CASE.formatted(sight.everything() ? "" : "and c.tenant_id_ = any(:units)")).param("case", instanceId)
                .param("units", sight.units().toArray(String[]::new))
                .query((row, n) -> new Case(row.getString(1), row.getString(2), row.getString(3), row.getString(5))).optional();
    }

    /** Whose case it is: their lateness may not be for the caller to see, also while the work is somebody else's. */
    private boolean isSeen(Sight sight, Case found) {
        return knowing(found).flatMap(known -> known.owner(processOf(found), subjectId(found))).filter(sight.hidden()::contains).isEmpty();
    }

    /** Empty too for a case without a subject. */
    private Optional<WatchedTasks> knowing(Case found) {
        return found.businessKey() == null ? Optional.empty() : kinds.knowing(processOf(found));
    }

    private static String processOf(Case found) {
        return Kinds.processOf(found.definitionId());
    }

    private static Long subjectId(Case found) {
        return Long.valueOf(found.businessKey());
    }

    private Subject subject(Case found) {
        return knowing(found).map(known -> known.subjects(processOf(found), Set.of(subjectId(found))).get(subjectId(found))).orElse(Subject.of(null));
    }

    private Limit limit(Case found, RowView row) {
        String reason = knowing(found).flatMap(known -> known.limitReason(new WatchedTask(row.taskId(), row.process(), row.element(), subjectId(found))))
                .orElseGet(() -> kinds.documentation(row.definitionId(), row.element()));
        return new Limit(row.taskId(), row.element(), row.kindLabel(), row.dueAt(), row.late(), row.dueText(), reason, row.who(), row.isBody(),
                row.holder(), row.step(), row.stepLabel(), row.actions());
    }

    private List<Fact> facts(Case found) {
        List<WatchedTasks.Event> events = knowing(found).map(known -> known.events(processOf(found), subjectId(found))).orElse(List.of());
        Map<String, String> names = organization.namesOfUsers(events.stream().map(WatchedTasks.Event::actor).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return events.stream().map(event -> new Fact(event.at().atZone(TimeZones.VIETNAM).toOffsetDateTime(),
                event.actor() == null ? "Hệ thống" : names.containsKey(event.actor()) ? "Đồng chí " + names.get(event.actor()) : "Quản trị hệ thống",
                event.kind(), event.text())).toList();
    }
}
