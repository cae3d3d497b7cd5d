package vn.dusinhhoat.access.accounts;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.OrganizationChanged;
import vn.dusinhhoat.platform.StartupStep;

/** When accounts follow the organisation: with each change, at start-up (a day may have begun meanwhile), every night. */
@Component
@Order(StartupStep.ACCOUNTS)
class FollowOrganization implements StartupStep {

    private final AccountReconciliation accounts;

    FollowOrganization(AccountReconciliation accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void organizationChanged(OrganizationChanged change) {
        accounts.follow();
    }

    /** A login name that is refused must not keep the application from starting: the nightly report has it. */
    @Override
    public void run() {
        accounts.mend();
    }
}
