package vn.dusinhhoat.access.password;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** Refuses common passwords and their variations with digits and signs at the ends, repetitions and rows of keys. */
final class NotWhatEverybodyTries implements PasswordPolicyRule {

    /** Words that do not become a password by digits before or after them. */
    private static final Set<String> WORDS = Set.of("", "password", "matkhau", "matkhaumoi", "khongcomatkhau", "admin",
            "administrator", "quantri", "quantrivien", "welcome", "xinchao", "letmein", "iloveyou", "anhyeuem", "emyeuanh",
            "qwerty", "qwertyuiop", "asdfgh", "asdfghjkl", "zxcvbnm", "qwertyasdfgh", "abcdef", "abcdefghijkl", "aabbccddeeff",
            "vietnam", "tovietnam", "hochiminh", "bacho", "chibo", "danguy", "dangbo", "dangvien", "tinhuy", "danguyxa",
            "dangcongsan", "dangcongsanvietnam", "nghean", "chaomung", "hanhphuc", "dusinhhoat", "camunda", "changeme");
    private static final String KEYS = "01234567890123456789" + "98765432109876543210" + "qwertyuiopasdfghjklzxcvbnm"
            + "abcdefghijklmnopqrstuvwxyz";
    private static final int FEWEST_DIFFERENT = 5;

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_COMMON";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of();
    }

    @Override
    public boolean execute(String candidate) {
        String plain = PlainLetters.of(candidate);
        String word = plain.replaceAll("^\\d+|\\d+$", "");
        boolean onlySigns = plain.isEmpty() && candidate.codePoints().distinct().count() < FEWEST_DIFFERENT;
        return !onlySigns && (plain.isEmpty() || !WORDS.contains(word)) && !KEYS.contains(plain.isEmpty() ? "?" : plain)
                && candidate.codePoints().distinct().count() >= FEWEST_DIFFERENT && !isRepetition(plain);
    }

    /** "anhyeuanhyeuanhyeu" is as weak as what it repeats. */
    private static boolean isRepetition(String plain) {
        for (int length = 1; length <= plain.length() / 3; length++) {
            if (plain.length() % length == 0 && plain.equals(plain.substring(0, length).repeat(plain.length() / length))) {
                return true;
            }
        }
        return false;
    }
}
