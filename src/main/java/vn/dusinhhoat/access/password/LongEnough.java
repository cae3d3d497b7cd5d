package vn.dusinhhoat.access.password;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** At least 12 characters as people count them, at most what no person types. */
final class LongEnough implements PasswordPolicyRule {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of("minLength", String.valueOf(SHORTEST));
    }

    @Override
    public boolean execute(String candidate) {
        int length = candidate.codePointCount(0, candidate.length());
        return length >= SHORTEST && length <= LONGEST;
    }
}
