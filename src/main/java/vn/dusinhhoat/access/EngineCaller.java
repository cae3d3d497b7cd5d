package vn.dusinhhoat.access;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;

/** Whose request this is, as the engine sees it. */
@Component
class EngineCaller implements Caller {

    private final IdentityService identities;

    EngineCaller(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public String userId() {
        return current().getUserId();
    }

    @Override
    public Set<String> unitCodes() {
        return current().getTenantIds() == null ? Set.of() : Set.copyOf(current().getTenantIds());
    }

    @Override
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

    @Override
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
