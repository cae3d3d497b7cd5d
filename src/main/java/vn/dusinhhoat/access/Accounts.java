package vn.dusinhhoat.access;

import java.util.Collection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users and groups of the engine. Rights are given to groups only, never to a user (row S12 of the threat list). */
@Service
public class Accounts {

    private static final String GROUP_TYPE = "WORKFLOW";

    private final IdentityService identities;

    Accounts(IdentityService identities) {
        this.identities = identities;
    }

    /** Creates the group or renames it. */
    @Transactional
    public void saveGroup(String groupId, String name) {
        Group group = identities.createGroupQuery().groupId(groupId).singleResult();
        if (group == null) {
            group = identities.newGroup(groupId);
            group.setType(GROUP_TYPE);
        } else if (name.equals(group.getName())) {
            return;
        }
        group.setName(name);
        identities.saveGroup(group);
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
        int lastSpace = fullName.lastIndexOf(' ');
        User user = identities.newUser(userId);
        // Camunda shows "first last": the Vietnamese order is family name first.
        user.setFirstName(lastSpace < 0 ? "" : fullName.substring(0, lastSpace));
        user.setLastName(fullName.substring(lastSpace + 1));
        user.setPassword(password);
        identities.saveUser(user);
        groups.forEach(group -> identities.createMembership(userId, group));
    }

    public boolean exists(String userId) {
        return identities.createUserQuery().userId(userId).count() > 0;
    }

    /** Whether anybody at all may administer the engine. */
    public boolean administratorExists() {
        return identities.createUserQuery().memberOfGroup(SystemGroup.ADMINISTRATORS.id()).count() > 0;
    }
}
