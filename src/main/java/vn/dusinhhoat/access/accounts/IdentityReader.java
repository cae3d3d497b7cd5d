package vn.dusinhhoat.access.accounts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.access.DisplayName;
import vn.dusinhhoat.access.SystemGroup;
import vn.dusinhhoat.access.accounts.IdentityState.Profile;
import vn.dusinhhoat.organization.OrganizationFacts;
import vn.dusinhhoat.organization.OrganizationFacts.Group;
import vn.dusinhhoat.organization.OrganizationFacts.Membership;
import vn.dusinhhoat.organization.OrganizationFacts.Owner;
import vn.dusinhhoat.organization.OrganizationFacts.Sight;

/**
 * Reads what the organisation wants and what the engine has. The engine's tables are read with SQL, and only read: its
 * queries have no way to fetch tens of thousands of memberships at once.
 */
@Component
class IdentityReader {

    /** An account, also an ended one. */
    record KnownAccount(String userId, Long personId, boolean ended) {
    }

    private final OrganizationFacts organization;
    private final JdbcClient sql;

    IdentityReader(OrganizationFacts organization, JdbcClient sql) {
        this.organization = organization;
        this.sql = sql;
    }

    IdentityState wanted(LocalDate day) {
        Map<String, Profile> users = new HashMap<>();
        Set<Membership> memberships = new HashSet<>(organization.memberships(day));
        organization.logins(day).forEach(login -> {
            users.put(login.userId(), new Profile(login.personId(), DisplayName.of(login.fullName()), orEmpty(login.email())));
            memberships.add(new Membership(login.userId(), SystemGroup.MEMBERS.id()));
        });
        organization.staff(day).forEach(userId -> memberships.add(new Membership(userId, SystemGroup.STAFF.id())));
        Map<String, String> groups = organization.groups(day).stream().collect(Collectors.toMap(Group::groupId, Group::name));
        Map<String, String> tenants = organization.owners(day).stream().collect(Collectors.toMap(Owner::unitCode, Owner::name));
        return new IdentityState(users, groups, tenants, memberships, new HashSet<>(organization.sights(day)));
    }

    IdentityState actual() {
        Map<String, Profile> users = new HashMap<>();
        sql.sql("select id_, first_, last_, email_ from act_id_user").query(row -> {
            users.put(row.getString(1), new Profile(null,
                    new DisplayName(orEmpty(row.getString(2)), orEmpty(row.getString(3))), orEmpty(row.getString(4))));
        });
        return new IdentityState(users, names("select id_, name_ from act_id_group"), names("select id_, name_ from act_id_tenant"),
                sql.sql("select user_id_ as user_id, group_id_ as group_id from act_id_membership").query(
                        (row, n) -> new Membership(row.getString(1), row.getString(2))).set(),
                sql.sql("""
                        select tenant_id_ as unit_code, group_id_ as group_id from act_id_tenant_member
                        where group_id_ is not null""").query((row, n) -> new Sight(row.getString(1), row.getString(2))).set());
    }

    Map<String, KnownAccount> accounts() {
        return sql.sql("select user_id, person_id, ended_at is not null as ended from account").query(
                        (row, n) -> new KnownAccount(row.getString(1), row.getLong(2), row.getBoolean(3))).list()
                .stream().collect(Collectors.toMap(KnownAccount::userId, account -> account));
    }

    private Map<String, String> names(String statement) {
        Map<String, String> names = new HashMap<>();
        sql.sql(statement).query(row -> {
            names.put(row.getString(1), orEmpty(row.getString(2)));
        });
        return names;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
