package vn.dusinhhoat.access;

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
        Authentication current = identities.getCurrentAuthentication();
        if (current == null) {
            throw new IllegalStateException("no user is logged in");
        }
        return current.getUserId();
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
