package vn.dusinhhoat.access.password;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** Refuses a password that is one's id, name or e-mail address with nothing but digits and signs around it. */
final class NotOnesOwnName implements PasswordPolicyRule {

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_USER_DATA";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String candidate) {
        return true;
    }

    @Override
    public boolean execute(String candidate, User user) {
        if (user == null) {
            return true;
        }
        String word = PlainLetters.of(candidate).replaceAll("^\\d+|\\d+$", "");
        String email = user.getEmail() == null ? "" : user.getEmail().replaceAll("@.*", "");
        return Stream.of(user.getId(), user.getFirstName() + user.getLastName(), user.getLastName() + user.getFirstName(), email)
                .map(PlainLetters::of).map(own -> own.replaceAll("^\\d+|\\d+$", ""))
                .noneMatch(own -> !own.isEmpty() && own.equals(word));
    }
}
