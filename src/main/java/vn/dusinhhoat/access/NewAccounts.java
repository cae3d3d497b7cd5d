package vn.dusinhhoat.access;

import java.util.Collection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;

/**
 * Creates users, groups and tenants that are known not to exist, without looking first: for the many of a whole
 * organisation. Rights are given to groups only, never to a user.
 */
@Service
public class NewAccounts {

    private static final String GROUP_TYPE = "WORKFLOW";

    private final IdentityService identities;

    NewAccounts(IdentityService identities) {
        this.identities = identities;
    }

    public void group(String groupId, String name) {
        Group group = identities.newGroup(groupId);
        group.setType(GROUP_TYPE);
        group.setName(name);
        identities.saveGroup(group);
    }

    /** @param fullName Vietnamese full name, given name last */
    public void user(String userId, String fullName, String password) {
        user(userId, fullName, null, password);
    }

    /**
     * Creates a user.
     *
     * @param email may be null
     */
    public void user(String userId, String fullName, String email, String password) {
        User user = identities.newUser(userId);
        DisplayName name = DisplayName.of(fullName);
        user.setFirstName(name.first());
        user.setLastName(name.last());
        user.setEmail(email);
        user.setPassword(password);
        identities.saveUser(user);
    }

    public void memberships(String userId, Collection<String> groupIds) {
        groupIds.forEach(groupId -> identities.createMembership(userId, groupId));
    }

    /** The tenant of a unit; what belongs to the unit is seen by groups of the tenant only (ADR 0005). */
    public void tenant(String unitCode, String name) {
        Tenant tenant = identities.newTenant(unitCode);
        tenant.setName(name);
        identities.saveTenant(tenant);
    }

    public void tenantGroup(String unitCode, String groupId) {
        identities.createTenantGroupMembership(unitCode, groupId);
    }
}
