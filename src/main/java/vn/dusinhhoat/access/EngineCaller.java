package vn.dusinhhoat.access;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Whose request this is, as the engine sees it. */
@Component
public class EngineCaller {

    private final IdentityService identities;

    EngineCaller(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * User id of who is logged in.
     *
     * @throws IllegalStateException when nobody is
     */
    public String userId() {
        return current().getUserId();
    }

    /**
     * Codes of the units (tenants) the caller belongs to or leads.
     *
     * @throws IllegalStateException when nobody is logged in
     */
    public Set<String> unitCodes() {
        return current().getTenantIds() == null ? Set.of() : Set.copyOf(current().getTenantIds());
    }

    /**
     * Whether the caller administers the system.
     *
     * @throws IllegalStateException when nobody is logged in
     */
    public boolean isAdministrator() {
        return current().getGroupIds() != null && current().getGroupIds().contains(SystemGroup.ADMINISTRATORS.id());
    }

    private Authentication current() {
        Authentication current = identities.getCurrentAuthentication();
        if (current == null) {
            throw new IllegalStateException("no user is logged in");
        }
        return current;
    }

    /** Looks something up after the caller's right to it has been established by other means. */
    public <T> T asSystem(Supplier<T> lookup) {
        Authentication current = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return lookup.get();
        } finally {
            if (current != null) {
                identities.setAuthentication(current);
            }
        }
    }
}
