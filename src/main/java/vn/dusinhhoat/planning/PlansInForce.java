package vn.dusinhhoat.planning;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.AnnualDuties;
import vn.dusinhhoat.duty.Period;
import vn.dusinhhoat.notification.PlanNotices.Topic;

/** Plans that Thường trực has agreed to become dated duties, and what they replace is replaced. */
@Service
public class PlansInForce {

    private static final List<LineState> DONE = List.of(LineState.SENT, LineState.AGREED, LineState.SILENT_AGREED, LineState.OTHER_DATE);
    private static final String IN_FORCE = """
            update plan_line l set state = case when l.withdrawn or (l.cell_id is not null and l.meeting_at is not null) then 'IN_FORCE' else 'ENDED' end,
                   follows_cell = l.id = any(:following)
            where l.plan_id = any(:plans) and l.state = any(:done)""";
    private static final String REPLACED = """
            update plan_line o set state = 'REPLACED' from plan_line l
            where l.plan_id = any(:plans) and l.state = 'IN_FORCE' and o.id = l.replaces_line_id and o.state = 'IN_FORCE'""";

    /** A further visit that is made already belongs to the line that stands now. */
    private static final String TAKEN_OVER = """
            update plan_line l set visit_id = o.visit_id from plan_line o
            where l.plan_id = any(:plans) and l.state = 'IN_FORCE' and o.id = l.replaces_line_id and o.visit_id is not null""";

    private final Plans plans;
    private final CampaignTable campaigns;
    private final AnnualDuties duties;
    private final CampaignProcess process;
    private final PlanNews news;
    private final PlanLog log;
    private final JdbcClient sql;

    PlansInForce(Plans plans, CampaignTable campaigns, AnnualDuties duties, CampaignProcess process, PlanNews news, PlanLog log, JdbcClient sql) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.duties = duties;
        this.process = process;
        this.news = news;
        this.log = log;
        this.sql = sql;
    }

    /** Everything that was sent comes into force; visits of periods that are open already follow at once. */
    @Transactional
    public void put(Long campaignId) {
        campaigns.lock(campaignId);
        List<Plans.Plan> sent = plans.plansOf(campaignId).stream().filter(plan -> plan.state() == PlanState.SENT).toList();
        Long[] ids = sent.stream().map(Plans.Plan::id).toArray(Long[]::new);
        sql.sql(IN_FORCE).param("plans", ids).param("following", following(campaignId).toArray(Long[]::new))
                .param("done", DONE.stream().map(Enum::name).toArray(String[]::new)).update();
        List<Plans.Line> replaced = replaced(sent);
        sql.sql(REPLACED).param("plans", ids).update();
        sql.sql(TAKEN_OVER).param("plans", ids).update();
        plans.plansState(campaignId, List.of(PlanState.SENT), PlanState.IN_FORCE);
        campaigns.inForce(campaignId);
        log.record(campaignId, null, PlanLog.Kind.IN_FORCE, ids.length + " đồng chí");
        process.settled(List.of(ids));
        duties.followPlans(sent.stream().map(Plans.Plan::personId).toList());
        news.ofMembers(campaignId, Topic.IN_FORCE);
        news.ofHosts(campaignId, Topic.IN_FORCE);
        news.ofHostsOf(campaignId, replaced, Topic.HOST_CHANGED);
    }

    /** Lines in force whose place others take now. */
    private List<Plans.Line> replaced(List<Plans.Plan> sent) {
        List<Long> ids = plans.linesOf(sent.stream().map(Plans.Plan::id).toList()).values().stream().flatMap(List::stream)
                .filter(line -> line.state() == LineState.IN_FORCE).map(Plans.Line::replacesId).filter(Objects::nonNull).toList();
        return plans.lines(ids).stream().filter(line -> line.state() == LineState.IN_FORCE).toList();
    }

    /** Lines on a usual meeting of their cell. */
    private Set<Long> following(Long campaignId) {
        List<Plans.Line> lines = plans.linesOfCampaign(campaignId).stream().filter(line -> line.cellId() != null && line.meetingAt() != null).toList();
        Map<Period, Map<Long, List<LocalDateTime>>> meetings = meetings(duties, lines);
        return lines.stream().filter(line -> isUsual(line, meetings)).map(Plans.Line::id).collect(Collectors.toSet());
    }

    static boolean isUsual(Plans.Line line, Map<Period, Map<Long, List<LocalDateTime>>> meetings) {
        LocalDate day = line.meetingAt().toLocalDate();
        return meetings.get(line.period()).getOrDefault(line.cellId(), List.of()).stream().anyMatch(meeting -> meeting.toLocalDate().equals(day));
    }

    /** When the cells of these lines meet, by period and cell. */
    static Map<Period, Map<Long, List<LocalDateTime>>> meetings(AnnualDuties duties, Collection<Plans.Line> lines) {
        Map<Period, Set<Long>> cells = lines.stream().filter(line -> line.cellId() != null)
                .collect(Collectors.groupingBy(Plans.Line::period, Collectors.mapping(Plans.Line::cellId, Collectors.toSet())));
        Map<Period, Map<Long, List<LocalDateTime>>> meetings = new HashMap<>();
        cells.forEach((period, ids) -> meetings.put(period, duties.meetingsOf(ids, period)));
        return meetings;
    }
}
