package vn.dusinhhoat.access.accounts;

import java.util.Map;
import java.util.Set;
import vn.dusinhhoat.access.DisplayName;
import vn.dusinhhoat.organization.OrganizationFacts.Membership;
import vn.dusinhhoat.organization.OrganizationFacts.Sight;

/**
 * Users, groups and tenants: as the organisation wants them, or as the engine has them.
 *
 * @param users       by user id
 * @param groups      names by group id
 * @param tenants     names by unit code
 * @param memberships who is in which group
 * @param sights      which group is in which tenant
 */
record IdentityState(Map<String, Profile> users, Map<String, String> groups, Map<String, String> tenants,
                     Set<Membership> memberships, Set<Sight> sights) {

    /**
     * What a user shows of the person.
     *
     * @param personId null when the user belongs to nobody of the organisation
     * @param email    never null; empty means none
     */
    record Profile(Long personId, DisplayName name, String email) {

        boolean showsTheSame(Profile other) {
            return name.equals(other.name) && email.equals(other.email);
        }

        String fullName() {
            return (name.first() + " " + name.last()).strip();
        }
    }
}
