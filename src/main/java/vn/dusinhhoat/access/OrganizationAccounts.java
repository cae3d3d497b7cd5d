package vn.dusinhhoat.access;

import org.springframework.stereotype.Service;
import vn.dusinhhoat.access.accounts.AccountReconciliation;

/** Accounts of the people of the organisation; they follow its changes by themselves. */
@Service
public class OrganizationAccounts {

    private final AccountReconciliation reconciliation;

    OrganizationAccounts(AccountReconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    /** Makes the accounts of made-up people, all with the same password, ready to log in. */
    public void createForSample(String password) {
        reconciliation.followWithPassword(password);
    }
}
