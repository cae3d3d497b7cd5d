package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.planning.OpenPlanTasks.Of;
import vn.dusinhhoat.planning.OpenPlanTasks.OpenPlanTask;
import vn.dusinhhoat.planning.OpenPlanTasks.PlanTask;

/** More time that was granted to tasks of plans; it goes on to hold when the calendar changes. */
@Component
class PlanExtensions {

    private static final String GRANTED = """
            select case when plan_id is not null then 'MEMBER' when host_request_id is not null then 'HOST' else 'CAMPAIGN' end,
                   coalesce(plan_id, host_request_id, campaign_id), element, begun_on, more_days, last_day, basis
            from plan_extension where plan_id = any(:plans) or host_request_id = any(:requests)
              or campaign_id = any(:campaigns) and plan_id is null and host_request_id is null order by id""";
    private static final String GRANT = """
            insert into plan_extension (campaign_id, plan_id, host_request_id, element, begun_on, more_days, last_day, basis, reason, granted_by, granted_at)
            values (:campaign, :plan, :request, :element, :begun, :days, :last, :basis, :reason, :actor, :now)""";

    /** A task that came twice in one case has had its time for the first time only. */
    private record Begun(PlanTask task, LocalDate on) {

        static Begun of(OpenPlanTask open) {
            return new Begun(open.task(), open.from());
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    PlanExtensions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What these tasks were granted, in the order in which they were; by task id, only of those that were granted any. */
    Map<String, List<Extension>> of(Collection<OpenPlanTask> open) {
        Map<Begun, List<Extension>> all = new HashMap<>();
        sql.sql(GRANTED).param("plans", keys(open, Of.MEMBER)).param("requests", keys(open, Of.HOST)).param("campaigns", keys(open, Of.CAMPAIGN)).query(row -> {
            all.computeIfAbsent(new Begun(new PlanTask(Of.valueOf(row.getString(1)), row.getLong(2), row.getString(3)), row.getObject(4, LocalDate.class)),
                    begun -> new ArrayList<>()).add(new Extension(row.getObject(5, Integer.class), row.getObject(6, LocalDate.class), row.getString(7)));
        });
        return open.stream().filter(each -> all.containsKey(Begun.of(each)))
                .collect(Collectors.toMap(OpenPlanTask::taskId, each -> all.get(Begun.of(each))));
    }

    private static Long[] keys(Collection<OpenPlanTask> open, Of of) {
        return open.stream().filter(each -> each.of() == of).map(OpenPlanTask::key).toArray(Long[]::new);
    }

    /** Keeps what was granted. */
    void keep(OpenPlanTask open, Long campaign, Extension more, String actor, String reason) {
        sql.sql(GRANT).param("campaign", campaign).param("plan", open.of() == Of.MEMBER ? open.key() : null)
                .param("request", open.of() == Of.HOST ? open.key() : null).param("element", open.task().element()).param("begun", open.from())
                .param("days", more.moreDays()).param("last", more.lastDay()).param("basis", more.document())
                .param("reason", reason).param("actor", actor).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
