package vn.dusinhhoat.platform;

import java.util.Map;

/** Looks at what somebody wants to deploy, before anything of it is stored. */
public interface DeploymentCheck {

    /**
     * Checks all resources together.
     *
     * @param resources content by resource name
     * @throws RuleViolation naming every fault with its element and remedy
     */
    void check(Map<String, byte[]> resources);
}
