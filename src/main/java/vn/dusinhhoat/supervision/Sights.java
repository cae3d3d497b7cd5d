package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.NotFound;

/**
 * Who sees the board and how far: supervisors, staff, members of a Thường trực, for the units of their tenants (ADR 0005);
 * administrators for all. Only staff act (ruling B5).
 */
@Component
public class Sights {

    private static final String LOOKS = "select exists (select 1 from body where kind = 'THUONG_TRUC' and group_id = any(:groups))";
    private static final String ACTS_FOR = """
            with recursive reach (id) as (
                select b.unit_id from body b join body_member m on m.body_id = b.id join person p on p.id = m.person_id
                where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :caller
                  and (p.ended_on is null or p.ended_on >= :today)
                  and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                union select u.id from party_unit u join reach r on u.parent_id = r.id where u.level <> 'CELL')
            select u.code from reach r join party_unit u on u.id = r.id""";
    private static final String HIDDEN = "select user_id from hidden_people(:caller, :today)";

    private final Caller caller;
    private final IdentityService identities;
    private final JdbcClient sql;
    private final Clock clock;

    Sights(Caller caller, IdentityService identities, JdbcClient sql, Clock clock) {
        this.caller = caller;
        this.identities = identities;
        this.sql = sql;
        this.clock = clock;
    }

    /** The caller's sight; empty when the board is not for them. */
    public Optional<Sight> ofCaller() {
        List<String> groups = identities.getCurrentAuthentication().getGroupIds();
        if (!caller.isAdministrator() && !looks(groups)) {
            return Optional.empty();
        }
        return Optional.of(new Sight(caller.userId(), caller.isAdministrator(), List.copyOf(caller.unitCodes()),
                Set.copyOf(query(ACTS_FOR).query(String.class).list()), groups == null ? List.of() : List.copyOf(groups),
                query(HIDDEN).query(String.class).list()));
    }

    /** @throws NotFound when the board is not for the caller */
    public Sight requireForCaller() {
        return ofCaller().orElseThrow(() -> new NotFound("Không có trang này, hoặc trang chỉ dành cho cán bộ theo dõi, đôn đốc."));
    }

    private boolean looks(List<String> groups) {
        if (groups == null || groups.isEmpty()) {
            return false;
        }
        return groups.contains(SystemGroup.SUPERVISORS.id()) || groups.contains(SystemGroup.STAFF.id())
                || sql.sql(LOOKS).param("groups", groups.toArray(String[]::new)).query(Boolean.class).single();
    }

    private JdbcClient.StatementSpec query(String statement) {
        return sql.sql(statement).param("caller", caller.userId()).param("today", LocalDate.now(clock));
    }
}
