package vn.dusinhhoat.access.password;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.springframework.stereotype.Component;

/**
 * Length instead of riddles: at least 12 characters of any kind, Vietnamese letters and spaces included, up to the
 * longest sentence; not one of the passwords that everybody tries first; nothing of one's own name. No demand for
 * digits or signs, which only makes people write passwords down.
 */
@Component
public class OwnPasswordPolicy implements PasswordPolicy {

    private final List<PasswordPolicyRule> rules =
            List.of(new LongEnough(), new NotWhatEverybodyTries(), new NotOnesOwnName());

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }
}
