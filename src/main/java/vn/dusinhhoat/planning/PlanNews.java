package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.PlanNotices;
import vn.dusinhhoat.notification.PlanNotices.Topic;
import vn.dusinhhoat.organization.BodyKind;

/** Whom news of a plan goes to. What is written here is sent with the next mails. */
@Component
class PlanNews {

    private static final List<PlanState> CONCERNED = List.of(PlanState.DRAFT, PlanState.SENT, PlanState.TO_SUPPLEMENT, PlanState.TO_REVISE, PlanState.IN_FORCE);
    private static final String MEMBERS = "select person_id from member_plan where campaign_id = :campaign and state = any(:states) order by person_id";
    private static final String OF_BODIES = """
            select distinct m.person_id from body b join body_member m on m.body_id = b.id where b.unit_id = any(:units) and b.kind = any(:kinds)
            and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day) order by m.person_id""";
    private static final String HOSTS = "select distinct unit_id from host_request where campaign_id = ? and state <> 'ENDED'";

    private final PlanNotices notices;
    private final JdbcClient sql;
    private final Clock clock;

    PlanNews(PlanNotices notices, JdbcClient sql, Clock clock) {
        this.notices = notices;
        this.sql = sql;
        this.clock = clock;
    }

    void ofMember(Plans.Plan plan, Topic topic) {
        notices.write(plan.campaignId(), topic, List.of(plan.personId()));
    }

    /** Board and office type for who has no account, and are told so at once (situation C24). */
    void ofMissingAccounts(Long campaignId, Long unitId, boolean anybody) {
        if (anybody) {
            ofBodies(campaignId, List.of(unitId), Topic.WITHOUT_ACCOUNT, BodyKind.ORGANISATION_BOARD, BodyKind.OFFICE);
        }
    }

    /** Everybody who has a plan in the campaign that stands. */
    void ofMembers(Long campaignId, Topic topic) {
        ofMembers(campaignId, CONCERNED, topic);
    }

    /** @return how many people */
    int ofMembers(Long campaignId, List<PlanState> states, Topic topic) {
        List<Long> people = sql.sql(MEMBERS).param("campaign", campaignId).param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query(Long.class).list();
        notices.write(campaignId, topic, people);
        return people.size();
    }

    /** Whoever answers for the communes that were asked. */
    void ofHosts(Long campaignId, Topic topic) {
        ofHosts(campaignId, sql.sql(HOSTS).param(campaignId).query(Long.class).list(), topic);
    }

    /** Whoever answers for these communes. */
    void ofHosts(Long campaignId, List<Long> unitIds, Topic topic) {
        ofBodies(campaignId, unitIds, topic, HostRequests.ANSWERING.toArray(BodyKind[]::new));
    }

    /** Whoever answers for the communes of these lines: somebody comes no more, or on another day. */
    void ofHostsOf(Long campaignId, Collection<Plans.Line> lines, Topic topic) {
        ofHosts(campaignId, sql.sql("select distinct parent_id from party_unit where id = any(?)")
                .param(lines.stream().map(Plans.Line::cellId).filter(Objects::nonNull).toArray(Long[]::new)).query(Long.class).list(), topic);
    }

    void ofBodies(Long campaignId, List<Long> unitIds, Topic topic, BodyKind... kinds) {
        notices.write(campaignId, topic, sql.sql(OF_BODIES).param("units", unitIds.toArray(Long[]::new))
                .param("kinds", java.util.Arrays.stream(kinds).map(Enum::name).toArray(String[]::new)).param("day", LocalDate.now(clock))
                .query(Long.class).list());
    }
}
