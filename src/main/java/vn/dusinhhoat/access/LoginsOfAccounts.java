package vn.dusinhhoat.access;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.LoginsInUse;

@Component
class LoginsOfAccounts implements LoginsInUse {

    @Override
    public Set<String> takenByOthers(Collection<String> userIds) {
        return Set.of();
    }
}
