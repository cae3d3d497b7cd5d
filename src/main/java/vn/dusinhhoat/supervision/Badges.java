package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How late the tasks of one version of a diagram are, by activity, as far as somebody sees. */
@Service
@Transactional(readOnly = true)
public class Badges {

    private static final String COUNTED = """
            select t.task_def_key_, count(*), count(*) filter (where t.due_date_ < :now),
                   count(*) filter (where t.due_date_ >= :now and t.due_date_ < :until), min(t.due_date_), min(t.create_time_)
            from act_ru_task t where t.proc_def_id_ = :definition and t.due_date_ is not null and %s
            group by t.task_def_key_ order by t.task_def_key_""";

    /**
     * Open tasks of an activity.
     *
     * @param lateDays    how many whole days the latest one is late; 0 when none is
     * @param waitingDays how many whole days the oldest one waits
     */
    public record Badge(String element, String name, int waiting, int late, int soon, OffsetDateTime oldestDueAt, long lateDays,
                        OffsetDateTime waitingSince, long waitingDays) {
    }

    private final Kinds kinds;
    private final JdbcClient sql;
    private final Clock clock;

    Badges(Kinds kinds, JdbcClient sql, Clock clock) {
        this.kinds = kinds;
        this.sql = sql;
        this.clock = clock;
    }

    /** One for each activity with open tasks; none for a diagram that is not there. */
    public List<Badge> of(Sight sight, String definitionId) {
        BoardSpan span = BoardSpan.at(clock);
        return sql.sql(COUNTED.formatted(BoardTables.seenBy(sight))).param("definition", definitionId)
                .param("units", sight.units().toArray(String[]::new)).param("bodies", kinds.elementsOfBodies())
                .param("hidden", sight.hidden().toArray(String[]::new)).param("now", span.nowInEngine()).param("until", span.untilInEngine())
                .query((row, n) -> badge(definitionId, row.getString(1), new int[] {row.getInt(2), row.getInt(3), row.getInt(4)},
                        BoardTables.moment(row, 5), BoardTables.moment(row, 6), span.today())).list();
    }

    private Badge badge(String definitionId, String element, int[] counts, OffsetDateTime oldestDue, OffsetDateTime since, LocalDate today) {
        return new Badge(element, kinds.drawnName(definitionId, element), counts[0], counts[1], counts[2], oldestDue,
                counts[1] == 0 ? 0 : ChronoUnit.DAYS.between(oldestDue.toLocalDate(), today), since,
                ChronoUnit.DAYS.between(since.toLocalDate(), today));
    }
}
