package vn.dusinhhoat.access;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users and groups of the engine. Rights are given to groups only, never to a user (row S12 of the threat list). */
@Service
public class Accounts {

    private final IdentityService identities;
    private final NewAccounts created;

    Accounts(IdentityService identities, NewAccounts created) {
        this.identities = identities;
        this.created = created;
    }

    /** Creates the group or renames it. */
    @Transactional
    public void saveGroup(String groupId, String name) {
        Group group = identities.createGroupQuery().groupId(groupId).singleResult();
        if (group == null) {
            created.group(groupId, name);
        } else if (!name.equals(group.getName())) {
            group.setName(name);
            identities.saveGroup(group);
        }
    }

    /**
     * Creates a user with a first password; an existing user is left as it is.
     *
     * @param fullName Vietnamese full name; shown with the given name last
     * @param groups   ids of existing groups
     */
    @Transactional
    public void createUser(String userId, String fullName, String password, Collection<String> groups) {
        if (exists(userId)) {
            return;
        }
        created.user(userId, fullName, password);
        created.memberships(userId, groups);
    }

    /** Makes an existing user a member of an existing group, of which they are none yet. */
    @Transactional
    public void join(String userId, String groupId) {
        created.memberships(userId, List.of(groupId));
    }

    public boolean exists(String userId) {
        return identities.createUserQuery().userId(userId).count() > 0;
    }

    /** Whether anybody at all may administer the engine. */
    public boolean administratorExists() {
        return identities.createUserQuery().memberOfGroup(SystemGroup.ADMINISTRATORS.id()).count() > 0;
    }
}
