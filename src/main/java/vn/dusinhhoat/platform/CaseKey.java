package vn.dusinhhoat.platform;

import java.util.regex.Pattern;

/** Business keys of cases: the id of what the case is about. Whoever starts a case past its form may write anything there. */
public final class CaseKey {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private CaseKey() {
    }

    /**
     * The id that the key stands for.
     *
     * @param key      null when there is none
     * @param sentence what is said when it is no id
     * @throws RuleViolation when it is no id
     */
    public static Long id(String key, String sentence) {
        if (key == null || !ID.matcher(key).matches()) {
            throw new RuleViolation(sentence);
        }
        return Long.valueOf(key);
    }
}
