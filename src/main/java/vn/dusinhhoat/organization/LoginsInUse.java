package vn.dusinhhoat.organization;

import java.util.Collection;
import java.util.Set;

/** Asked before a person gets a login name: names of accounts that were made by hand are never handed to somebody else. */
public interface LoginsInUse {

    /** Those of the login names that belong to an account which is no person's. */
    Set<String> takenByOthers(Collection<String> userIds);
}
