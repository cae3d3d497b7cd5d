package vn.dusinhhoat.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dusinhhoat.access.NewAccounts;
import vn.dusinhhoat.access.SystemGroup;

/** Users, groups and tenants of the sample, gathered while the organisation is built and created together. */
final class SampleAccounts {

    private record Named(String id, String name) {
    }

    private final List<Named> groups = new ArrayList<>();
    private final List<Named> tenants = new ArrayList<>();
    private final Map<String, Set<String>> groupsOfTenant = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, Set<String>> groupsOfUser = new LinkedHashMap<>();

    void group(String id, String name) {
        groups.add(new Named(id, name));
    }

    void tenant(String unitCode, String name) {
        tenants.add(new Named(unitCode, name));
    }

    void admit(String groupId, String unitCode) {
        groupsOfTenant.computeIfAbsent(unitCode, code -> new LinkedHashSet<>()).add(groupId);
    }

    void user(String id, String fullName, SystemGroup group) {
        users.put(id, fullName);
        join(id, group.id());
    }

    void join(String userId, String groupId) {
        groupsOfUser.computeIfAbsent(userId, id -> new LinkedHashSet<>()).add(groupId);
    }

    void createWith(NewAccounts created, String password) {
        groups.forEach(group -> created.group(group.id(), group.name()));
        tenants.forEach(tenant -> created.tenant(tenant.id(), tenant.name()));
        groupsOfTenant.forEach((tenant, admitted) -> admitted.forEach(group -> created.tenantGroup(tenant, group)));
        users.forEach((user, name) -> created.user(user, name, password));
        groupsOfUser.forEach(created::memberships);
    }
}
