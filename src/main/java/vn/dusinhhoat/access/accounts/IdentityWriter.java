package vn.dusinhhoat.access.accounts;

import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.access.NewAccounts;
import vn.dusinhhoat.access.accounts.IdentityState.Profile;
import vn.dusinhhoat.platform.EngineCommands;

/** Brings users, groups and tenants of the engine to what the organisation wants, in one command of the engine. */
@Component
class IdentityWriter {

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final NewAccounts created;
    private final EngineCommands commands;

    IdentityWriter(IdentityService identities, AuthorizationService authorizations, NewAccounts created,
                   EngineCommands commands) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.created = created;
        this.commands = commands;
    }

    void apply(Differences differences, Supplier<String> firstPassword) {
        commands.together(() -> {
            differences.newGroups().forEach(created::group);
            differences.renamedGroups().forEach(this::renameGroup);
            differences.newTenants().forEach(created::tenant);
            differences.renamedTenants().forEach(this::renameTenant);
            differences.newUsers().forEach((id, person) ->
                    created.user(id, person.fullName(), person.email(), firstPassword.get()));
            differences.changedUsers().forEach(this::changeUser);
            differences.endedUsers().forEach(this::deleteUser);
            differences.surplusMemberships().forEach(member -> identities.deleteMembership(member.userId(), member.groupId()));
            differences.missingMemberships().forEach(member -> identities.createMembership(member.userId(), member.groupId()));
            differences.surplusSights().forEach(sight ->
                    identities.deleteTenantGroupMembership(sight.unitCode(), sight.groupId()));
            differences.missingSights().forEach(sight -> created.tenantGroup(sight.unitCode(), sight.groupId()));
        });
    }

    private void renameGroup(String groupId, String name) {
        Group group = identities.createGroupQuery().groupId(groupId).singleResult();
        group.setName(name);
        identities.saveGroup(group);
    }

    private void renameTenant(String unitCode, String name) {
        Tenant tenant = identities.createTenantQuery().tenantId(unitCode).singleResult();
        tenant.setName(name);
        identities.saveTenant(tenant);
    }

    private void changeUser(String userId, Profile person) {
        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setFirstName(person.name().first());
        user.setLastName(person.name().last());
        user.setEmail(person.email());
        identities.saveUser(user);
    }

    /** The engine keeps grants to a user who is gone; whoever got the id later would have them (row S12). */
    private void deleteUser(String userId) {
        identities.deleteUser(userId);
        authorizations.createAuthorizationQuery().userIdIn(userId).list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    }
}
